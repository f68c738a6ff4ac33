DELETE FROM intents WHERE run = ? AND seq = ?
