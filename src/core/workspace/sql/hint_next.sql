SELECT min(CASE WHEN claimed_by = '' THEN due_at ELSE max(due_at, lease_until) END) FROM hints
