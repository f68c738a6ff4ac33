syncline_add_test(tst_suitecrmrecordings SOURCES tst_suitecrmrecordings.cpp suitecrmworld.cpp
    LIBS syncline_sandbox LABELS sandbox)
syncline_add_test(tst_suitecrmrules SOURCES tst_suitecrmrules.cpp suitecrmworld.cpp
    LIBS syncline_sandbox LABELS sandbox)
