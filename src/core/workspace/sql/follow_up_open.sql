SELECT nr, due_at, recipe, kind, step, event, body, records, state, problem FROM follow_ups WHERE state <> 'done' ORDER BY due_at, nr
