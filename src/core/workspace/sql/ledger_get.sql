SELECT status FROM run_records WHERE run = ? AND integration = ? AND entity = ? AND record = ?
