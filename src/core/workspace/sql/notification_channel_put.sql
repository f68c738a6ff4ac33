INSERT INTO notification_channels (id, kind, name, enabled, document) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, enabled = excluded.enabled,
    document = excluded.document
