SELECT id, started_at, kind FROM runs WHERE dry_run = 0 AND started_at >= ? ORDER BY started_at DESC, id DESC
