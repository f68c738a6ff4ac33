# The window.
add_executable(syncline guimain.cpp connectorfactory.cpp connectorfactory.h keptrefreshtokens.cpp keptrefreshtokens.h
    singleinstance.cpp singleinstance.h standins.cpp standins.h)
target_link_libraries(syncline PRIVATE syncline_options syncline_ui syncline_language syncline_connectors_mautic syncline_connectors_suitecrm
    syncline_sandbox Qt6::Widgets Qt6::Network)
target_compile_definitions(syncline PRIVATE SYNCLINE_VERSION="${PROJECT_VERSION}")
target_include_directories(syncline PRIVATE ${PROJECT_SOURCE_DIR}/src)
install(TARGETS syncline RUNTIME DESTINATION bin)
