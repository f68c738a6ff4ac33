INSERT INTO leases (name, claimed_by, lease_until) VALUES (?, ?, ?)
ON CONFLICT (name) DO UPDATE SET claimed_by = excluded.claimed_by, lease_until = excluded.lease_until
