-- A run of which one part is gone cannot be planned again: all of it goes.
DELETE FROM replay_parts WHERE run IN (
    SELECT p.run FROM replay_parts AS p JOIN replay_hubs AS h ON h.part = p.part
    WHERE h.id IN (SELECT value FROM json_each(?1))
    UNION
    SELECT p.run FROM replay_parts AS p JOIN replay_strangers AS s ON s.part = p.part
    JOIN json_each(?2) AS k ON s.integration = json_extract(k.value, '$[0]')
        AND s.remote_entity = json_extract(k.value, '$[1]') AND s.remote_id = json_extract(k.value, '$[2]'))
