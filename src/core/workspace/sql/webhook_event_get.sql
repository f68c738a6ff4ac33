SELECT at FROM webhook_events WHERE webhook = ? AND event = ?
