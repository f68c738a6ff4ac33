SELECT id, kind, entity, hub_id, integration, remote_id, document, run, at
FROM review_items WHERE id = ?
