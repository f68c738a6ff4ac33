INSERT INTO cursors (integration, remote_entity, changed, deleted, listing, listed_at, mapping) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (integration, remote_entity) DO UPDATE SET changed = excluded.changed, deleted = excluded.deleted,
    listing = excluded.listing, listed_at = excluded.listed_at, mapping = excluded.mapping
