DELETE FROM review_items WHERE hub_id IN (SELECT value FROM json_each(?))
