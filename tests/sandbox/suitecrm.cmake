syncline_add_test(tst_suitecrmrecordings
    SOURCES tst_suitecrmrecordings.cpp suitecrmcomparison.cpp suitecrmexchange.cpp suitecrmpreparations.cpp suitecrmworld.cpp
    LIBS syncline_sandbox LABELS sandbox)
foreach(name tst_suitecrmrules tst_suitecrmwrites tst_suitecrmsite)
    syncline_add_test(${name} SOURCES ${name}.cpp suitecrmworld.cpp LIBS syncline_sandbox LABELS sandbox)
endforeach()
