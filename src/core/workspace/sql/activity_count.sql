SELECT count(*) FROM operations WHERE run = ?1 AND (?2 = '' OR integration = ?2) AND (?3 = '' OR kind = ?3)
    AND (?4 = '' OR hub_id = ?4) AND (?5 = '' OR remote_id = ?5 OR instr(detail, ?5) > 0 OR hub_id IN (SELECT id FROM temp.activity_hubs))
