INSERT INTO hub_fields (entity, key, document) VALUES (?, ?, ?) ON CONFLICT (entity, key) DO UPDATE SET document = excluded.document
