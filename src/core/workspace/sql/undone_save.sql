UPDATE run_undone SET document = ? WHERE run = ? AND seq = ?
