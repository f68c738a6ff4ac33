SELECT count(*) FROM runs WHERE kind = 'sync' AND dry_run = 0 AND status IN ('done', 'partial')
