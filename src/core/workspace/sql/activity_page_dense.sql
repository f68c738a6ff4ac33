SELECT run, seq, phase, integration, entity, remote_entity, kind, hub_id, remote_id, revision, document, reason, outcome, detail
FROM operations WHERE run = ? AND seq <= ? ORDER BY seq DESC LIMIT ?
