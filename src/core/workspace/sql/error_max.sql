SELECT coalesce(max(seq), 0) FROM run_errors WHERE run = ?
