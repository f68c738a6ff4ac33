SELECT notification, channel, attempts, due_at, state, problem FROM notification_deliveries
WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at LIMIT ?
