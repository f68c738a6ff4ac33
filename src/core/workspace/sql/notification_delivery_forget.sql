DELETE FROM notification_deliveries WHERE channel = ?
