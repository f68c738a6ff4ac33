INSERT INTO recipes (name, document, settings, applied_at) VALUES (?, ?, ?, ?)
ON CONFLICT (name) DO UPDATE SET document = excluded.document, settings = excluded.settings, applied_at = excluded.applied_at
