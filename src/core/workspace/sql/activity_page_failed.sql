SELECT run, seq, phase, integration, entity, remote_entity, kind, hub_id, remote_id, revision, document, reason, outcome, detail
FROM operations INDEXED BY operations_failed WHERE outcome IN ('failed', 'refused', 'lost') AND run = ?1 AND (?2 = '' OR integration = ?2) AND (?3 = '' OR kind = ?3)
    AND (?4 = '' OR hub_id = ?4) AND (?5 = '' OR remote_id = ?5 OR instr(detail, ?5) > 0 OR hub_id IN (SELECT id FROM temp.activity_hubs))
ORDER BY seq DESC LIMIT ?6 OFFSET ?7
