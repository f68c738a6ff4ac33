SELECT id, kind, name, enabled, document FROM notification_channels ORDER BY name
