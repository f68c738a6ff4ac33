UPDATE hub_records SET revision = revision + 1, pending = 1 WHERE id = ?
