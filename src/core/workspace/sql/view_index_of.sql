SELECT position - 1 FROM temp.record_list WHERE id = ?
