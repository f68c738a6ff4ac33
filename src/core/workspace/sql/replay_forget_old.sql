-- Whole runs: those that are too old, and those that do not fit beside the newer ones.
DELETE FROM replay_parts
WHERE run IN (
    SELECT run FROM (SELECT run, at, sum(records) OVER (ORDER BY part DESC) AS kept FROM replay_parts) AS p
    WHERE kept > ? OR at < ?)
