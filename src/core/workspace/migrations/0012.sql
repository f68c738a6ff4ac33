-- A run asks time and again how many of its operations moved. Few ever do, and it has many.
CREATE INDEX operations_moved ON operations (run) WHERE outcome = 'moved';

PRAGMA user_version = 12;
