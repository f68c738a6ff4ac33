WITH recent AS MATERIALIZED (
    SELECT id, dry_run FROM runs WHERE kind = 'sync' ORDER BY started_at DESC, id DESC LIMIT 20
), failed AS MATERIALIZED (
    SELECT r.run, r.integration, r.entity, r.record, r.reason
    FROM recent JOIN run_records AS r ON r.run = recent.id
    WHERE r.status = 5 AND NOT EXISTS (
        SELECT 1 FROM recent AS later
        JOIN run_records AS n ON n.run = later.id AND n.integration = r.integration AND n.entity = r.entity
            AND n.record = r.record
        WHERE later.id > r.run AND NOT (later.dry_run = 1 AND n.status = 2))
), placed AS (
    SELECT f.integration, f.entity, f.record, f.reason, d.remote_entity,
        CASE WHEN f.record LIKE 'hub:%' THEN substr(f.record, 5) ELSE m.hub_id END AS hub_id
    FROM failed AS f
    LEFT JOIN integration_field_mappings AS d ON d.integration = f.integration AND d.hub_entity = f.entity
    LEFT JOIN integration_mappings AS m
        ON m.integration = f.integration AND m.remote_entity = d.remote_entity AND m.remote_id = f.record
)
SELECT p.integration, p.entity, p.record, p.reason, coalesce(h.id, ''), coalesce(h.state, 0),
    EXISTS (SELECT 1 FROM integration_mappings AS l WHERE l.hub_id = h.id AND l.state = 0),
    CASE WHEN h.id IS NOT NULL THEN EXISTS (SELECT 1 FROM review_items AS r WHERE r.hub_id = h.id)
        ELSE EXISTS (SELECT 1 FROM review_items AS r WHERE r.integration = s.integration
                     AND r.remote_id = s.remote_id AND r.entity = s.entity AND r.hub_id = '') END,
    coalesce(s.left_out, ''), coalesce(t.reason, '')
FROM placed AS p
LEFT JOIN hub_records AS h ON h.id = p.hub_id AND h.state <> 2 AND h.pending <> 0
LEFT JOIN strangers AS s
    ON s.integration = p.integration AND s.remote_entity = p.remote_entity AND s.remote_id = p.record
LEFT JOIN tombstones AS t
    ON t.integration = s.integration AND t.remote_entity = s.remote_entity AND t.remote_id = s.remote_id
WHERE h.id IS NOT NULL OR s.remote_id IS NOT NULL
