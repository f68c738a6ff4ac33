SELECT id, at, event, severity, seen, document FROM notifications ORDER BY at DESC, id DESC LIMIT ?
