UPDATE hub_records SET pending = 3
WHERE id IN (SELECT hub_id FROM waiting_relations WHERE integration = ? AND target IN (?, ?))
