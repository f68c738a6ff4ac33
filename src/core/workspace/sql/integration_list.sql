SELECT id, name, provider, url, auth, settings, position, state, account, health, created_at
FROM integration_platforms WHERE state <> 'removed' ORDER BY position
