UPDATE follow_ups SET state = 'failed', problem = ? WHERE nr = ?
