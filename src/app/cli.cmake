add_library(syncline_webport STATIC requestthread.cpp requestthread.h webport.cpp webport.h)
target_link_libraries(syncline_webport PUBLIC syncline_core_automation PRIVATE syncline_options syncline_listener)
target_include_directories(syncline_webport PUBLIC ${PROJECT_SOURCE_DIR}/src)
add_executable(syncline-cli climain.cpp demo.cpp demo.h)
target_link_libraries(syncline-cli PRIVATE syncline_options syncline_cli syncline_language syncline_webport syncline_wiring
    Qt6::Core Qt6::Network)
target_compile_definitions(syncline-cli PRIVATE SYNCLINE_VERSION="${PROJECT_VERSION}")
install(TARGETS syncline-cli RUNTIME DESTINATION bin)
