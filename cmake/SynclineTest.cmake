# syncline_add_test(NAME SOURCES ... LIBS ... [LABELS ...] [TIMEOUT s]): a Qt Test program run by CTest, offscreen,
# with fatal asserts and a time limit.
function(syncline_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;LABELS;ENV" ${ARGN})
    if(NOT ARG_SOURCES)
        set(ARG_SOURCES ${name}.cpp)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE syncline_options Qt6::Test ${ARG_LIBS})
    target_precompile_headers(${name} REUSE_FROM syncline_precompiled_test)
    target_compile_definitions(${name} PRIVATE QT_FORCE_ASSERTS
        SYNCLINE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" SYNCLINE_BINARY_DIR="${PROJECT_BINARY_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;LANGUAGE=en;${ARG_ENV}")
endfunction()
