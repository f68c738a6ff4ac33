SELECT id FROM hub_records WHERE entity = ? AND pending <> 0 AND id > ? ORDER BY id LIMIT ?
