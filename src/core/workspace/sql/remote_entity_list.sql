SELECT name, document, described_at FROM remote_entities WHERE integration = ? ORDER BY name
