INSERT INTO run_undone (run, seq, document)
VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM run_undone WHERE run = ?), ?)
