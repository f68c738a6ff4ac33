-- Who may send business events, and with which token: its SHA-256, in hex. kinds: a JSON array; an empty one for all kinds.
CREATE TABLE event_sources (
    name TEXT PRIMARY KEY,
    token TEXT NOT NULL,
    kinds TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    events INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    last_at INTEGER,
    last_refused_at INTEGER,
    last_refusal TEXT NOT NULL
);
CREATE UNIQUE INDEX event_sources_token ON event_sources (token);

PRAGMA user_version = 11;
