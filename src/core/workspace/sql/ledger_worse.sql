INSERT INTO run_records (run, integration, entity, record, status, reason) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (run, integration, entity, record) DO UPDATE SET status = excluded.status, reason = excluded.reason
WHERE excluded.status > status
