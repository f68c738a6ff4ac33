-- What people decided about what waited for them, with what it takes to take it back.
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    batch TEXT NOT NULL,
    action TEXT NOT NULL,
    item TEXT NOT NULL,
    entity TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    field TEXT NOT NULL,
    answer TEXT NOT NULL,
    taken_back INTEGER NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX decisions_at ON decisions (at);
CREATE INDEX decisions_batch ON decisions (batch);

-- Failures are looked for among a million operations.
CREATE INDEX operations_failed ON operations (run, seq) WHERE outcome IN ('failed', 'refused', 'lost');

PRAGMA user_version = 3;
