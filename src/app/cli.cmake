add_executable(syncline-cli climain.cpp browsersignin.cpp browsersignin.h connectorfactory.cpp connectorfactory.h
    demo.cpp demo.h keptrefreshtokens.cpp keptrefreshtokens.h)
target_link_libraries(syncline-cli PRIVATE syncline_options syncline_cli syncline_language syncline_connectors_mautic
    syncline_connectors_suitecrm Qt6::Core Qt6::Network)
target_compile_definitions(syncline-cli PRIVATE SYNCLINE_VERSION="${PROJECT_VERSION}")
target_include_directories(syncline-cli PRIVATE ${PROJECT_SOURCE_DIR}/src)
install(TARGETS syncline-cli RUNTIME DESTINATION bin)
