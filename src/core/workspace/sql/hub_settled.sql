UPDATE hub_records SET pending = 0
WHERE entity = ? AND pending <> 0 AND pending = 2
    AND EXISTS (SELECT 1 FROM operations AS o WHERE o.hub_id = hub_records.id AND o.run = ?2)
    AND NOT EXISTS (
        SELECT 1 FROM operations AS o
        WHERE o.hub_id = hub_records.id AND o.run = ?2 AND o.outcome NOT IN ('done', 'changed'))
