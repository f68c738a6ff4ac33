# One interface target holds all compiler rules; every target of ours links it PRIVATE.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_INODECACHE=1 ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

# GCC 12 takes members of a moved std::variant for uninitialised once it optimises (reviewalike.cpp): false alarms only.
add_library(syncline_options INTERFACE)
target_compile_options(syncline_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Woverloaded-virtual
    $<$<BOOL:${SYNCLINE_WARNINGS_AS_ERRORS}>:-Werror>
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-maybe-uninitialized>)
target_compile_definitions(syncline_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_NO_KEYWORDS
    QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)

set(SYNCLINE_SANITIZE "" CACHE STRING "Sanitizers: address;undefined or thread")
if(SYNCLINE_SANITIZE)
    list(JOIN SYNCLINE_SANITIZE "," _sanitizers)
    # A program whose memory is limited from outside (SYNCLINE_UNSANITIZED) would not even start under them.
    set(_sanitized $<NOT:$<BOOL:$<TARGET_PROPERTY:SYNCLINE_UNSANITIZED>>>)
    add_compile_options($<${_sanitized}:-fsanitize=${_sanitizers}> -fno-omit-frame-pointer)
    add_link_options($<${_sanitized}:-fsanitize=${_sanitizers}>)
endif()

# What nearly every source includes, compiled once for all rooms and once for all tests, which assert in every build. Only
# headers from outside: ours change.
foreach(_kind IN ITEMS "" _test)
    set(_target syncline_precompiled${_kind})
    add_library(${_target} OBJECT ${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp)
    set_target_properties(${_target} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(${_target} PRIVATE syncline_options Qt6::Core tl::expected)
    target_precompile_headers(${_target} PRIVATE <QByteArray> <QCoreApplication> <QDateTime> <QHash> <QJsonArray>
        <QJsonDocument> <QJsonObject> <QList> <QMap> <QRegularExpression> <QSet> <QString> <QStringList> <algorithm>
        <chrono> <functional> <memory> <optional> <vector> <tl/expected.hpp>)
endforeach()
target_compile_definitions(syncline_precompiled_test PRIVATE QT_FORCE_ASSERTS)

# syncline_add_library(NAME SOURCES ... LIBS <public doors> PRIVATE_LIBS ...): a room. Its headers are seen by those who
# link it and by nobody else, though all are written relative to src/: each room has an include root of its own below
# build/doors that holds nothing but a link to its folder. cmake/SynclineDoors.cmake tests the doors that stay closed.
function(syncline_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBS;PRIVATE_LIBS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    syncline_open_door(${name} ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ARG_LIBS} PRIVATE syncline_options ${ARG_PRIVATE_LIBS})
    target_precompile_headers(${name} REUSE_FROM syncline_precompiled)
endfunction()

# syncline_open_door(TARGET FOLDER): who links the target may include the headers of this folder of src/.
function(syncline_open_door target folder)
    file(RELATIVE_PATH room ${PROJECT_SOURCE_DIR}/src ${folder})
    set(door ${PROJECT_BINARY_DIR}/doors/${target})
    cmake_path(GET room PARENT_PATH above)
    file(MAKE_DIRECTORY ${door}/${above})
    file(CREATE_LINK ${folder} ${door}/${room} SYMBOLIC)
    target_include_directories(${target} PUBLIC ${door})
endfunction()
