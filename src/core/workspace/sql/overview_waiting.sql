SELECT kind, coalesce(json_extract(document, '$.code'), ''), remote_id <> '', count(*) FROM review_items GROUP BY 1, 2, 3
