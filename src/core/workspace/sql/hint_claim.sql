UPDATE hints SET claimed_by = ?, lease_until = ? WHERE id = ?
