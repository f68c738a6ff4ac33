SELECT id, at, event, severity, seen, document FROM notifications WHERE id = ?
