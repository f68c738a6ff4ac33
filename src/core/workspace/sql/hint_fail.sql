UPDATE hints SET claimed_by = '', lease_until = 0, attempts = attempts + 1,
    due_at = ?1 + ?2 * min(attempts + 1, ?3) WHERE claimed_by = ?4
