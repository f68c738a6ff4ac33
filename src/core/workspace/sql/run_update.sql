UPDATE runs SET status = ?, finished_at = ?, plan_hash = ?, report = ?, claimed_by = ?, lease_until = ? WHERE id = ?
