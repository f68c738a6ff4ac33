#include "core/mapping/knownpairrows.h"
#include "core/mapping/suggestdictionary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

using Row = KnownRow;

// `company` is only read: writing a new name there makes a company (docs/crm/mautic.md). `points` likewise: two
// writers race.
constexpr Row mauticContacts[] = {
    {"email", "email"},
    {"firstname", "first_name"},
    {"lastname", "last_name"},
    {"title", "salutation"},
    {"position", "job_title"},
    {"phone", "phone"},
    {"mobile", "mobile"},
    {"address1", "street"},
    {"city", "city"},
    {"state", "region"},
    {"zipcode", "postal_code"},
    {"country", "country"},
    {"company", "company_name", Direction::Pull},
    {"website", "website"},
    {"preferred_locale", "language"},
    {"points", "points", Direction::Pull},
    {"tags", "tags"},
    {"twitter", "social_twitter"},
    {"facebook", "social_facebook"},
    {"linkedin", "social_linkedin"},
    {"instagram", "social_instagram"},
    {"dnc_email", "consent_email"},
    {"dnc_sms", "consent_sms"},
    {"owner", "owner"},
    {"companies", "companies"},
    {"stage", "lifecycle_stage", Direction::Pull},
};

// `companyindustry` is only read: it is a list of English values, and an unknown one refuses the record.
constexpr Row mauticCompanies[] = {
    {"companyname", "name"},
    {"companyemail", "email"},
    {"companyphone", "phone"},
    {"companywebsite", "website"},
    {"companyindustry", "industry", Direction::Pull},
    {"companynumber_of_employees", "employees"},
    {"companyannual_revenue", "annual_revenue"},
    {"companyaddress1", "street"},
    {"companycity", "city"},
    {"companystate", "region"},
    {"companyzipcode", "postal_code"},
    {"companycountry", "country"},
    {"companydescription", "notes"},
};

// `account_name` alone does nothing when written (docs/crm/suitecrm.md).
constexpr Row suiteContacts[] = {
    {"email1", "email"},
    {"first_name", "first_name"},
    {"last_name", "last_name"},
    {"salutation", "salutation"},
    {"title", "job_title"},
    {"department", "department"},
    {"phone_work", "phone"},
    {"phone_mobile", "mobile"},
    {"primary_address_street", "street"},
    {"primary_address_city", "city"},
    {"primary_address_state", "region"},
    {"primary_address_postalcode", "postal_code"},
    {"primary_address_country", "country"},
    {"birthdate", "birth_date"},
    {"description", "notes"},
    {"email_opt_out", "consent_email"},
    {"do_not_call", "consent_phone"},
    {"lead_source", "lead_source"},
    {"account_name", "company_name", Direction::Pull},
    {"account_id", "companies"},
    {"assigned_user_id", "owner"},
};

constexpr Row suiteAccounts[] = {
    {"name", "name"},
    {"website", "website"},
    {"phone_office", "phone"},
    {"email1", "email"},
    {"industry", "industry"},
    {"employees", "employees"},
    {"annual_revenue", "annual_revenue"},
    {"billing_address_street", "street"},
    {"billing_address_city", "city"},
    {"billing_address_state", "region"},
    {"billing_address_postalcode", "postal_code"},
    {"billing_address_country", "country"},
    {"parent_id", "parent"},
    {"assigned_user_id", "owner"},
    {"description", "notes"},
};

constexpr Row mauticNotes[] = {
    {"activity_type", "type"},
    {"text", "description"},
    {"dateTime", "completed_at"},
    {"lead", "contacts"},
};

constexpr Row mauticEngagement[] = {
    {"type", "type"},
    {"at", "happened_at"},
    {"subject", "subject"},
    {"contact", "contact"},
};

constexpr Row suiteUsers[] = {
    {"full_name", "name"},
    {"email1", "email"},
};

constexpr Row suiteOpportunities[] = {
    {"name", "title"},
    {"amount", "amount"},
    {"currency_id", "currency"},
    {"sales_stage", "stage"},
    {"probability", "probability"},
    {"date_closed", "expected_close_date"},
    {"contacts", "contacts"},
    {"account_id", "company"},
    {"assigned_user_id", "owner"},
    {"description", "description"},
};

