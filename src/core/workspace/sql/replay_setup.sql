SELECT document FROM replay_setups WHERE hash = ?
