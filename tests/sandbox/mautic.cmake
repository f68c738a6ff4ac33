syncline_add_test(tst_mauticrecordings SOURCES tst_mauticrecordings.cpp mauticpreparations.cpp mauticworld.cpp
    LIBS syncline_sandbox LABELS sandbox)
syncline_add_test(tst_mauticrules SOURCES tst_mauticrules.cpp mauticworld.cpp LIBS syncline_sandbox LABELS sandbox)
