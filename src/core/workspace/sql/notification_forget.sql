DELETE FROM notifications WHERE at < ?
