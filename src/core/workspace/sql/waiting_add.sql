INSERT INTO waiting_relations (hub_id, integration, target) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
