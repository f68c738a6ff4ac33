list(APPEND SYNCLINE_SANDBOX_SOURCES
    mautic/contactcalls.cpp
    mautic/fieldcalls.cpp
    mautic/fields.cpp
    mautic/mautic.cpp
    mautic/phptext.cpp
    mautic/places.cpp
    mautic/query.cpp
    mautic/recordcalls.cpp
    mautic/render.cpp
    mautic/reply.cpp
    mautic/seed.cpp
    mautic/signin.cpp
    mautic/statistics.cpp
    mautic/store.cpp
    mautic/values.cpp
    mautic/writer.cpp
)
