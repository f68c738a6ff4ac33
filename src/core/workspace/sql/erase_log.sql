DELETE FROM integration_sync_logs WHERE message LIKE ? ESCAPE '\'
