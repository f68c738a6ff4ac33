-- People who were erased (P5): nothing of them is left but the hash of their match key, with the salt that meta keeps as
-- erasure_salt, so that they do not come in again. document: what became of their records in the CRMs, without a value.
CREATE TABLE erased_people (
    hash TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    document TEXT NOT NULL
);

PRAGMA user_version = 6;
