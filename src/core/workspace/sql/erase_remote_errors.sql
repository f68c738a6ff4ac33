DELETE FROM run_errors WHERE json_extract(document, '$.record') IN (
    SELECT json_extract(value, '$[2]') FROM json_each(?))
