-- By the record: the index of what is planned would go through the whole run each time.
UPDATE operations SET outcome = ?, detail = ? WHERE run = ? AND hub_id = ? AND phase + 0 = 1 AND outcome = 'planned'
