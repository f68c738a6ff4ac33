INSERT INTO webhook_deliveries (webhook, at, outcome, requests, events, peer, bytes, headers, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
