DELETE FROM temp.record_view WHERE entity = ? AND NOT EXISTS (
    SELECT 1 FROM hub_records AS h WHERE h.id = record_view.id AND h.state = 0)
