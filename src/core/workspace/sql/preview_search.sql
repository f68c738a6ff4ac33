SELECT o.seq FROM operations AS o LEFT JOIN hub_records AS h ON h.id = o.hub_id
WHERE o.run = ?1 AND (o.reason LIKE ?2 ESCAPE '\' OR o.document LIKE ?2 ESCAPE '\' OR h.fields LIKE ?2 ESCAPE '\')
