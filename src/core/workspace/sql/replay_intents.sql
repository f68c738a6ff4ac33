SELECT kind, integration, entity, remote_entity, hub_id, remote_id, at, unknown_since, document
FROM replay_intents WHERE part = ? ORDER BY nr
