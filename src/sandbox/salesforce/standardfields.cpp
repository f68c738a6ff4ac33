#include "sandbox/salesforce/fields.h"

#include <QHash>

#include <span>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

enum Mode {
    Free,
    Required,
    ReadOnly,
    Defaulted, ///< never blank, and filled in by Salesforce
    CreateOnly
};

struct Row
{
    const char *name;
    const char *label;
    const char *type;
    Mode mode = Free;
    int length = 0;
    const char *more = ""; ///< options of a picklist, or what a reference refers to
};

constexpr char leadSources[] = "Web|Phone Inquiry|Partner Referral|Purchased List|Trade Show|Other";
constexpr char industries[] =
    "Agriculture|Banking|Construction|Consulting|Education|Energy|Healthcare|Manufacturing|Retail|Technology|"
    "Transportation|Other";
constexpr char salutations[] = "Mr.|Ms.|Mrs.|Dr.|Prof.";

constexpr Row everywhere[] = {
    {"Id", "Record ID", "id", ReadOnly, 18},
    {"IsDeleted", "Deleted", "boolean", ReadOnly},
    {"CreatedDate", "Created Date", "datetime", ReadOnly},
    {"CreatedById", "Created By ID", "reference", ReadOnly, 18, "User"},
    {"LastModifiedDate", "Last Modified Date", "datetime", ReadOnly},
    {"LastModifiedById", "Last Modified By ID", "reference", ReadOnly, 18, "User"},
    {"SystemModstamp", "System Modstamp", "datetime", ReadOnly},
};

