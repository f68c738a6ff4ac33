SELECT id, webhook, at, outcome, requests, events, peer, bytes, headers, body FROM webhook_deliveries WHERE id = ?
