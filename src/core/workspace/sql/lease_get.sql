SELECT claimed_by, lease_until FROM leases WHERE name = ?
