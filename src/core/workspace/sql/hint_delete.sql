DELETE FROM hints WHERE id = ?
