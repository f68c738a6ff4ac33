UPDATE integration_webhooks SET refused = refused + ?, last_refused_at = ?, last_refusal = ? WHERE id = ?
