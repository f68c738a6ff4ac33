SELECT count(*) FROM (SELECT hash FROM erased_people LIMIT 1) AS one
