SELECT count(*) FROM operations WHERE run = ? AND outcome = ?
