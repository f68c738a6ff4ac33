UPDATE hints SET claimed_by = '', lease_until = 0 WHERE claimed_by = ?
