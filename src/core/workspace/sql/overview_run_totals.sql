SELECT count(*), coalesce(sum(CASE WHEN status = 'done' THEN 1 ELSE 0 END), 0), coalesce(sum(finished_at - started_at), 0)
FROM runs WHERE kind = 'sync' AND dry_run = 0 AND finished_at IS NOT NULL AND status NOT IN ('planned', 'interrupted')
