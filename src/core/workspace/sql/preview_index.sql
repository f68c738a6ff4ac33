SELECT o.seq, o.phase, o.integration, o.entity, o.kind, o.hub_id, o.outcome,
    CASE WHEN o.outcome <> 'planned' THEN 0
        WHEN h.id IS NULL THEN o.revision <> 0
        ELSE h.revision <> o.revision OR h.state <> 0 END
FROM operations AS o LEFT JOIN hub_records AS h ON h.id = o.hub_id
WHERE o.run = ? AND o.kind <> 'agree' ORDER BY o.seq
