INSERT INTO review_items (id, kind, entity, hub_id, integration, remote_id, document, run, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET document = excluded.document, run = excluded.run, at = excluded.at, hub_id = excluded.hub_id
