SELECT kind, count(*) FROM review_items GROUP BY kind
