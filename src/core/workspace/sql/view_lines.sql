SELECT l.id, h.fields, h.pending, h.updated_at,
    (SELECT group_concat(r.kind || ':' || coalesce(json_extract(r.document, '$.code'), ''), ' ') FROM review_items AS r WHERE r.hub_id = l.id),
    (SELECT group_concat(m.integration, ' ') FROM integration_mappings AS m WHERE m.hub_id = l.id AND m.state = 0)
FROM temp.record_list AS l LEFT JOIN hub_records AS h ON h.id = l.id
WHERE l.position > ? ORDER BY l.position LIMIT ?
