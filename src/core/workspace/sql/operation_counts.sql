SELECT integration, entity, kind, outcome, count(*) FROM operations WHERE run = ?
GROUP BY integration, entity, kind, outcome
