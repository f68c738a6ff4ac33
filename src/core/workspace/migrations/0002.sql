-- What became of each operation that a run undid: reversed, kept or not possible, with the reason.
CREATE TABLE run_undone (
    run TEXT NOT NULL,
    seq INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (run, seq)
) WITHOUT ROWID;

PRAGMA user_version = 2;
