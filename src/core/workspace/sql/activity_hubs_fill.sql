INSERT OR IGNORE INTO temp.activity_hubs (id) SELECT v.id FROM temp.record_view AS v
WHERE instr(v.text, ?1) > 0 AND instr(v.text, ?2) > 0 AND instr(v.text, ?3) > 0 LIMIT 10000
