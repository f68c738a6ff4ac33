DELETE FROM temp.activity_hubs
