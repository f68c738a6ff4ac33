# What every program of ours that speaks to CRMs is wired with.
add_library(syncline_wiring STATIC browsersignin.cpp browsersignin.h connectorfactory.cpp connectorfactory.h
    keptrefreshtokens.cpp keptrefreshtokens.h)
target_link_libraries(syncline_wiring PUBLIC syncline_core_services syncline_connectors_mautic syncline_connectors_suitecrm
    PRIVATE syncline_options Qt6::Network)
target_include_directories(syncline_wiring PUBLIC ${PROJECT_SOURCE_DIR}/src)
