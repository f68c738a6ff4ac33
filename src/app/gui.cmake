# The window.
add_library(syncline_standins STATIC standins.cpp standins.h)
target_link_libraries(syncline_standins PUBLIC syncline_foundation PRIVATE syncline_options syncline_sandbox)
target_include_directories(syncline_standins PUBLIC ${PROJECT_SOURCE_DIR}/src)
add_executable(syncline account.cpp account.h desktopnotices.cpp desktopnotices.h guimain.cpp singleinstance.cpp singleinstance.h)
target_link_libraries(syncline PRIVATE syncline_options syncline_ui syncline_language syncline_wiring syncline_standins
    Qt6::DBus Qt6::Widgets Qt6::Network)
target_compile_definitions(syncline PRIVATE SYNCLINE_VERSION="${PROJECT_VERSION}")
install(TARGETS syncline RUNTIME DESTINATION bin)
