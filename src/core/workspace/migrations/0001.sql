-- The workspace, version 1. Times are UTC: milliseconds for our own, seconds for a CRM's. Decimals are text.
-- Documents are JSON of core/workspace/documents.h, and stand last: a column behind a long one is found by reading it.
-- No rowid is relied on; every table has its own key. WITHOUT ROWID is for short rows only: it keeps a quarter of a page
-- of a row in its place and the rest on a page of its own.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- One connected account each (S-31: rows outlive their removal, so that bases and graves are found again).
CREATE TABLE integration_platforms (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    provider TEXT NOT NULL,
    url TEXT NOT NULL,
    auth TEXT NOT NULL,
    settings TEXT NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    account TEXT NOT NULL,
    health TEXT NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX integration_platforms_name ON integration_platforms (name) WHERE state <> 'removed';

-- Field lists as the CRM described them, cached (M1).
CREATE TABLE remote_entities (
    integration TEXT NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    described_at INTEGER NOT NULL,
    PRIMARY KEY (integration, name)
);

CREATE TABLE integration_field_mappings (
    integration TEXT NOT NULL,
    remote_entity TEXT NOT NULL,
    hub_entity TEXT NOT NULL,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (integration, remote_entity)
);

-- scope: a hub entity, or entity.field
CREATE TABLE policies (
    scope TEXT PRIMARY KEY,
    document TEXT NOT NULL
);

CREATE TABLE hub_fields (
    entity TEXT NOT NULL,
    key TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (entity, key)
);

-- state: 0 live, 1 archived, 2 deleted. revision moves with every change of the record or of a decision about it.
-- pending: the next run has to look at it.
CREATE TABLE hub_records (
    id TEXT PRIMARY KEY,
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
CREATE INDEX hub_records_key ON hub_records (entity, match_key, id);
CREATE INDEX hub_records_pending ON hub_records (entity, id) WHERE pending <> 0;

-- The links. state: 0 live, 1 gone, 2 excluded, 3 merged, 4 deleted. wrote_open: the first look after our write is due.
-- seen: the number of the last listing that showed it.
CREATE TABLE integration_mappings (
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
    document TEXT NOT NULL,
    PRIMARY KEY (integration, remote_entity, remote_id)
);
CREATE INDEX integration_mappings_hub ON integration_mappings (hub_id, integration, remote_entity, remote_id);
CREATE INDEX integration_mappings_key ON integration_mappings (entity, match_key, hub_id, state);
CREATE INDEX integration_mappings_evidence ON integration_mappings (integration, remote_entity, remote_id)
WHERE in_feed <> 0 OR missing <> 0;

-- Remote records without a link. A record outside the filter is kept by its id alone (S-43). first_seen is ours: a record
-- that was known before a create was sent is not the record of that create, whatever the CRM's clock says (S-20).
CREATE TABLE strangers (
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
    document TEXT NOT NULL,
    PRIMARY KEY (integration, remote_entity, remote_id)
);
CREATE INDEX strangers_key ON strangers (entity, match_key, integration, remote_entity, remote_id);

-- What was deleted, excluded, unlinked or undone and must not come in again (S-19).
CREATE TABLE tombstones (
    integration TEXT NOT NULL,
    remote_entity TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (integration, remote_entity, remote_id)
) WITHOUT ROWID;

-- Creates that a CRM refused, until the key changes (S-16).
CREATE TABLE barred_creates (
    integration TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    match_key TEXT NOT NULL,
    PRIMARY KEY (hub_id, integration)
);

CREATE TABLE cursors (
    integration TEXT NOT NULL,
    remote_entity TEXT NOT NULL,
    changed TEXT,
    deleted TEXT,
    listing INTEGER NOT NULL,
    listed_at INTEGER,
    mapping TEXT NOT NULL,
    PRIMARY KEY (integration, remote_entity)
);

CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    dry_run INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    plan_hash TEXT NOT NULL,
    report TEXT NOT NULL,
    actor TEXT NOT NULL,
    undoes TEXT,
    claimed_by TEXT NOT NULL,
    lease_until INTEGER NOT NULL
);
CREATE INDEX runs_started ON runs (started_at);

CREATE TABLE operations (
    run TEXT NOT NULL,
    seq INTEGER NOT NULL,
    phase INTEGER NOT NULL,
    integration TEXT NOT NULL,
    entity TEXT NOT NULL,
    remote_entity TEXT NOT NULL,
    kind TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    reason TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (run, seq)
);
CREATE INDEX operations_hub ON operations (hub_id, run, seq);
CREATE INDEX operations_planned ON operations (run, phase, seq, integration, remote_entity) WHERE outcome = 'planned';

-- Written before a remote write and removed when its outcome is known.
CREATE TABLE intents (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    integration TEXT NOT NULL,
    entity TEXT NOT NULL,
    remote_entity TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    document TEXT NOT NULL,
    at INTEGER NOT NULL,
    unknown_since INTEGER,
    claimed_by TEXT NOT NULL,
    lease_until INTEGER NOT NULL
);

CREATE INDEX intents_operation ON intents (run, seq);

-- One row per considered pair that was not simply equal (S-30). status as in core::Status.
CREATE TABLE run_records (
    run TEXT NOT NULL,
    integration TEXT NOT NULL,
    entity TEXT NOT NULL,
    record TEXT NOT NULL,
    status INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (run, integration, entity, record)
) WITHOUT ROWID;

CREATE TABLE run_errors (
    run TEXT NOT NULL,
    seq INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (run, seq)
) WITHOUT ROWID;

-- What waits for a person, as the last look at each record left it. kind: conflict, held, delete, failed.
CREATE TABLE review_items (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    integration TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    document TEXT NOT NULL,
    run TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX review_items_hub ON review_items (hub_id);
CREATE INDEX review_items_remote ON review_items (integration, remote_id);

CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    run TEXT NOT NULL,
    seq INTEGER NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    field TEXT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX audit_hub ON audit (hub_id);

CREATE TABLE integration_sync_logs (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    run TEXT NOT NULL,
    integration TEXT NOT NULL,
    level TEXT NOT NULL,
    message TEXT NOT NULL
);

-- "Look at this record, entity or integration": one queue for Sync Now, retries, events and schedules.
CREATE TABLE hints (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    integration TEXT NOT NULL,
    entity TEXT NOT NULL,
    record TEXT NOT NULL,
    origin TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    claimed_by TEXT NOT NULL,
    lease_until INTEGER NOT NULL
);
CREATE UNIQUE INDEX hints_once ON hints (kind, integration, entity, record);

PRAGMA user_version = 1;
