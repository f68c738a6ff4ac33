UPDATE operations SET outcome = 'erased', detail = '', document = '{}'
WHERE hub_id IN (SELECT value FROM json_each(?))
