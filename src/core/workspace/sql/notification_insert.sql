INSERT INTO notifications (id, at, event, severity, seen, document) VALUES (?, ?, ?, ?, ?, ?)
