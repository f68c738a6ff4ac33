UPDATE event_sources SET events = events + 1, last_at = ? WHERE name = ?
