SELECT id, name, provider, url, auth, settings, position, state, account, health, created_at
FROM integration_platforms WHERE provider = ? AND url = ? AND state = 'removed' ORDER BY position
