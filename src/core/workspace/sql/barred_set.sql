INSERT INTO barred_creates (integration, hub_id, match_key) VALUES (?, ?, ?)
ON CONFLICT (integration, hub_id) DO UPDATE SET match_key = excluded.match_key
