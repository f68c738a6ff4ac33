UPDATE hints SET lease_until = ? WHERE claimed_by = ?
