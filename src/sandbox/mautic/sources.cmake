list(APPEND SYNCLINE_SANDBOX_SOURCES
    mautic/mautic.cpp
)
