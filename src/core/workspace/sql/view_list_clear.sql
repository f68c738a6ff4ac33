DELETE FROM temp.record_list
