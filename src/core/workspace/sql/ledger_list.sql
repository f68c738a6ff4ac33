SELECT integration, entity, record, status, reason FROM run_records WHERE run = ? AND status >= ? ORDER BY integration, entity, record LIMIT ?
