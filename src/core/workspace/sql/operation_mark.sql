UPDATE operations SET outcome = ?, detail = ? WHERE run = ? AND seq = ?
