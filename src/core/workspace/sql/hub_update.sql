UPDATE hub_records
SET state = ?, match_key = ?, fields = ?, delete_asked = ?, released = ?, revision = ?, pending = ?, updated_at = ?
WHERE id = ?
