SELECT DISTINCT claimed_by FROM hints WHERE claimed_by <> ''
