SELECT count(*) FROM run_errors AS e WHERE e.run = ?1 AND (?2 = '' OR json_extract(e.document, '$.integration') = ?2)
    AND (?3 = '' OR instr(e.document, ?3) > 0)
    AND NOT EXISTS (SELECT 1 FROM operations AS o INDEXED BY operations_failed
        WHERE o.run = e.run AND o.outcome IN ('failed', 'refused', 'lost')
            AND json_extract(e.document, '$.record') IN (o.remote_id, 'hub:' || o.hub_id))
