SELECT topic, state, since, told_at FROM notification_states
