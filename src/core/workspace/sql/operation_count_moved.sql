SELECT count(*) FROM operations INDEXED BY operations_moved WHERE run = ? AND outcome = 'moved'
