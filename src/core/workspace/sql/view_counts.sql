SELECT entity, count(*) FROM hub_records WHERE state = 0 GROUP BY entity
