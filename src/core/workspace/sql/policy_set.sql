INSERT INTO policies (scope, document) VALUES (?, ?) ON CONFLICT (scope) DO UPDATE SET document = excluded.document
