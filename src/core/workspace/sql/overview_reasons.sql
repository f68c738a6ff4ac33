SELECT integration, entity, status, reason, count(*) FROM run_records WHERE run = ?
GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 4
