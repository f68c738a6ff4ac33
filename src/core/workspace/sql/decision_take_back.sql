UPDATE decisions SET taken_back = 1 WHERE id = ?
