UPDATE webhook_deliveries SET peer = '', headers = '', body = ''
