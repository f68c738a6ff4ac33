-- By the numbers: the index of what is planned would go through the whole run each time.
UPDATE operations SET outcome = 'done'
WHERE run = ? AND seq BETWEEN ? AND ? AND entity = ? AND phase + 0 = 1 AND outcome || '' = 'planned'
