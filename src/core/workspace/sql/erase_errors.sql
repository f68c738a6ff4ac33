DELETE FROM run_errors WHERE json_extract(document, '$.record') IN (
    SELECT value FROM json_each(?1) UNION SELECT 'hub:' || value FROM json_each(?1))