constexpr Row accounts[] = {
    {"MasterRecordId", "Master Record ID", "reference", ReadOnly, 18, "Account"},
    {"Name", "Account Name", "string", Required, 255},
    {"Type", "Account Type", "picklist", Free, 255, "Prospect|Customer|Partner|Other"},
    {"ParentId", "Parent Account ID", "reference", Free, 18, "Account"},
    {"BillingStreet", "Billing Street", "textarea", Free, 255},
    {"BillingCity", "Billing City", "string", Free, 40},
    {"BillingState", "Billing State/Province", "string", Free, 80},
    {"BillingPostalCode", "Billing Zip/Postal Code", "string", Free, 20},
    {"BillingCountry", "Billing Country", "string", Free, 80},
    {"BillingAddress", "Billing Address", "address", ReadOnly},
    {"ShippingStreet", "Shipping Street", "textarea", Free, 255},
    {"ShippingCity", "Shipping City", "string", Free, 40},
    {"ShippingState", "Shipping State/Province", "string", Free, 80},
    {"ShippingPostalCode", "Shipping Zip/Postal Code", "string", Free, 20},
    {"ShippingCountry", "Shipping Country", "string", Free, 80},
    {"Phone", "Account Phone", "phone", Free, 40},
    {"Fax", "Account Fax", "phone", Free, 40},
    {"AccountNumber", "Account Number", "string", Free, 40},
    {"Website", "Website", "url", Free, 255},
    {"Sic", "SIC Code", "string", Free, 20},
    {"Industry", "Industry", "picklist", Free, 255, industries},
    {"AnnualRevenue", "Annual Revenue", "currency"},
    {"NumberOfEmployees", "Employees", "int"},
    {"Ownership", "Ownership", "picklist", Free, 255, "Public|Private|Subsidiary|Other"},
    {"TickerSymbol", "Ticker Symbol", "string", Free, 20},
    {"Description", "Account Description", "textarea", Free, 32'000},
    {"Rating", "Account Rating", "picklist", Free, 255, "Hot|Warm|Cold"},
    {"Site", "Account Site", "string", Free, 80},
    {"OwnerId", "Owner ID", "reference", Defaulted, 18, "User"},
    {"AccountSource", "Account Source", "picklist", Free, 255, leadSources},
};

constexpr Row contacts[] = {
    {"MasterRecordId", "Master Record ID", "reference", ReadOnly, 18, "Contact"},
    {"AccountId", "Account ID", "reference", Free, 18, "Account"},
    {"LastName", "Last Name", "string", Required, 80},
    {"FirstName", "First Name", "string", Free, 40},
    {"Salutation", "Salutation", "picklist", Free, 40, salutations},
    {"Name", "Full Name", "string", ReadOnly, 121},
    {"OtherStreet", "Other Street", "textarea", Free, 255},
    {"OtherCity", "Other City", "string", Free, 40},
    {"OtherState", "Other State/Province", "string", Free, 80},
    {"OtherPostalCode", "Other Zip/Postal Code", "string", Free, 20},
    {"OtherCountry", "Other Country", "string", Free, 80},
    {"MailingStreet", "Mailing Street", "textarea", Free, 255},
    {"MailingCity", "Mailing City", "string", Free, 40},
    {"MailingState", "Mailing State/Province", "string", Free, 80},
    {"MailingPostalCode", "Mailing Zip/Postal Code", "string", Free, 20},
    {"MailingCountry", "Mailing Country", "string", Free, 80},
    {"MailingAddress", "Mailing Address", "address", ReadOnly},
    {"Phone", "Business Phone", "phone", Free, 40},
    {"Fax", "Business Fax", "phone", Free, 40},
    {"MobilePhone", "Mobile Phone", "phone", Free, 40},
    {"HomePhone", "Home Phone", "phone", Free, 40},
    {"OtherPhone", "Other Phone", "phone", Free, 40},
    {"AssistantPhone", "Asst. Phone", "phone", Free, 40},
    {"ReportsToId", "Reports To ID", "reference", Free, 18, "Contact"},
    {"Email", "Email", "email", Free, 80},
    {"Title", "Title", "string", Free, 128},
    {"Department", "Department", "string", Free, 80},
    {"AssistantName", "Assistant's Name", "string", Free, 40},
    {"LeadSource", "Lead Source", "picklist", Free, 255, leadSources},
    {"Birthdate", "Birthdate", "date"},
    {"Description", "Contact Description", "textarea", Free, 32'000},
    {"OwnerId", "Owner ID", "reference", Defaulted, 18, "User"},
    {"HasOptedOutOfEmail", "Email Opt Out", "boolean", Defaulted},
    {"HasOptedOutOfFax", "Fax Opt Out", "boolean", Defaulted},
    {"DoNotCall", "Do Not Call", "boolean", Defaulted},
    {"LastActivityDate", "Last Activity", "date", ReadOnly},
    {"EmailBouncedReason", "Email Bounced Reason", "string", ReadOnly, 255},
    {"EmailBouncedDate", "Email Bounced Date", "datetime", ReadOnly},
};

constexpr Row leads[] = {
    {"MasterRecordId", "Master Record ID", "reference", ReadOnly, 18, "Lead"},
    {"LastName", "Last Name", "string", Required, 80},
    {"FirstName", "First Name", "string", Free, 40},
    {"Salutation", "Salutation", "picklist", Free, 40, salutations},
    {"Name", "Full Name", "string", ReadOnly, 121},
    {"Title", "Title", "string", Free, 128},
    {"Company", "Company", "string", Required, 255},
    {"Street", "Street", "textarea", Free, 255},
    {"City", "City", "string", Free, 40},
    {"State", "State/Province", "string", Free, 80},
    {"PostalCode", "Zip/Postal Code", "string", Free, 20},
    {"Country", "Country", "string", Free, 80},
    {"Address", "Address", "address", ReadOnly},
    {"Phone", "Phone", "phone", Free, 40},
    {"MobilePhone", "Mobile Phone", "phone", Free, 40},
    {"Fax", "Fax", "phone", Free, 40},
    {"Email", "Email", "email", Free, 80},
    {"Website", "Website", "url", Free, 255},
    {"Description", "Description", "textarea", Free, 32'000},
    {"LeadSource", "Lead Source", "picklist", Free, 255, leadSources},
    {"Status", "Status", "picklist", Defaulted, 255, "Open|Working|Nurturing|Qualified|Unqualified"},
    {"Industry", "Industry", "picklist", Free, 255, industries},
    {"Rating", "Rating", "picklist", Free, 255, "Hot|Warm|Cold"},
    {"AnnualRevenue", "Annual Revenue", "currency"},
    {"NumberOfEmployees", "Employees", "int"},
    {"OwnerId", "Owner ID", "reference", Defaulted, 18, "Group|User"},
    {"HasOptedOutOfEmail", "Email Opt Out", "boolean", Defaulted},
    {"DoNotCall", "Do Not Call", "boolean", Defaulted},
    {"IsConverted", "Converted", "boolean", ReadOnly},
    {"ConvertedDate", "Converted Date", "date", ReadOnly},
    {"ConvertedAccountId", "Converted Account ID", "reference", ReadOnly, 18, "Account"},
    {"ConvertedContactId", "Converted Contact ID", "reference", ReadOnly, 18, "Contact"},
    {"ConvertedOpportunityId", "Converted Opportunity ID", "reference", ReadOnly, 18, "Opportunity"},
};

constexpr Row opportunities[] = {
    {"AccountId", "Account ID", "reference", Free, 18, "Account"},
    {"IsPrivate", "Private", "boolean", Defaulted},
    {"Name", "Name", "string", Required, 120},
    {"Description", "Description", "textarea", Free, 32'000},
    {"StageName", "Stage", "picklist", Required, 255,
     "Prospecting|Qualification|Proposal/Price Quote|Negotiation/Review|Closed Won|Closed Lost"},
    {"Amount", "Amount", "currency"},
    {"Probability", "Probability (%)", "percent"},
    {"ExpectedRevenue", "Expected Amount", "currency", ReadOnly},
    {"CloseDate", "Close Date", "date", Required},
    {"Type", "Opportunity Type", "picklist", Free, 255, "Existing Business|New Business"},
    {"NextStep", "Next Step", "string", Free, 255},
    {"LeadSource", "Lead Source", "picklist", Free, 255, leadSources},
    {"IsClosed", "Closed", "boolean", ReadOnly},
    {"IsWon", "Won", "boolean", ReadOnly},
    {"ForecastCategoryName", "Forecast Category", "picklist", Free, 255, "Pipeline|Best Case|Commit|Omitted|Closed"},
    {"OwnerId", "Owner ID", "reference", Defaulted, 18, "User"},
    {"LastActivityDate", "Last Activity", "date", ReadOnly},
};

constexpr Row tasks[] = {
    {"WhoId", "Name ID", "reference", Free, 18, "Contact|Lead"},
    {"WhatId", "Related To ID", "reference", Free, 18, "Account|Opportunity"},
    {"Subject", "Subject", "combobox", Free, 255, "Call|Send Letter|Send Quote|Other"},
    {"ActivityDate", "Due Date Only", "date"},
    {"Status", "Status", "picklist", Defaulted, 255,
     "Not Started|In Progress|Completed|Waiting on someone else|Deferred"},
    {"Priority", "Priority", "picklist", Defaulted, 255, "High|Normal|Low"},
    {"OwnerId", "Assigned To ID", "reference", Defaulted, 18, "Group|User"},
    {"Description", "Description", "textarea", Free, 32'000},
    {"IsClosed", "Closed", "boolean", ReadOnly},
    {"IsArchived", "Archived", "boolean", ReadOnly},
    {"CompletedDateTime", "Completed Date", "datetime", ReadOnly},
    {"TaskSubtype", "Task Subtype", "picklist", CreateOnly, 40, "Task|Email|Call"},
};

constexpr Row events[] = {
    {"WhoId", "Name ID", "reference", Free, 18, "Contact|Lead"},
    {"WhatId", "Related To ID", "reference", Free, 18, "Account|Opportunity"},
    {"Subject", "Subject", "combobox", Free, 255, "Call|Email|Meeting|Other"},
    {"Location", "Location", "string", Free, 255},
    {"IsAllDayEvent", "All-Day Event", "boolean", Defaulted},
    {"StartDateTime", "Start Date Time", "datetime", Required},
    {"DurationInMinutes", "Duration", "int", Required},
    {"EndDateTime", "End Date Time", "datetime", ReadOnly},
    {"OwnerId", "Assigned To ID", "reference", Defaulted, 18, "User"},
    {"Description", "Description", "textarea", Free, 32'000},
    {"IsArchived", "Archived", "boolean", ReadOnly},
};

constexpr char roles[] = "Business User|Decision Maker|Economic Buyer|Evaluator|Influencer|Other";

constexpr Row contactRoles[] = {
    {"OpportunityId", "Opportunity ID", "reference", CreateOnly, 18, "Opportunity"},
    {"ContactId", "Contact ID", "reference", Required, 18, "Contact"},
    {"Role", "Role", "picklist", Free, 255, roles},
    {"IsPrimary", "Primary", "boolean", Defaulted},
};

constexpr Row notes[] = {
    {"ParentId", "Parent ID", "reference", Required, 18, "Account|Contact|Lead|Opportunity"},
    {"Title", "Title", "string", Required, 80},
    {"Body", "Body", "textarea", Free, 32'000},
    {"IsPrivate", "Private", "boolean", Defaulted},
    {"OwnerId", "Owner ID", "reference", Defaulted, 18, "User"},
};

constexpr Row users[] = {
    {"Username", "Username", "string", ReadOnly, 80},
    {"Name", "Full Name", "string", ReadOnly, 121},
    {"Email", "Email", "email", ReadOnly, 128},
    {"IsActive", "Active", "boolean", ReadOnly},
    {"UserType", "User Type", "picklist", ReadOnly, 40, "Standard|Guest"},
};

std::span<const Row> rowsOf(const QString &object)
{
    static const QHash<QString, std::span<const Row>> rows{{u"Account"_s, accounts},
                                                           {u"Contact"_s, contacts},
                                                           {u"Lead"_s, leads},
                                                           {u"Opportunity"_s, opportunities},
                                                           {u"OpportunityContactRole"_s, contactRoles},
                                                           {u"Task"_s, tasks},
                                                           {u"Event"_s, events},
                                                           {u"Note"_s, notes},
                                                           {u"User"_s, users}};
    return rows.value(object);
}

Field fieldOf(const Row &row)
{
    Field field;
    field.name = QString::fromLatin1(row.name);
    field.label = QString::fromLatin1(row.label);
    field.type = QString::fromLatin1(row.type);
    field.length = row.length;
    field.isCreateable = row.mode != ReadOnly;
    field.isUpdateable = row.mode != ReadOnly && row.mode != CreateOnly;
    field.isNillable = row.mode != Required && row.mode != Defaulted;
    field.isDefaulted = row.mode == Defaulted;
    const QStringList more = QString::fromLatin1(row.more).split(u'|', Qt::SkipEmptyParts);
    if (field.type == "reference"_L1) {
        field.refersTo = more;
    } else {
        for (const QString &value : more)
            field.options.append({value, value});
    }
    return field;
}

} // namespace

QList<Field> standardFields(const QString &object)
{
    QList<Field> fields;
    for (const Row &row : everywhere) {
        if (object != "User"_L1 || QLatin1StringView(row.name) != "IsDeleted"_L1) // nobody deletes users
            fields.append(fieldOf(row));
    }
    for (const Row &row : rowsOf(object))
        fields.append(fieldOf(row));
    return fields;
}

} // namespace syncline::sandbox::salesforce
