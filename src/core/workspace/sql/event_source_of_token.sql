SELECT name, token, kinds, made_at, events, refused, last_at, last_refused_at, last_refusal FROM event_sources WHERE token = ?
