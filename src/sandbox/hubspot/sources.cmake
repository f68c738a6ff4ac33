list(APPEND SYNCLINE_SANDBOX_SOURCES
    hubspot/associationcalls.cpp
    hubspot/batchcalls.cpp
    hubspot/hubspot.cpp
    hubspot/limits.cpp
    hubspot/listedcalls.cpp
    hubspot/objectcalls.cpp
    hubspot/properties.cpp
    hubspot/propertycalls.cpp
    hubspot/reply.cpp
    hubspot/searchcalls.cpp
    hubspot/seed.cpp
    hubspot/signin.cpp
    hubspot/standardproperties.cpp
    hubspot/store.cpp
    hubspot/values.cpp
    hubspot/view.cpp
)
