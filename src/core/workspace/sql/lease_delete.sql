DELETE FROM leases WHERE name = ? AND claimed_by = ?
