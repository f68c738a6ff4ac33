SELECT DISTINCT phase, entity, integration, remote_entity FROM operations WHERE run = ? AND outcome = 'planned' AND phase <> 1
