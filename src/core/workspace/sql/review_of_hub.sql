SELECT id, kind, entity, hub_id, integration, remote_id, document, run, at
FROM review_items WHERE hub_id = ? AND hub_id <> '' ORDER BY kind, id
