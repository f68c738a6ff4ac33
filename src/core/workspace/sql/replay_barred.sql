SELECT integration, hub_id, match_key FROM replay_barred WHERE part = ?
