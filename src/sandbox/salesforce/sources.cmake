list(APPEND SYNCLINE_SANDBOX_SOURCES
    salesforce/collectioncalls.cpp
    salesforce/deletedcalls.cpp
    salesforce/fields.cpp
    salesforce/handedits.cpp
    salesforce/ids.cpp
    salesforce/querycalls.cpp
    salesforce/recordcalls.cpp
    salesforce/reply.cpp
    salesforce/salesforce.cpp
    salesforce/seed.cpp
    salesforce/signin.cpp
    salesforce/soql.cpp
    salesforce/standardfields.cpp
    salesforce/store.cpp
    salesforce/values.cpp
)
