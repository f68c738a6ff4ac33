UPDATE event_sources SET token = ? WHERE name = ?
