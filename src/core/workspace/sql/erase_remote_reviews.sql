DELETE FROM review_items WHERE EXISTS (
    SELECT 1 FROM json_each(?) AS k
    WHERE review_items.integration = json_extract(k.value, '$[0]')
        AND review_items.remote_id = json_extract(k.value, '$[2]'))
