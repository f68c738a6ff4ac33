-- first_at: when the first of the events came that this hint stands for, so that a steady stream of them does not put it off
-- for ever. attempts: how many runs failed at it.
ALTER TABLE hints ADD COLUMN first_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE hints ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
CREATE INDEX hints_due ON hints (due_at);

-- Addresses at which CRMs tell of changes (Y3). token: the SHA-256 of the part of the address that nobody guesses; the part
-- itself and the key of the signatures are in the keychain. remote_id: the subscription in the CRM, '' where it was made by
-- hand. last_refusal: of last_refused_at.
CREATE TABLE integration_webhooks (
    id TEXT PRIMARY KEY,
    integration TEXT NOT NULL,
    token TEXT NOT NULL,
    url TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    debounce_ms INTEGER NOT NULL,
    longest_ms INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    received INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    last_at INTEGER,
    last_refused_at INTEGER,
    last_refusal TEXT NOT NULL
);
CREATE UNIQUE INDEX integration_webhooks_token ON integration_webhooks (token);
CREATE UNIQUE INDEX integration_webhooks_integration ON integration_webhooks (integration);

-- Events that were taken, so that none is taken twice, for some days. event: a SHA-256 of what tells it from others.
CREATE TABLE webhook_events (
    webhook TEXT NOT NULL,
    event TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (webhook, event)
) WITHOUT ROWID;
CREATE INDEX webhook_events_at ON webhook_events (at);

PRAGMA user_version = 9;
