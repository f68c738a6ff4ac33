DELETE FROM notification_channels WHERE id = ?
