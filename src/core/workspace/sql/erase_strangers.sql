DELETE FROM strangers WHERE EXISTS (
    SELECT 1 FROM json_each(?) AS k
    WHERE strangers.integration = json_extract(k.value, '$[0]')
        AND strangers.remote_entity = json_extract(k.value, '$[1]')
        AND strangers.remote_id = json_extract(k.value, '$[2]'))
