UPDATE integration_webhooks SET received = received + ?, last_at = ? WHERE id = ?
