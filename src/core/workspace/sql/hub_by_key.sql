SELECT id FROM hub_records WHERE entity = ? AND match_key = ? AND match_key <> ''
