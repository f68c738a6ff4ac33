DELETE FROM webhook_deliveries WHERE webhook = ?1 AND id <= (
    SELECT id FROM webhook_deliveries WHERE webhook = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)
