UPDATE follow_ups SET state = ?, problem = ? WHERE nr = ?
