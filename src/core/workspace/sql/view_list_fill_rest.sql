INSERT INTO temp.record_list (id) SELECT h.id FROM hub_records AS h
WHERE h.entity = ?1 AND h.state = 0
    AND NOT EXISTS (SELECT 1 FROM temp.record_view AS v WHERE v.entity = ?1 AND v.id = h.id)
ORDER BY h.id
