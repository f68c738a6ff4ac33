INSERT INTO run_errors (run, seq, document) VALUES (?, ?, ?)
