SELECT state, count(*) FROM hub_records WHERE entity = ? GROUP BY state