constexpr Row suiteActivities[] = {
    {"activity_type", "type"},      {"name", "subject"},
    {"description", "description"}, {"date_due", "due_at"},
    {"date_start", "starts_at"},    {"duration_total", "duration"},
    {"priority", "priority"},       {"contacts", "contacts"},
    {"contact_id", "contacts"},     {"parent_account", "company"},
    {"parent_opportunity", "deal"}, {"assigned_user_id", "owner"},
};

// ActiveCampaign's names differ from those of others that call the entity so. The account's name is only read: the link
// to the account tells it. A job can be written for people who belong to an account, and is lost for all others.
constexpr Row activeCampaignContacts[] = {
    {"email", "email"},
    {"firstName", "first_name"},
    {"lastName", "last_name"},
    {"phone", "phone"},
    {"account", "companies"},
    {"accountName", "company_name", Direction::Pull},
    {"jobTitle", "job_title", Direction::Pull},
    {"tags", "tags"},
};

constexpr Row activeCampaignAccounts[] = {
    {"name", "name"},
    {"accountUrl", "website"},
    {"owner", "owner"},
};

// Pipelines and stages are ids of the account: to write them takes a lookup.
constexpr Row activeCampaignDeals[] = {
    {"title", "title"},
    {"description", "description"},
    {"value", "amount"},
    {"currency", "currency"},
    {"group", "pipeline", Direction::Pull},
    {"stage", "stage", Direction::Pull},
    {"status", "status"},
    {"percent", "probability"},
    {"contact", "contacts"},
    {"account", "company"},
    {"owner", "owner"},
};

constexpr Row activeCampaignTasks[] = {
    {"activity_type", "type"}, {"title", "subject"}, {"note", "description"}, {"duedate", "due_at"},
    {"contact", "contacts"},   {"deal", "deal"},     {"assignee", "owner"},
};

constexpr Row activeCampaignNotes[] = {
    {"activity_type", "type"}, {"note", "description"}, {"contact", "contacts"},
    {"deal", "deal"},          {"account", "company"},
};

constexpr Row activeCampaignUsers[] = {
    {"name", "name"},
    {"email", "email"},
};

// Other lists of values than the hub's are only read: an unknown one refuses the record. The opt-out is HubSpot's own.
constexpr Row hubSpotContacts[] = {
    {"email", "email"},
    {"firstname", "first_name"},
    {"lastname", "last_name"},
    {"salutation", "salutation"},
    {"jobtitle", "job_title"},
    {"phone", "phone"},
    {"mobilephone", "mobile"},
    {"company", "company_name"},
    {"website", "website"},
    {"date_of_birth", "birth_date", Direction::Pull},
    {"address", "street"},
    {"city", "city"},
    {"state", "region"},
    {"zip", "postal_code"},
    {"country", "country"},
    {"lifecyclestage", "lifecycle_stage", Direction::Pull},
    {"hs_analytics_source", "lead_source", Direction::Pull},
    {"hubspotscore", "score", Direction::Pull},
    {"hs_language", "language", Direction::Pull},
    {"hs_email_optout", "consent_email", Direction::Pull},
    {"twitterhandle", "social_twitter"},
    {"hs_linkedin_url", "social_linkedin"},
    {"hs_facebookid", "social_facebook"},
    {"associated_companies", "companies"},
    {"hubspot_owner_id", "owner"},
};

constexpr Row hubSpotCompanies[] = {
    {"name", "name"},
    {"domain", "domain"},
    {"website", "website"},
    {"industry", "industry", Direction::Pull},
    {"phone", "phone"},
    {"numberofemployees", "employees"},
    {"annualrevenue", "annual_revenue"},
    {"address", "street"},
    {"city", "city"},
    {"state", "region"},
    {"zip", "postal_code"},
    {"country", "country"},
    {"description", "notes"},
    {"hubspot_owner_id", "owner"},
};

