SELECT count(*) FROM hub_records WHERE entity = ? AND pending <> 0 AND pending = ?
