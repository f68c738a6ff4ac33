SELECT nr, due_at, recipe, kind, step, event, body, records, state, problem FROM follow_ups ORDER BY due_at, nr
