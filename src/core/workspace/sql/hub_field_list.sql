SELECT entity, key, document FROM hub_fields ORDER BY entity, key
