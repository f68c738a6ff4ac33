# The child program that evaluates `function` transforms. It links nothing of ours: whatever breaks in it stays there.
add_executable(syncline-script scriptmain.cpp)
target_link_libraries(syncline-script PRIVATE syncline_options Qt6::Qml)
set_target_properties(syncline-script PROPERTIES AUTOMOC OFF AUTORCC OFF SYNCLINE_UNSANITIZED ON)
install(TARGETS syncline-script RUNTIME DESTINATION libexec/syncline)
