UPDATE intents SET unknown_since = ? WHERE run = ? AND seq = ?
