-- Relations whose other end has no link in the integration (S-34): looked at again when it gets one. target: a hub id, or
-- remote entity and remote id joined by a slash.
CREATE TABLE waiting_relations (
    hub_id TEXT NOT NULL,
    integration TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (hub_id, integration, target)
) WITHOUT ROWID;
CREATE INDEX waiting_relations_target ON waiting_relations (integration, target, hub_id);

-- Which record stood for which one that a part of a plan refers to (syncline-cli replay). remote_id: '' before a create.
CREATE TABLE replay_references (
    nr INTEGER PRIMARY KEY,
    part INTEGER NOT NULL REFERENCES replay_parts (part) ON DELETE CASCADE,
    integration TEXT NOT NULL,
    remote_entity TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    hub_id TEXT NOT NULL
);
CREATE INDEX replay_references_part ON replay_references (part);

PRAGMA user_version = 5;
