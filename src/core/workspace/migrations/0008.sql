-- Runs by the clock (Y2). integration: an id, '' for all. entities: a JSON list, [] for all. timing, quiet: as
-- core/automation/schedule.h writes them. next_at: when the scheduler starts it next; null while that is not known.
CREATE TABLE schedules (
    id TEXT PRIMARY KEY,
    integration TEXT NOT NULL,
    entities TEXT NOT NULL,
    timing TEXT NOT NULL,
    zone TEXT NOT NULL,
    quiet TEXT NOT NULL,
    is_full INTEGER NOT NULL,
    is_shadow INTEGER NOT NULL,
    jitter_s INTEGER NOT NULL,
    enabled INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    next_at INTEGER,
    failures INTEGER NOT NULL,
    last_at INTEGER,
    last_ms INTEGER NOT NULL,
    last_run TEXT NOT NULL,
    last_status TEXT NOT NULL,
    last_detail TEXT NOT NULL
);

-- What one process of several does at a time, by name.
CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    claimed_by TEXT NOT NULL,
    lease_until INTEGER NOT NULL
);

-- Where notifications go besides the window. document: address without its secrets, events, severity.
CREATE TABLE notification_channels (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    document TEXT NOT NULL
);
CREATE UNIQUE INDEX notification_channels_name ON notification_channels (name);

-- What has been told: a message goes out when the state of its topic changes, and not before.
CREATE TABLE notification_states (
    topic TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    since INTEGER NOT NULL,
    told_at INTEGER
);

CREATE TABLE notifications (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    event TEXT NOT NULL,
    severity INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX notifications_at ON notifications (at);

-- One row for each message that a channel still has to take. state: waiting, sent, failed.
CREATE TABLE notification_deliveries (
    notification TEXT NOT NULL REFERENCES notifications (id) ON DELETE CASCADE,
    channel TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    problem TEXT NOT NULL,
    PRIMARY KEY (notification, channel)
);
CREATE INDEX notification_deliveries_due ON notification_deliveries (due_at) WHERE state = 'waiting';

PRAGMA user_version = 8;
