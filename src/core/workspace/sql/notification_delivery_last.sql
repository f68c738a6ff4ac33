SELECT d.notification, d.channel, d.attempts, d.due_at, d.state, d.problem FROM notification_deliveries d
JOIN notifications n ON n.id = d.notification WHERE d.channel = ? ORDER BY n.at DESC, n.id DESC LIMIT 1
