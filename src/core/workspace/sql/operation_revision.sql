-- What the workspace did itself does not wait any more. An operation that was planned on an older record still does.
UPDATE operations SET revision = ? WHERE run = ? AND hub_id = ? AND outcome = 'planned' AND phase <> 1 AND revision = ?
