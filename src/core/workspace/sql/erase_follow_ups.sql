DELETE FROM follow_ups WHERE body LIKE ? ESCAPE '\'
