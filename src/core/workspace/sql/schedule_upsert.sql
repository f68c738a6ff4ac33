INSERT INTO schedules (id, integration, entities, timing, zone, quiet, is_full, is_shadow, jitter_s, enabled, created_at, next_at, failures,
    last_at, last_ms, last_run, last_status, last_detail)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET integration = excluded.integration, entities = excluded.entities, timing = excluded.timing,
    zone = excluded.zone, quiet = excluded.quiet, is_full = excluded.is_full, is_shadow = excluded.is_shadow,
    jitter_s = excluded.jitter_s, enabled = excluded.enabled, next_at = excluded.next_at, failures = excluded.failures,
    last_at = excluded.last_at, last_ms = excluded.last_ms, last_run = excluded.last_run,
    last_status = excluded.last_status, last_detail = excluded.last_detail
