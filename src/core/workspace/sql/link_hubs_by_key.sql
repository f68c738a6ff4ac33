SELECT hub_id FROM integration_mappings WHERE entity = ? AND match_key = ? AND match_key <> ''
