INSERT INTO hints (kind, integration, entity, record, origin, due_at, claimed_by, lease_until, first_at, attempts)
VALUES (?1, ?2, ?3, ?4, ?5, ?6 + ?7, '', 0, ?6, 0)
ON CONFLICT (kind, integration, entity, record) DO UPDATE SET
    due_at = CASE
        WHEN hints.claimed_by = '' AND hints.attempts > 0 THEN hints.due_at
        WHEN hints.claimed_by = '' THEN min(excluded.due_at, hints.first_at + ?8)
        ELSE excluded.due_at END,
    first_at = CASE WHEN hints.claimed_by = '' THEN hints.first_at ELSE excluded.first_at END,
    claimed_by = '',
    lease_until = 0
