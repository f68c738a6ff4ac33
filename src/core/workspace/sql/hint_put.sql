INSERT INTO hints (kind, integration, entity, record, origin, due_at, claimed_by, lease_until) VALUES (?, ?, ?, ?, ?, ?, '', 0)
ON CONFLICT (kind, integration, entity, record) DO UPDATE SET due_at = min(due_at, excluded.due_at)
