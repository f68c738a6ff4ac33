INSERT INTO event_sources (name, token, kinds, made_at, events, refused, last_refusal) VALUES (?, ?, ?, ?, 0, 0, '')
ON CONFLICT (name) DO NOTHING
