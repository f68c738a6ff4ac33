SELECT coalesce(max(seq), 0) FROM operations WHERE run = ?
