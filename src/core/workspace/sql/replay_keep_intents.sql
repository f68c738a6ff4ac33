INSERT INTO replay_intents (part, kind, integration, entity, remote_entity, hub_id, remote_id, at, unknown_since, document)
SELECT ?, i.kind, i.integration, i.entity, i.remote_entity, i.hub_id, i.remote_id, i.at, i.unknown_since, o.document
FROM intents AS i JOIN operations AS o ON o.run = i.run AND o.seq = i.seq WHERE i.entity = ? ORDER BY i.id
