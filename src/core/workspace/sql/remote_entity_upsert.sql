INSERT INTO remote_entities (integration, name, document, described_at) VALUES (?, ?, ?, ?)
ON CONFLICT (integration, name) DO UPDATE SET document = excluded.document, described_at = excluded.described_at
