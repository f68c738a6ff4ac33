SELECT document FROM run_errors WHERE run = ? ORDER BY seq
