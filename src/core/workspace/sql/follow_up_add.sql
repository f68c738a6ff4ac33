INSERT INTO follow_ups (due_at, recipe, kind, step, event, body, records, state, problem) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', '')
