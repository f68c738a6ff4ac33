SELECT id, integration, token, url, remote_id, debounce_ms, longest_ms, created_at, received, refused, last_at,
    last_refused_at, last_refusal FROM integration_webhooks ORDER BY created_at, id
