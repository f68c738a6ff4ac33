-- What the plan of a run was made from, part by part, so that it can be made again (syncline-cli replay). The rows are
-- copied inside the database while a part is planned; their columns are those of the tables that they come from.
CREATE TABLE replay_setups (
    hash TEXT PRIMARY KEY,
    document TEXT NOT NULL
);

-- records: how many rows were copied. setup: of replay_setups; '' where the run was too large to be kept whole.
CREATE TABLE replay_parts (
    part INTEGER PRIMARY KEY,
    run TEXT NOT NULL,
    entity TEXT NOT NULL,
    at INTEGER NOT NULL,
    records INTEGER NOT NULL,
    setup TEXT NOT NULL
);
CREATE INDEX replay_parts_run ON replay_parts (run, part);

CREATE TABLE replay_hubs (
    nr INTEGER PRIMARY KEY,
    part INTEGER NOT NULL REFERENCES replay_parts (part) ON DELETE CASCADE,
    id TEXT NOT NULL,
    entity TEXT NOT NULL,
    state INTEGER NOT NULL,
    match_key TEXT NOT NULL,
    delete_asked TEXT,
    released TEXT,
    revision INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    fields TEXT NOT NULL
);
CREATE INDEX replay_hubs_part ON replay_hubs (part);

CREATE TABLE replay_links (
    nr INTEGER PRIMARY KEY,
    part INTEGER NOT NULL REFERENCES replay_parts (part) ON DELETE CASCADE,
    integration TEXT NOT NULL,
    remote_entity TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    state INTEGER NOT NULL,
    match_key TEXT NOT NULL,
    content_hash INTEGER NOT NULL,
    wrote_open INTEGER NOT NULL,
    modified_at INTEGER,
    not_found INTEGER NOT NULL,
    in_feed INTEGER NOT NULL,
    missing INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX replay_links_part ON replay_links (part);

-- buried: it had a tombstone.
CREATE TABLE replay_strangers (
    nr INTEGER PRIMARY KEY,
    part INTEGER NOT NULL REFERENCES replay_parts (part) ON DELETE CASCADE,
    buried INTEGER NOT NULL,
    integration TEXT NOT NULL,
    remote_entity TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    match_key TEXT NOT NULL,
    content_hash INTEGER NOT NULL,
    modified_at INTEGER,
    created_at INTEGER,
    ours INTEGER,
    left_out TEXT NOT NULL,
    seen INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX replay_strangers_part ON replay_strangers (part);

CREATE TABLE replay_barred (
    nr INTEGER PRIMARY KEY,
    part INTEGER NOT NULL REFERENCES replay_parts (part) ON DELETE CASCADE,
    integration TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    match_key TEXT NOT NULL
);
CREATE INDEX replay_barred_part ON replay_barred (part);

-- document: of the intent's operation.
CREATE TABLE replay_intents (
    nr INTEGER PRIMARY KEY,
    part INTEGER NOT NULL REFERENCES replay_parts (part) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    integration TEXT NOT NULL,
    entity TEXT NOT NULL,
    remote_entity TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    unknown_since INTEGER,
    document TEXT NOT NULL
);
CREATE INDEX replay_intents_part ON replay_intents (part);

PRAGMA user_version = 4;
