SELECT seq, document FROM run_undone WHERE run = ? ORDER BY seq
