SELECT id, integration, entities, timing, zone, quiet, is_full, is_shadow, jitter_s, enabled, created_at, next_at, failures,
    last_at, last_ms, last_run, last_status, last_detail
FROM schedules ORDER BY created_at, id
