# The programs' texts in other languages, as files below the resource :/i18n, and what installs them.
set(_texts ${PROJECT_SOURCE_DIR}/translations)
set_source_files_properties(${_texts}/syncline_de.ts ${_texts}/syncline_en.ts
    PROPERTIES OUTPUT_LOCATION ${CMAKE_CURRENT_BINARY_DIR}/i18n)
add_library(syncline_language STATIC language.cpp language.h)
target_link_libraries(syncline_language PUBLIC Qt6::Core PRIVATE syncline_options)
syncline_open_door(syncline_language ${CMAKE_CURRENT_SOURCE_DIR})
qt_add_lrelease(syncline_language TS_FILES ${_texts}/syncline_de.ts ${_texts}/syncline_en.ts
    OPTIONS -silent QM_FILES_OUTPUT_VARIABLE _compiled)
qt_add_resources(syncline_language texts PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR}/i18n FILES ${_compiled})
