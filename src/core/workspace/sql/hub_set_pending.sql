UPDATE hub_records SET pending = ? WHERE id = ?
