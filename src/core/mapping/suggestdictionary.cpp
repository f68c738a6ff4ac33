#include "core/mapping/suggestdictionary.h"

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Row
{
    const char *remote;
    const char *hub;
    Direction direction = Direction::Both;
};

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

template<std::size_t count>
QHash<QString, KnownPair> pairsOf(const Row (&rows)[count])
{
    QHash<QString, KnownPair> pairs;
    for (const Row &row : rows)
        pairs.insert(QString::fromLatin1(row.remote), {QString::fromLatin1(row.hub), row.direction});
    return pairs;
}

struct OtherName
{
    const char *hub;
    const char *name;
};

constexpr OtherName names[] = {
    {"email", "email address"},
    {"email", "e mail"},
    {"email", "mail"},
    {"email", "primary email"},
    {"email", "work email"},
    {"first_name", "firstname"},
    {"first_name", "given name"},
    {"first_name", "forename"},
    {"last_name", "lastname"},
    {"last_name", "surname"},
    {"last_name", "family name"},
    {"phone", "phone number"},
    {"phone", "telephone"},
    {"phone", "work phone"},
    {"phone", "office phone"},
    {"phone", "business phone"},
    {"mobile", "mobile phone"},
    {"mobile", "cell phone"},
    {"mobile", "mobile number"},
    {"job_title", "position"},
    {"job_title", "jobtitle"},
    {"job_title", "role"},
    {"birth_date", "birthday"},
    {"birth_date", "birthdate"},
    {"birth_date", "date of birth"},
    {"street", "street address"},
    {"street", "address"},
    {"street", "address line 1"},
    {"street", "address 1"},
    {"street", "address1"},
    {"city", "town"},
    {"region", "state"},
    {"region", "province"},
    {"region", "state region"},
    {"postal_code", "zip"},
    {"postal_code", "zip code"},
    {"postal_code", "zipcode"},
    {"postal_code", "postcode"},
    {"postal_code", "postalcode"},
    {"website", "web site"},
    {"website", "homepage"},
    {"website", "web page"},
    {"language", "locale"},
    {"language", "preferred language"},
    {"language", "preferred locale"},
    {"notes", "description"},
    {"notes", "comments"},
    {"notes", "remarks"},
    {"employees", "number of employees"},
    {"employees", "employee count"},
    {"employees", "numberofemployees"},
    {"annual_revenue", "annualrevenue"},
    {"annual_revenue", "revenue"},
    {"lead_source", "leadsource"},
    {"lifecycle_stage", "lifecyclestage"},
    {"tags", "tag"},
    {"social_twitter", "twitter"},
    {"social_twitter", "twitter handle"},
    {"social_twitter", "twitter username"},
    {"social_facebook", "facebook"},
    {"social_linkedin", "linkedin"},
    {"social_linkedin", "linkedin url"},
    {"social_instagram", "instagram"},
    {"social_discord", "discord"},
    {"preferred_name", "nickname"},
    {"dietary_restrictions", "dietary requirements"},
    {"emergency_contact_name", "emergency contact"},
    {"company_name", "organisation"},
    {"company_name", "organization"},
    {"domain", "website domain"},
    {"amount", "value"},
    {"amount", "deal value"},
    {"expected_close_date", "close date"},
    {"lost_reason", "reason lost"},
    {"consent_email", "email opt out"},
    {"consent_sms", "sms opt out"},
    {"consent_phone", "do not call"},
};

} // namespace

QHash<QString, KnownPair> knownPairs(const QString &remoteEntity)
{
    if (remoteEntity == "contacts"_L1) {
        QHash<QString, KnownPair> pairs = pairsOf(mauticContacts);
        pairs.insert(pairsOf(activeCampaignContacts));
        return pairs;
    }
    if (remoteEntity == "accounts"_L1)
        return pairsOf(activeCampaignAccounts);
    if (remoteEntity == "companies"_L1)
        return pairsOf(mauticCompanies);
    if (remoteEntity == "Contacts"_L1 || remoteEntity == "Leads"_L1)
        return pairsOf(suiteContacts);
    if (remoteEntity == "Accounts"_L1)
        return pairsOf(suiteAccounts);
    if (remoteEntity == "deals"_L1)
        return pairsOf(activeCampaignDeals);
    if (remoteEntity == "dealTasks"_L1)
        return pairsOf(activeCampaignTasks);
    if (remoteEntity == "users"_L1)
        return pairsOf(activeCampaignUsers);
    if (remoteEntity == "notes"_L1) {
        QHash<QString, KnownPair> pairs = pairsOf(mauticNotes);
        pairs.insert(pairsOf(activeCampaignNotes));
        return pairs;
    }
    if (remoteEntity == "engagement"_L1)
        return pairsOf(mauticEngagement);
    if (remoteEntity == "Opportunities"_L1)
        return pairsOf(suiteOpportunities);
    if (remoteEntity == "Users"_L1)
        return pairsOf(suiteUsers);
    for (const auto name : {"Calls"_L1, "Meetings"_L1, "Tasks"_L1, "Notes"_L1}) {
        if (remoteEntity == name)
            return pairsOf(suiteActivities);
    }
    return {};
}

QStringList otherNames(const QString &hubField)
{
    QStringList found;
    for (const OtherName &row : names) {
        if (hubField == QLatin1StringView(row.hub))
            found.append(QString::fromLatin1(row.name));
    }
    return found;
}

} // namespace syncline::core
