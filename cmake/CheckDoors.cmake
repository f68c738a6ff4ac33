# cmake -DCOMPILER= -DFLAGS= -DSOURCE= -DOPEN=header,... -DCLOSED=header,... -P CheckDoors.cmake
cmake_minimum_required(VERSION 3.25)

# Sets got_in and message.
macro(include_header header)
    file(WRITE ${SOURCE} "#include \"${header}\"\n")
    execute_process(COMMAND ${COMPILER} -std=c++20 -fPIC -E @${FLAGS} ${SOURCE} -o /dev/null
        RESULT_VARIABLE status ERROR_VARIABLE message)
    string(COMPARE EQUAL "${status}" "0" got_in)
endmacro()

string(REPLACE "," ";" OPEN "${OPEN}")
string(REPLACE "," ";" CLOSED "${CLOSED}")
foreach(header IN LISTS OPEN)
    include_header(${header})
    if(NOT got_in)
        message(SEND_ERROR "This door should be open, but ${header} cannot be included:\n${message}")
    endif()
endforeach()
foreach(header IN LISTS CLOSED)
    include_header(${header})
    string(REPLACE "." "\\." name "${header}")
    if(got_in)
        message(SEND_ERROR "This door should be closed, but ${header} can be included: this target links too much.")
    elseif(NOT message MATCHES "${name}.*(No such file|file not found)")
        message(SEND_ERROR "${header} was refused for another reason than a closed door:\n${message}")
    endif()
endforeach()
