UPDATE event_sources SET refused = refused + 1, last_refused_at = ?, last_refusal = ? WHERE name = ?
