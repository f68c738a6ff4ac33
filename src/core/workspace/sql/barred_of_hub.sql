SELECT integration, match_key FROM barred_creates WHERE hub_id = ?
