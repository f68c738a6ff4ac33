DELETE FROM replay_setups WHERE hash NOT IN (SELECT setup FROM replay_parts)
