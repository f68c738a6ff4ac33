SELECT count(*) FROM review_items WHERE hub_id = ?
