UPDATE hub_records SET pending = 1 WHERE entity = ? AND state = 0
