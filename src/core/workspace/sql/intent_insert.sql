INSERT INTO intents (run, seq, kind, integration, entity, remote_entity, hub_id, remote_id, document, at, unknown_since, claimed_by, lease_until)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)
