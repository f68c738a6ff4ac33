DELETE FROM review_items WHERE hub_id = ? AND hub_id <> ''
