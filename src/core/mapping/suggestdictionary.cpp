#include "core/mapping/suggestdictionary.h"

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

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
