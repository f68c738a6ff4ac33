INSERT INTO notification_states (topic, state, since, told_at) VALUES (?, ?, ?, ?)
ON CONFLICT (topic) DO UPDATE SET state = excluded.state, since = excluded.since, told_at = excluded.told_at
