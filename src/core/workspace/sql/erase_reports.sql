UPDATE runs SET report = json_remove(report, '$.errors') WHERE report LIKE ? ESCAPE '\'
