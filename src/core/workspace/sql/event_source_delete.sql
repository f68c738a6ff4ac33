DELETE FROM event_sources WHERE name = ?
