-- What CRMs posted to the addresses above, newest last, for some days and up to a number for each (deliveries.h says which).
-- outcome: accepted, or why it was refused; then neither headers nor body are kept, since anybody may have sent them, and one
-- row stands for `requests` of them. headers: a JSON array of pairs without secrets. body: as it came, cut; bytes: its length.
CREATE TABLE webhook_deliveries (
    id INTEGER PRIMARY KEY,
    webhook TEXT NOT NULL,
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    requests INTEGER NOT NULL,
    events INTEGER NOT NULL,
    peer TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    headers TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries (webhook, id);
CREATE INDEX webhook_deliveries_at ON webhook_deliveries (at);

PRAGMA user_version = 10;
