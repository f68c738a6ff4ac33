INSERT INTO notification_deliveries (notification, channel, attempts, due_at, state, problem) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (notification, channel) DO UPDATE SET attempts = excluded.attempts, due_at = excluded.due_at,
    state = excluded.state, problem = excluded.problem
