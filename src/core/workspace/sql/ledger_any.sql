SELECT EXISTS (SELECT 1 FROM run_records WHERE run = ? AND entity = ?)
