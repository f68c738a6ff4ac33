UPDATE cursors SET changed = NULL, listed_at = NULL WHERE integration = ?
