SELECT h.id, h.fields, h.updated_at FROM hub_records AS h
WHERE h.entity = ?1 AND h.state = 0 AND h.id > ?2 AND NOT EXISTS (
    SELECT 1 FROM temp.record_view AS v WHERE v.entity = ?1 AND v.id = h.id AND v.updated_at = h.updated_at)
ORDER BY h.id LIMIT ?3
