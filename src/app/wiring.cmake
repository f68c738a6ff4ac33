# What every program of ours that speaks to CRMs is wired with.
add_library(syncline_wiring STATIC browsersignin.cpp browsersignin.h connectorfactory.cpp connectorfactory.h
    curlpostman.cpp curlpostman.h keptrefreshtokens.cpp keptrefreshtokens.h webhookproviders.cpp webhookproviders.h)
target_link_libraries(syncline_wiring PUBLIC syncline_core_automation syncline_connectors_activecampaign
    syncline_connectors_hubspot syncline_connectors_mautic syncline_connectors_salesforce
    syncline_connectors_suitecrm
    PRIVATE syncline_options CURL::libcurl Qt6::Network)
target_include_directories(syncline_wiring PUBLIC ${PROJECT_SOURCE_DIR}/src)
# A run makes millions of small values on several threads: jemalloc spares it a seventh of its time and holds the least
# unused memory (docs/benchmarks.md). The sanitizers bring an allocator of their own. Nothing of ours names it, so the linker
# must be told to keep it.
if(NOT SYNCLINE_SANITIZE)
    find_library(JEMALLOC jemalloc REQUIRED)
    target_sources(syncline_wiring INTERFACE ${CMAKE_CURRENT_LIST_DIR}/allocation.cpp)
    target_link_libraries(syncline_wiring INTERFACE
        -Wl,--push-state,--no-as-needed ${JEMALLOC} -Wl,--pop-state)
endif()
