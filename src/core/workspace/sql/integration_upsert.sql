INSERT INTO integration_platforms (id, name, provider, url, auth, settings, position, state, account, health, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, url = excluded.url, auth = excluded.auth, settings = excluded.settings,
    state = excluded.state, account = excluded.account, health = excluded.health
