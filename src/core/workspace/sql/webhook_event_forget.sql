DELETE FROM webhook_events WHERE at < ?
