SELECT run, seq, phase, integration, entity, remote_entity, kind, hub_id, remote_id, revision, document, reason, outcome, detail
FROM operations WHERE run = ? AND kind NOT IN ('agree', 'link') AND outcome NOT IN ('planned', 'skipped')
    AND NOT (integration = 'hub' AND kind = 'create')
ORDER BY seq DESC LIMIT ?
