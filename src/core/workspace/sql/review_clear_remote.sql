DELETE FROM review_items WHERE integration = ? AND remote_id = ? AND entity = ? AND hub_id = ''
