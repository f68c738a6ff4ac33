DELETE FROM follow_ups WHERE nr = ?
