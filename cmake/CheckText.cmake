# cmake -DSRC=<folder> -P CheckText.cmake: what no include folder and no type can forbid, looked up in the text.
cmake_minimum_required(VERSION 3.25)
set(found "")

# refuse(REASON PATTERN FOLDER): no source below the folder has a line that matches.
function(refuse reason pattern folder)
    file(GLOB_RECURSE sources RELATIVE ${SRC} ${SRC}/${folder}/*.h ${SRC}/${folder}/*.cpp)
    foreach(source IN LISTS sources)
        file(STRINGS ${SRC}/${source} lines REGEX "${pattern}")
        foreach(line IN LISTS lines)
            string(APPEND found "src/${source}: ${line}\n    ${reason}\n")
        endforeach()
    endforeach()
    set(found "${found}" PARENT_SCOPE)
endfunction()

refuse("The sync rules are pure: no database, no network, no objects with signals."
    "#include <(QtSql|QtNetwork|QSql|QNetwork|QTcp|QObject|QThread|QTimer)|Q_OBJECT" core/sync)
refuse("Only connectors/net talks to the network manager."
    "#include <(QtNetwork|QNetworkAccessManager|QNetworkRequest|QNetworkReply)" core)
foreach(crm IN ITEMS mautic suitecrm common)
    refuse("Only connectors/net talks to the network manager."
        "#include <(QtNetwork|QNetworkAccessManager|QNetworkRequest|QNetworkReply)" connectors/${crm})
endforeach()
refuse("Qt's network manager repeats such a request by itself; writes go through the one-shot body."
    "(->|\\.)(post|put|deleteResource)\\(" connectors/net)
refuse("The window asks the core's services: no database, no JSON, no network of its own."
    "QSql|QJson|QNetwork|QTcp|QLocalSocket|QLocalServer" ui)
refuse("The window knows CRMs by what the services say of them."
    "#include \"connectors/|connectors::" ui)
refuse("It would write secrets to a plain file." "setInsecureFallback" .)
refuse("Sources are included relative to src/." "#include \"\\.\\./" .)
if(found)
    message(FATAL_ERROR "${found}")
endif()
