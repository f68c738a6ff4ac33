#include "connectors/contract/party.h"

#include "connectors/activecampaign/activecampaignconnector.h"
#include "connectors/hubspot/hubspotconnector.h"
#include "connectors/mautic/mauticconnector.h"
#include "connectors/salesforce/salesforceconnector.h"
#include "connectors/suitecrm/suitecrmconnector.h"

using namespace Qt::StringLiterals;

namespace syncline::contract {

namespace {

using namespace connectors;

Party mautic()
{
    Party party;
    party.provider = u"mautic"_s;
    party.make = makeMauticConnector;
    party.people = u"contacts"_s;
    party.email = u"email"_s;
    party.lastName = u"lastname"_s;
    party.samples = {{u"firstname"_s, Value::text(u"Zoë 🌟"_s)},
                     {u"x_area"_s, Value::text(u"two\nlines"_s)},
                     {u"x_int"_s, Value::text(u"17"_s)},
                     {u"x_dec"_s, Value::text(u"12.25"_s)},
                     {u"x_bool"_s, Value::text(u"true"_s)},
                     {u"x_date"_s, Value::text(u"1990-02-28"_s)},
                     {u"x_datetime"_s, Value::text(u"2026-03-29T01:30:00Z"_s)},
                     {u"x_select"_s, Value::text(u"green"_s)},
                     {u"x_multi"_s, Value::set({u"a"_s, u"c"_s})},
                     {u"phone"_s, Value::text(u"+49 30 901820"_s)},
                     {u"website"_s, Value::text(u"https://example.org/a?b=c"_s)},
                     {u"tags"_s, Value::set({u"VIP"_s, u"Messe 2026"_s})}};
    party.refused = {u"x_select"_s, Value::text(u"mauve"_s)};
    party.companies = u"companies"_s;
    party.companyName = u"companyname"_s;
    party.companyOfPerson = u"companies"_s;
    party.createPath = "/batch/new";
    party.hasMerges = true;
    party.rateLimit = u"20"_s;
    return party;
}

Party suiteCrm()
{
    Party party;
    party.provider = u"suitecrm"_s;
    party.make = makeSuiteCrmConnector;
    party.people = u"Contacts"_s;
    party.email = u"email1"_s;
    party.lastName = u"last_name"_s;
    party.samples = {{u"first_name"_s, Value::text(u"Zoë"_s)},
                     {u"description"_s, Value::text(u"two\nlines"_s)},
                     {u"birthdate"_s, Value::text(u"1990-02-28"_s)},
                     {u"lead_source"_s, Value::text(u"Trade Show"_s)},
                     {u"phone_work"_s, Value::text(u"+49 30 901820"_s)}};
    party.refused = {u"date_modified"_s, Value::text(u"2026-01-01T00:00:00Z"_s)};
    party.companies = u"Accounts"_s;
    party.companyName = u"name"_s;
    party.companyOfPerson = u"account_id"_s;
    party.createPath = "/module";
    return party;
}

Party hubSpot()
{
    Party party;
    party.provider = u"hubspot"_s;
    party.make = makeHubSpotConnector;
    party.auth = AuthKind::OAuth2Code;
    party.signIn = signInToHubSpot;
    party.people = u"contacts"_s;
    party.email = u"email"_s;
    party.lastName = u"lastname"_s;
    party.samples = {{u"firstname"_s, Value::text(u"Zoë 🌟"_s)},
                     {u"x_area"_s, Value::text(u"two\nlines"_s)},
                     {u"x_number"_s, Value::text(u"12345678901234567.25"_s)},
                     {u"x_bool"_s, Value::text(u"false"_s)},
                     {u"x_date"_s, Value::text(u"1990-02-28"_s)},
                     {u"x_datetime"_s, Value::text(u"2026-03-29T01:30:00.120Z"_s)},
                     {u"x_select"_s, Value::text(u"green"_s)},
                     {u"x_multi"_s, Value::set({u"a"_s, u"c"_s})},
                     {u"phone"_s, Value::text(u"+49 30 901820"_s)},
                     {u"website"_s, Value::text(u"https://example.org/a?b=c"_s)}};
    party.refused = {u"x_select"_s, Value::text(u"mauve"_s)};
    party.companies = u"companies"_s;
    party.companyName = u"name"_s;
    party.companyOfPerson = u"associated_companies"_s;
    party.createPath = "/batch/create";
    party.hasMerges = true;
    party.dropMethod = "DELETE";
    party.dropTarget = "/crm/properties/2026-03/contacts/x_text";
    party.droppedField = u"x_text"_s;
    party.rateLimit = u"real"_s;
    return party;
}

Party activeCampaign()
{
    Party party;
    party.provider = u"activecampaign"_s;
    party.make = makeActiveCampaignConnector;
    party.auth = AuthKind::Token;
    party.people = u"contacts"_s;
    party.email = u"email"_s;
    party.lastName = u"lastName"_s;
    party.samples = {{u"firstName"_s, Value::text(u"Zoë 🌟"_s)}, {u"phone"_s, Value::text(u"+49 30 901820"_s)}};
    party.refused = {u"email"_s, Value::text(u"no address"_s)};
    party.companies = u"accounts"_s;
    party.companyName = u"name"_s;
    party.companyOfPerson = u"account"_s;
    party.createPath = "/contacts";
    party.rateLimit = u"20"_s;
    return party;
}

Party salesforce()
{
    Party party;
    party.provider = u"salesforce"_s;
    party.make = makeSalesforceConnector;
    party.auth = AuthKind::OAuth2Code;
    party.signIn = signInToSalesforce;
    party.people = u"Contact"_s;
    party.email = u"Email"_s;
    party.lastName = u"LastName"_s;
    // Without a check box, which is never blank.
    party.samples = {{u"FirstName"_s, Value::text(u"Zoë 🌟"_s)},
                     {u"X_Area__c"_s, Value::text(u"two\nlines"_s)},
                     {u"X_Number__c"_s, Value::text(u"12345678.25"_s)},
                     {u"X_Date__c"_s, Value::text(u"1990-02-28"_s)},
                     {u"X_Datetime__c"_s, Value::text(u"2026-03-29T01:30:00Z"_s)},
                     {u"X_Select__c"_s, Value::text(u"green"_s)},
                     {u"X_Multi__c"_s, Value::set({u"a"_s, u"c"_s})},
                     {u"HasOptedOutOfEmail"_s, Value::text(u"refused"_s)},
                     {u"Phone"_s, Value::text(u"+49 30 901820"_s)}};
    party.refused = {u"X_Select__c"_s, Value::text(u"mauve"_s)};
    party.companies = u"Account"_s;
    party.companyName = u"Name"_s;
    party.companyOfPerson = u"AccountId"_s;
    party.createPath = "/composite/sobjects";
    party.hasMerges = true;
    return party;
}

} // namespace

QList<Party> parties()
{
    return {activeCampaign(), hubSpot(), mautic(), salesforce(), suiteCrm()};
}

} // namespace syncline::contract
