list(APPEND SYNCLINE_SANDBOX_SOURCES
    activecampaign/accountcalls.cpp
    activecampaign/activecampaign.cpp
    activecampaign/activitycalls.cpp
    activecampaign/contactcalls.cpp
    activecampaign/dealcalls.cpp
    activecampaign/fieldcalls.cpp
    activecampaign/handedits.cpp
    activecampaign/hooks.cpp
    activecampaign/listing.cpp
    activecampaign/reply.cpp
    activecampaign/seed.cpp
    activecampaign/sideloads.cpp
    activecampaign/store.cpp
    activecampaign/tagcalls.cpp
    activecampaign/times.cpp
)
