SELECT count(*) FROM decisions WHERE at >= ? AND taken_back = 0
