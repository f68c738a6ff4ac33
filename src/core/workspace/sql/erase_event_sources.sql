UPDATE event_sources SET last_refusal = '' WHERE last_refusal LIKE ? ESCAPE '\'
