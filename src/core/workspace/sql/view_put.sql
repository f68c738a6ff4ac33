INSERT INTO temp.record_view (entity, id, name, email, company, updated_at, text) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (entity, id) DO UPDATE SET name = excluded.name, email = excluded.email, company = excluded.company,
    updated_at = excluded.updated_at, text = excluded.text
