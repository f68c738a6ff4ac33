UPDATE operations SET outcome = ?, detail = ?, remote_id = ?, document = ? WHERE run = ? AND seq = ?
