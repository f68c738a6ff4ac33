SELECT count(*) FROM notifications WHERE seen = 0
