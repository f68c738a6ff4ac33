UPDATE OR REPLACE run_records SET run = ?1 WHERE run = ?2 AND (record = 'hub:' || ?3 OR EXISTS (
    SELECT 1 FROM operations AS o WHERE o.run = ?1 AND o.hub_id = ?3 AND o.integration = run_records.integration
        AND o.entity = run_records.entity AND o.remote_id = run_records.record))
