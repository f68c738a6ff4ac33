SELECT run, seq, phase, integration, entity, remote_entity, kind, hub_id, remote_id, revision, document, reason, outcome, detail
FROM operations WHERE run = ? AND phase = ? AND integration = ? AND remote_entity = ? AND outcome = 'planned' AND seq > ?
ORDER BY seq LIMIT ?
