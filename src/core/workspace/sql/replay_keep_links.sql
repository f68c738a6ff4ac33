INSERT INTO replay_links (part, integration, remote_entity, remote_id, entity, hub_id, state, match_key, content_hash, wrote_open, modified_at, not_found, in_feed, missing, seen, document)
SELECT ?, l.integration, l.remote_entity, l.remote_id, l.entity, l.hub_id, l.state, l.match_key, l.content_hash, l.wrote_open, l.modified_at, l.not_found, l.in_feed, l.missing, l.seen, l.document
FROM json_each(?) AS k CROSS JOIN integration_mappings AS l WHERE l.hub_id = k.value
