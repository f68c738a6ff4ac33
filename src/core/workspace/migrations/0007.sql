-- Recipes (ready-made set-ups for a business) as they were applied, each with the settings that differ from its own.
CREATE TABLE recipes (
    name TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    settings TEXT NOT NULL,
    applied_at INTEGER NOT NULL
);

-- Which hub record a recipe's step means by the value of one field, such as a booking's number.
CREATE TABLE recipe_records (
    entity TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    PRIMARY KEY (entity, field, value)
) WITHOUT ROWID;

-- Business events that were carried out, so that none is carried out twice; what they said is not kept. hubs: the records
-- that it changed, as JSON.
CREATE TABLE recipe_events (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    hubs TEXT NOT NULL
);

-- Steps that wait for their time, until they are done. records: name of an earlier step -> hub id, as JSON. state: waiting,
-- failed.
CREATE TABLE follow_ups (
    nr INTEGER PRIMARY KEY,
    due_at INTEGER NOT NULL,
    recipe TEXT NOT NULL,
    kind TEXT NOT NULL,
    step TEXT NOT NULL,
    event TEXT NOT NULL,
    body TEXT NOT NULL,
    records TEXT NOT NULL,
    state TEXT NOT NULL,
    problem TEXT NOT NULL
);
CREATE INDEX follow_ups_due ON follow_ups (state, due_at);

PRAGMA user_version = 7;
