SELECT integration, remote_entity, remote_id, hub_id FROM replay_references WHERE part = ?
