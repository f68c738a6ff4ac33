INSERT INTO replay_setups (hash, document) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING
