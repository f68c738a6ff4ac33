#include "core/mapping/knownpairrows.h"

namespace syncline::core {
namespace {

// Picklists of the org are read only: an unknown value may refuse the record, and the opt-out is a refusal alone.
constexpr KnownRow salesforceContacts[] = {
    {"Email", "email"},
    {"FirstName", "first_name"},
    {"LastName", "last_name"},
    {"Salutation", "salutation", Direction::Pull},
    {"Title", "job_title"},
    {"Department", "department"},
    {"Phone", "phone"},
    {"MobilePhone", "mobile"},
    {"AccountId", "companies"},
    {"Birthdate", "birth_date"},
    {"MailingStreet", "street"},
    {"MailingCity", "city"},
    {"MailingState", "region"},
    {"MailingPostalCode", "postal_code"},
    {"MailingCountry", "country"},
    {"LeadSource", "lead_source", Direction::Pull},
    {"Description", "notes"},
    {"HasOptedOutOfEmail", "consent_email"},
    {"DoNotCall", "consent_phone"},
    {"OwnerId", "owner"},
};

constexpr KnownRow salesforceLeads[] = {
    {"Email", "email"},
    {"FirstName", "first_name"},
    {"LastName", "last_name"},
    {"Salutation", "salutation", Direction::Pull},
    {"Title", "job_title"},
    {"Company", "company_name"},
    {"Phone", "phone"},
    {"MobilePhone", "mobile"},
    {"Website", "website"},
    {"Street", "street"},
    {"City", "city"},
    {"State", "region"},
    {"PostalCode", "postal_code"},
    {"Country", "country"},
    {"LeadSource", "lead_source", Direction::Pull},
    {"Description", "notes"},
    {"HasOptedOutOfEmail", "consent_email"},
    {"DoNotCall", "consent_phone"},
    {"OwnerId", "owner"},
};

constexpr KnownRow salesforceAccounts[] = {
    {"Name", "name"},
    {"Website", "website"},
    {"Industry", "industry", Direction::Pull},
    {"Phone", "phone"},
    {"NumberOfEmployees", "employees"},
    {"AnnualRevenue", "annual_revenue"},
    {"BillingStreet", "street"},
    {"BillingCity", "city"},
    {"BillingState", "region"},
    {"BillingPostalCode", "postal_code"},
    {"BillingCountry", "country"},
    {"ParentId", "parent"},
    {"Description", "notes"},
    {"OwnerId", "owner"},
};

constexpr KnownRow salesforceOpportunities[] = {
    {"Name", "title"},
    {"Amount", "amount"},
    {"CurrencyIsoCode", "currency"},
    {"RecordTypeId", "pipeline"},
    {"StageName", "stage"},
    {"deal_status", "status"},
    {"Probability", "probability"},
    {"CloseDate", "expected_close_date"},
    {"Description", "description"},
    {"contact_roles", "contacts"},
    {"AccountId", "company"},
    {"OwnerId", "owner"},
};

constexpr KnownRow salesforceTasks[] = {
    {"activity_type", "type"},
    {"Subject", "subject"},
    {"Description", "description"},
    {"ActivityDate", "due_at"},
    {"CompletedDateTime", "completed_at"},
    {"Priority", "priority"},
    {"WhoId_Contact", "contacts"},
    {"WhatId_Account", "company"},
    {"WhatId_Opportunity", "deal"},
    {"OwnerId", "owner"},
};

constexpr KnownRow salesforceEvents[] = {
    {"activity_type", "type"},
    {"Subject", "subject"},
    {"Description", "description"},
    {"StartDateTime", "starts_at"},
    {"DurationInMinutes", "duration"},
    {"WhoId_Contact", "contacts"},
    {"WhatId_Account", "company"},
    {"WhatId_Opportunity", "deal"},
    {"OwnerId", "owner"},
};

constexpr KnownRow salesforceUsers[] = {
    {"Name", "name"},
    {"Email", "email"},
    {"IsActive", "active"},
};

constexpr KnownRows entities[] = {
    {"Contact", salesforceContacts}, {"Lead", salesforceLeads},
    {"Account", salesforceAccounts}, {"Opportunity", salesforceOpportunities},
    {"Task", salesforceTasks},       {"Event", salesforceEvents},
    {"User", salesforceUsers},
};

} // namespace

std::span<const KnownRows> salesforcePairs()
{
    return entities;
}

} // namespace syncline::core
