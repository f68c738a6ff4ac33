DELETE FROM review_items WHERE id = ?
