# Tests that the doors between rooms are shut: for each target and room below, a source that includes a header of that
# room with the include folders of the target must not get through the preprocessor. Open doors are tested as well, so
# that a broken check does not pass for a closed door. What the include folders cannot tell (Qt's modules share one
# root) is looked up in the text by cmake/CheckText.cmake. CTest label: doors.

# The first header of a room, so that the test does not depend on a file's name.
function(_syncline_room_header room out)
    file(GLOB_RECURSE headers RELATIVE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/src/${room}/*.h)
    list(SORT headers)
    list(POP_FRONT headers header)
    set(${out} ${header} PARENT_SCOPE)
endfunction()

# syncline_doors(TARGET [OPEN room...] [CLOSED room...])
function(syncline_doors target)
    cmake_parse_arguments(ARG "" "" "OPEN;CLOSED" ${ARGN})
    if(NOT TARGET ${target})
        return()
    endif()
    foreach(state IN ITEMS OPEN CLOSED)
        set(${state} "")
        foreach(room IN LISTS ARG_${state})
            _syncline_room_header(${room} header)
            list(APPEND ${state} ${header})
        endforeach()
        list(JOIN ${state} "," ${state})
    endforeach()
    set(doors ${PROJECT_BINARY_DIR}/doors/${target})
    set(folders $<REMOVE_DUPLICATES:$<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>>)
    file(GENERATE OUTPUT ${doors}.flags CONTENT "-I\"$<JOIN:${folders},\"\n-I\">\"\n")
    add_test(NAME doors_${target} COMMAND ${CMAKE_COMMAND} -DCOMPILER=${CMAKE_CXX_COMPILER} -DFLAGS=${doors}.flags
        -DOPEN=${OPEN} -DCLOSED=${CLOSED} -DSOURCE=${doors}.cpp -P ${PROJECT_SOURCE_DIR}/cmake/CheckDoors.cmake)
    set_tests_properties(doors_${target} PROPERTIES LABELS doors TIMEOUT 60)
endfunction()

set(_crms connectors/activecampaign connectors/hubspot connectors/mautic connectors/suitecrm)
set(_outside sandbox cli ui app)

syncline_doors(syncline_foundation CLOSED connectors core ${_outside})
syncline_doors(syncline_connectors_api OPEN foundation CLOSED connectors/net ${_crms} core ${_outside})
syncline_doors(syncline_connectors_net OPEN foundation CLOSED ${_crms} core ${_outside})
syncline_doors(syncline_connectors_common OPEN connectors/net CLOSED ${_crms} core ${_outside})
foreach(_crm IN LISTS _crms)
    set(_others ${_crms})
    list(REMOVE_ITEM _others ${_crm})
    string(REPLACE / _ _target ${_crm})
    syncline_doors(syncline_${_target} OPEN connectors/api connectors/net CLOSED ${_others} core ${_outside})
endforeach()
foreach(_room IN ITEMS schema sync secrets)
    syncline_doors(syncline_core_${_room} OPEN foundation
        CLOSED connectors core/mapping core/workspace core/engine core/services ${_outside})
endforeach()
syncline_doors(syncline_core_mirror OPEN connectors/api
    CLOSED connectors/net ${_crms} core/mapping core/workspace core/engine core/services ${_outside})
syncline_doors(syncline_core_mapping OPEN connectors/api
    CLOSED connectors/net ${_crms} core/workspace core/engine core/services ${_outside})
syncline_doors(syncline_core_workspace OPEN core/sync CLOSED connectors/net ${_crms} core/engine core/services ${_outside})
syncline_doors(syncline_core_engine OPEN core/sync connectors/api
    CLOSED connectors/net ${_crms} core/services ${_outside})
syncline_doors(syncline_core_services OPEN core/engine CLOSED connectors/net ${_crms} ${_outside})
syncline_doors(syncline_core_automation OPEN core/services CLOSED connectors/net ${_crms} ${_outside})
syncline_doors(syncline_cli OPEN core/services CLOSED connectors/net ${_crms} sandbox ui app)
syncline_doors(syncline_ui OPEN core/services CLOSED connectors/net ${_crms} sandbox cli app)
syncline_doors(syncline_sandbox OPEN listener CLOSED connectors core cli ui app)
syncline_doors(syncline_listener CLOSED foundation connectors core ${_outside})

add_test(NAME doors_in_text COMMAND ${CMAKE_COMMAND} -DSRC=${PROJECT_SOURCE_DIR}/src
    -P ${PROJECT_SOURCE_DIR}/cmake/CheckText.cmake)
set_tests_properties(doors_in_text PROPERTIES LABELS doors TIMEOUT 60)
