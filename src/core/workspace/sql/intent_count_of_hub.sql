SELECT count(*) FROM intents WHERE hub_id = ? AND hub_id <> ''
