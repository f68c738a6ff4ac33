SELECT integration, remote_entity, remote_id FROM strangers
WHERE entity = ? AND document LIKE ? ESCAPE '\' ORDER BY integration, remote_entity, remote_id
