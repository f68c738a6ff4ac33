UPDATE operations SET outcome = 'moved', detail = ? WHERE run = ? AND hub_id = ? AND outcome = 'planned'
