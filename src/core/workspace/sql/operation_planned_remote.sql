SELECT remote_id FROM operations
WHERE hub_id = ? AND run = ? AND integration = ? AND remote_entity = ? AND outcome = 'planned'
    AND kind IN ('link', 'relink', 'create')
ORDER BY seq DESC LIMIT 1
