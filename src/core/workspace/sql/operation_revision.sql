-- What the workspace did itself does not wait any more.
UPDATE operations SET revision = ? WHERE run = ? AND hub_id = ? AND outcome = 'planned' AND phase <> 1
