SELECT id, kind, integration, entity, record, origin FROM hints WHERE due_at <= ? ORDER BY due_at, id
