SELECT u.seq FROM run_undone AS u LEFT JOIN hub_records AS h ON h.id = json_extract(u.document, '$.record')
WHERE u.run = ?1 AND (u.document LIKE ?2 ESCAPE '\' OR h.fields LIKE ?2 ESCAPE '\')
