SELECT scope, document FROM policies ORDER BY scope
