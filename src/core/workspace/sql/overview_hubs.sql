SELECT h.entity, h.state,
    EXISTS (SELECT 1 FROM integration_mappings AS m WHERE m.hub_id = h.id AND m.state = 0) AS linked,
    EXISTS (SELECT 1 FROM review_items AS r WHERE r.hub_id = h.id) AS waits,
    count(*)
FROM hub_records AS h WHERE h.state <> 2
GROUP BY 1, 2, 3, 4
