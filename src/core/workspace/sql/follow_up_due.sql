SELECT nr, due_at, recipe, kind, step, event, body, records, state, problem FROM follow_ups WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, nr LIMIT 100
