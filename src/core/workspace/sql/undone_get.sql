SELECT document FROM run_undone WHERE run = ? AND seq = ?
