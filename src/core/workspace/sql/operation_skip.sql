UPDATE operations SET outcome = 'skipped', detail = ? WHERE run = ? AND integration = ? AND outcome = 'planned'
