SELECT coalesce(max(id), 0) FROM integration_sync_logs
