UPDATE hints SET due_at = ?1 WHERE integration = ?2 AND due_at < ?1
