SELECT id, webhook, at, outcome, requests, events, peer, bytes FROM webhook_deliveries WHERE webhook = ?
ORDER BY id DESC LIMIT ?
