SELECT id, kind, integration, entity, record, due_at FROM hints
WHERE due_at <= ?1 AND (claimed_by = '' OR lease_until <= ?1) ORDER BY due_at, id LIMIT ?2
