SELECT u.seq, coalesce(json_extract(u.document, '$.outcome'), ''), coalesce(json_extract(u.document, '$.entity'), ''),
    coalesce(json_extract(u.document, '$.record'), ''), coalesce(json_extract(u.document, '$.system'), ''),
    coalesce(json_extract(u.document, '$.kind'), '')
FROM run_undone AS u WHERE u.run = ? ORDER BY u.seq
