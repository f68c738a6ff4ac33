SELECT id, at, run, integration, level, message FROM integration_sync_logs WHERE id > ? ORDER BY id LIMIT ?
