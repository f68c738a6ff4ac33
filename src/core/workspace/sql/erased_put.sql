INSERT INTO erased_people (hash, at, actor, document) VALUES (?, ?, ?, ?)
ON CONFLICT (hash) DO UPDATE SET at = excluded.at, actor = excluded.actor, document = excluded.document
