SELECT s.entity, s.integration, s.left_out, coalesce(t.reason, '') AS grave,
    EXISTS (SELECT 1 FROM review_items AS r WHERE r.integration = s.integration AND r.remote_id = s.remote_id
            AND r.entity = s.entity AND r.hub_id = '') AS waits,
    count(*)
FROM strangers AS s
LEFT JOIN tombstones AS t
    ON t.integration = s.integration AND t.remote_entity = s.remote_entity AND t.remote_id = s.remote_id
GROUP BY 1, 2, 3, 4, 5