constexpr Row hubSpotDeals[] = {
    {"dealname", "title"},
    {"amount", "amount"},
    {"deal_currency_code", "currency"},
    {"pipeline", "pipeline"},
    {"dealstage", "stage"},
    {"deal_status", "status"},
    {"hs_deal_stage_probability", "probability"},
    {"closedate", "expected_close_date"},
    {"closed_lost_reason", "lost_reason"},
    {"description", "description"},
    {"associated_contacts", "contacts"},
    {"associated_company", "company"},
    {"hubspot_owner_id", "owner"},
};

constexpr Row hubSpotTasks[] = {
    {"activity_type", "type"},
    {"hs_task_subject", "subject"},
    {"hs_task_body", "description"},
    {"hs_timestamp", "due_at"},
    {"hs_task_completion_date", "completed_at"},
    {"hs_task_priority", "priority"},
    {"associated_contacts", "contacts"},
    {"associated_company", "company"},
    {"associated_deal", "deal"},
    {"hubspot_owner_id", "owner"},
};

constexpr Row hubSpotCalls[] = {
    {"activity_type", "type"},     {"hs_call_title", "subject"},        {"hs_call_body", "description"},
    {"hs_timestamp", "starts_at"}, {"associated_contacts", "contacts"}, {"associated_company", "company"},
    {"associated_deal", "deal"},   {"hubspot_owner_id", "owner"},
};

constexpr Row hubSpotNotes[] = {
    {"activity_type", "type"},           {"hs_note_body", "description"},   {"hs_timestamp", "completed_at"},
    {"associated_contacts", "contacts"}, {"associated_company", "company"}, {"associated_deal", "deal"},
    {"hubspot_owner_id", "owner"},
};

constexpr Row hubSpotOwners[] = {
    {"full_name", "name"},
    {"email", "email"},
    {"active", "active"},
};

constexpr KnownRows dictionaries[] = {
    {"contacts", mauticContacts},
    {"companies", mauticCompanies},
    {"notes", mauticNotes},
    {"engagement", mauticEngagement},
    {"Contacts", suiteContacts},
    {"Leads", suiteContacts},
    {"Accounts", suiteAccounts},
    {"Users", suiteUsers},
    {"Opportunities", suiteOpportunities},
    {"Calls", suiteActivities},
    {"Meetings", suiteActivities},
    {"Tasks", suiteActivities},
    {"Notes", suiteActivities},
    {"contacts", hubSpotContacts},
    {"companies", hubSpotCompanies},
    {"deals", hubSpotDeals},
    {"tasks", hubSpotTasks},
    {"calls", hubSpotCalls},
    {"notes", hubSpotNotes},
    {"owners", hubSpotOwners},
    {"contacts", activeCampaignContacts},
    {"accounts", activeCampaignAccounts},
    {"deals", activeCampaignDeals},
    {"dealTasks", activeCampaignTasks},
    {"users", activeCampaignUsers},
    {"notes", activeCampaignNotes},
};

qsizetype hits(const KnownRows &dictionary, const connectors::RemoteEntity &remote)
{
    if (remote.name != QLatin1StringView(dictionary.entity))
        return 0;
    return std::ranges::count_if(
        dictionary.rows, [&](const Row &row) { return remote.field(QString::fromLatin1(row.remote)) != nullptr; });
}

} // namespace

QHash<QString, KnownPair> knownPairs(const connectors::RemoteEntity &remote)
{
    QList<KnownRows> all(std::begin(dictionaries), std::end(dictionaries));
    std::ranges::copy(salesforcePairs(), std::back_inserter(all));
    const auto best = std::ranges::max_element(all, {},
                                               [&](const KnownRows &dictionary) { return hits(dictionary, remote); });
    QHash<QString, KnownPair> pairs;
    if (hits(*best, remote) == 0)
        return pairs;
    for (const Row &row : best->rows)
        pairs.insert(QString::fromLatin1(row.remote), {QString::fromLatin1(row.hub), row.direction});
    return pairs;
}

} // namespace syncline::core
