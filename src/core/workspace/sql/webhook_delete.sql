DELETE FROM integration_webhooks WHERE id = ?
