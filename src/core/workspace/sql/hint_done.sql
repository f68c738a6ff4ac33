DELETE FROM hints WHERE claimed_by = ?
