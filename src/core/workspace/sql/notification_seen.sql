UPDATE notifications SET seen = 1 WHERE seen = 0
