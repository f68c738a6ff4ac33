SELECT id, kind, status, dry_run, started_at, finished_at, plan_hash, report, actor, undoes, claimed_by, lease_until
FROM runs WHERE id = ?
