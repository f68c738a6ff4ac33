SELECT count(*) FROM temp.record_list
