DELETE FROM notifications WHERE document LIKE ? ESCAPE '\'
