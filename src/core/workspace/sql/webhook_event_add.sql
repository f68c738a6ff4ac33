INSERT INTO webhook_events (webhook, event, at) VALUES (?, ?, ?)
