INSERT INTO integration_webhooks (id, integration, token, url, remote_id, debounce_ms, longest_ms, created_at, received,
    refused, last_refusal)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')
ON CONFLICT (id) DO UPDATE SET remote_id = excluded.remote_id
