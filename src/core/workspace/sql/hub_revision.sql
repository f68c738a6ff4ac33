SELECT revision, state FROM hub_records WHERE id = ?
