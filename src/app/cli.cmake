add_executable(syncline-cli climain.cpp demo.cpp demo.h)
target_link_libraries(syncline-cli PRIVATE syncline_options syncline_cli syncline_language syncline_wiring Qt6::Core
    Qt6::Network)
target_compile_definitions(syncline-cli PRIVATE SYNCLINE_VERSION="${PROJECT_VERSION}")
install(TARGETS syncline-cli RUNTIME DESTINATION bin)
