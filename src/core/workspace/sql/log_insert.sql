INSERT INTO integration_sync_logs (at, run, integration, level, message) VALUES (?, ?, ?, ?, ?)
