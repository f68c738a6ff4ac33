SELECT changed, deleted, listing, listed_at, mapping FROM cursors WHERE integration = ? AND remote_entity = ?
