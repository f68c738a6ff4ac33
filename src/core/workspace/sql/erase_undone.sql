UPDATE run_undone SET document = json_remove(document, '$.fields')
WHERE json_extract(document, '$.record') IN (SELECT value FROM json_each(?))
