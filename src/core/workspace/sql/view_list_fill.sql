INSERT INTO temp.record_list (id) SELECT v.id FROM temp.record_view AS v
WHERE v.entity = ?1 AND instr(v.text, ?2) > 0 AND instr(v.text, ?3) > 0 AND instr(v.text, ?4) > 0
    AND (?5 = '' OR EXISTS (SELECT 1 FROM integration_mappings AS m
        WHERE m.hub_id = v.id AND m.integration = ?5 AND m.state = 0))
    AND CASE ?6
        WHEN 0 THEN 1
        WHEN 1 THEN NOT EXISTS (SELECT 1 FROM review_items AS r WHERE r.hub_id = v.id)
            AND (SELECT h.pending FROM hub_records AS h WHERE h.id = v.id) = 0
        WHEN 6 THEN NOT EXISTS (SELECT 1 FROM review_items AS r WHERE r.hub_id = v.id)
            AND (SELECT h.pending FROM hub_records AS h WHERE h.id = v.id) <> 0
        ELSE EXISTS (SELECT 1 FROM review_items AS r WHERE r.hub_id = v.id AND CASE ?6
            WHEN 2 THEN r.kind = 'conflict'
            WHEN 3 THEN r.kind = 'held' AND json_extract(r.document, '$.code') IN
                ('twins', 'several_hub_records', 'linked_elsewhere', 'key_taken', 'alike')
            WHEN 4 THEN r.kind = 'held' AND json_extract(r.document, '$.code') NOT IN
                ('twins', 'several_hub_records', 'linked_elsewhere', 'key_taken', 'alike', 'delete_waits')
            ELSE r.kind = 'delete' END)
        END
ORDER BY
    CASE WHEN ?8 THEN NULL ELSE CASE ?7 WHEN 0 THEN v.name WHEN 1 THEN v.email WHEN 2 THEN v.company ELSE v.updated_at END END,
    CASE WHEN ?8 THEN CASE ?7 WHEN 0 THEN v.name WHEN 1 THEN v.email WHEN 2 THEN v.company ELSE v.updated_at END END DESC,
    v.id
