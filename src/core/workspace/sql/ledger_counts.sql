SELECT integration, entity, status, count(*) FROM run_records WHERE run = ? GROUP BY integration, entity, status
