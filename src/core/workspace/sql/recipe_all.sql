SELECT name, document, settings, applied_at FROM recipes ORDER BY name
