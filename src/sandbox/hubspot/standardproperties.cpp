#include "sandbox/hubspot/properties.h"

#include <QStringList>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    const char *name;
    const char *label;
    const char *type;
    const char *fieldType;
    const char *flags = "";   ///< r: read only, c: calculated (and read only), o: an owner's id, u: unique
    const char *options = ""; ///< "value=Label|..."
};

constexpr char lifecycle[] = "subscriber=Subscriber|lead=Lead|marketingqualifiedlead=Marketing Qualified Lead|"
                             "salesqualifiedlead=Sales Qualified Lead|opportunity=Opportunity|customer=Customer|"
                             "evangelist=Evangelist|other=Other";
constexpr char leadStatus[] = "NEW=New|OPEN=Open|IN_PROGRESS=In Progress|OPEN_DEAL=Open Deal|UNQUALIFIED=Unqualified|"
                              "ATTEMPTED_TO_CONTACT=Attempted to Contact|CONNECTED=Connected|BAD_TIMING=Bad Timing";
constexpr char industries[] = "BANKING=Banking|BIOTECHNOLOGY=Biotechnology|COMPUTER_SOFTWARE=Computer Software|"
                              "CONSTRUCTION=Construction|EDUCATION_MANAGEMENT=Education Management|"
                              "MACHINERY=Machinery|TRANSPORTATION_TRUCKING_RAILROAD=Transportation/Trucking/Railroad";
constexpr char companyTypes[] = "PROSPECT=Prospect|PARTNER=Partner|RESELLER=Reseller|VENDOR=Vendor|OTHER=Other";
constexpr char sources[] = "ORGANIC_SEARCH=Organic Search|PAID_SEARCH=Paid Search|EMAIL_MARKETING=Email Marketing|"
                           "SOCIAL_MEDIA=Organic Social|REFERRALS=Referrals|OTHER_CAMPAIGNS=Other Campaigns|"
                           "DIRECT_TRAFFIC=Direct Traffic|OFFLINE=Offline Sources|PAID_SOCIAL=Paid Social";
constexpr char yesNo[] = "true=Yes|false=No";

constexpr Row contactRows[] = {
    {"email", "Email", "string", "text", "u"},
    {"firstname", "First Name", "string", "text"},
    {"lastname", "Last Name", "string", "text"},
    {"salutation", "Salutation", "string", "text"},
    {"jobtitle", "Job Title", "string", "text"},
    {"job_function", "Job function", "string", "text"},
    {"seniority", "Seniority", "string", "text"},
    {"phone", "Phone Number", "string", "phonenumber"},
    {"mobilephone", "Mobile Phone Number", "string", "phonenumber"},
    {"fax", "Fax Number", "string", "text"},
    {"work_email", "Work email", "string", "text"},
    {"company", "Company Name", "string", "text"},
    {"company_size", "Company size", "string", "text"},
    {"website", "Website URL", "string", "text"},
    {"address", "Street Address", "string", "text"},
    {"city", "City", "string", "text"},
    {"state", "State/Region", "string", "text"},
    {"zip", "Postal Code", "string", "text"},
    {"country", "Country/Region", "string", "text"},
    {"date_of_birth", "Date of birth", "string", "text"},
    {"gender", "Gender", "string", "text"},
    {"degree", "Degree", "string", "text"},
    {"school", "School", "string", "text"},
    {"field_of_study", "Field of study", "string", "text"},
    {"graduation_date", "Graduation date", "string", "text"},
    {"marital_status", "Marital Status", "string", "text"},
    {"military_status", "Military status", "string", "text"},
    {"relationship_status", "Relationship Status", "string", "text"},
    {"industry", "Industry", "string", "text"},
    {"annualrevenue", "Annual Revenue", "string", "text"},
    {"numemployees", "Number of Employees", "enumeration", "select", "", "1-5=1-5|5-25=5-25|25-50=25-50|50-100=50-100"},
    {"message", "Message", "string", "textarea"},
    {"hs_language", "Preferred language", "enumeration", "select", "", "en=English|de=German|fr=French|pl=Polish"},
    {"lifecyclestage", "Lifecycle Stage", "enumeration", "radio", "", lifecycle},
    {"hs_lead_status", "Lead Status", "enumeration", "radio", "", leadStatus},
    {"hs_persona", "Persona", "enumeration", "radio"},
    {"hs_buying_role", "Buying Role", "enumeration", "checkbox", "", "BUDGET_HOLDER=Budget Holder|CHAMPION=Champion"},
    {"twitterhandle", "Twitter Username", "string", "text"},
    {"hs_linkedin_url", "LinkedIn URL", "string", "text"},
    {"hs_facebookid", "Facebook ID", "string", "text"},
    {"followercount", "Follower Count", "number", "number"},
    {"linkedinconnections", "LinkedIn Connections", "number", "number"},
    {"hubspot_owner_id", "Contact owner", "enumeration", "select", "o"},
    {"hubspotscore", "HubSpot Score", "number", "number", "c"},
    {"hs_email_optout", "Unsubscribed from all email", "bool", "booleancheckbox", "r", yesNo},
    {"hs_email_bounce", "Marketing emails bounced", "number", "number", "c"},
    {"hs_email_open", "Marketing emails opened", "number", "number", "c"},
    {"hs_email_click", "Marketing emails clicked", "number", "number", "c"},
    {"hs_email_domain", "Email Domain", "string", "text", "c"},
    {"hs_additional_emails", "Additional email addresses", "enumeration", "checkbox", "r"},
    {"hs_analytics_source", "Original Traffic Source", "enumeration", "select", "r", sources},
    {"hs_analytics_num_page_views", "Number of Pageviews", "number", "number", "r"},
    {"hs_analytics_first_timestamp", "Time First Seen", "datetime", "date", "r"},
    {"hs_latest_source", "Latest Traffic Source", "enumeration", "select", "r", sources},
    {"hs_marketable_status", "Marketing contact status", "enumeration", "booleancheckbox", "r", yesNo},
    {"hs_timezone", "Time Zone", "enumeration", "select"},
    {"ip_city", "IP City", "string", "text", "r"},
    {"ip_country", "IP Country", "string", "text", "r"},
    {"closedate", "Close Date", "datetime", "date"},
    {"first_conversion_date", "First Conversion Date", "datetime", "date", "r"},
    {"recent_conversion_date", "Recent Conversion Date", "datetime", "date", "r"},
    {"num_associated_deals", "Number of Associated Deals", "number", "number", "c"},
    {"num_notes", "Number of Sales Activities", "number", "number", "c"},
    {"num_contacted_notes", "Number of times contacted", "number", "number", "c"},
    {"notes_last_contacted", "Last Contacted", "datetime", "date", "c"},
    {"notes_last_updated", "Last Activity Date", "datetime", "date", "c"},
    {"notes_next_activity_date", "Next Activity Date", "datetime", "date", "c"},
    {"total_revenue", "Total Revenue", "number", "number", "c"},
    {"recent_deal_amount", "Recent Deal Amount", "number", "number", "c"},
    {"associatedcompanyid", "Primary Associated Company ID", "number", "number", "r"},
    {"hs_merged_object_ids", "Merged record IDs", "enumeration", "checkbox", "r"},
    {"hs_calculated_merged_vids", "Merged vids with timestamps", "string", "text", "c"},
    {"hs_object_id", "Record ID", "number", "number", "r"},
    {"createdate", "Create Date", "datetime", "date", "r"},
    {"lastmodifieddate", "Last Modified Date", "datetime", "date", "r"},
};

constexpr Row companyRows[] = {
    {"name", "Company name", "string", "text"},
    {"domain", "Company Domain Name", "string", "text"},
    {"website", "Website URL", "string", "text"},
    {"phone", "Phone Number", "string", "phonenumber"},
    {"industry", "Industry", "enumeration", "select", "", industries},
    {"type", "Type", "enumeration", "radio", "", companyTypes},
    {"description", "Description", "string", "textarea"},
    {"about_us", "About Us", "string", "textarea"},
    {"address", "Street Address", "string", "text"},
    {"address2", "Street Address 2", "string", "text"},
    {"city", "City", "string", "text"},
    {"state", "State/Region", "string", "text"},
    {"zip", "Postal Code", "string", "text"},
    {"country", "Country/Region", "string", "text"},
    {"timezone", "Time Zone", "string", "text"},
    {"numberofemployees", "Number of Employees", "number", "number"},
    {"annualrevenue", "Annual Revenue", "number", "number"},
    {"founded_year", "Year Founded", "string", "text"},
    {"is_public", "Is Public", "bool", "booleancheckbox", "", yesNo},
    {"total_money_raised", "Total Money Raised", "string", "text"},
    {"web_technologies", "Web Technologies", "enumeration", "checkbox", "",
     "nginx=Nginx|apache=Apache|wordpress=WordPress"},
    {"lifecyclestage", "Lifecycle Stage", "enumeration", "radio", "", lifecycle},
    {"hs_lead_status", "Lead Status", "enumeration", "radio", "", leadStatus},
    {"twitterhandle", "Twitter Handle", "string", "text"},
    {"facebook_company_page", "Facebook Company Page", "string", "text"},
    {"linkedin_company_page", "LinkedIn Company Page", "string", "text"},
    {"linkedinbio", "LinkedIn Bio", "string", "text"},
    {"hubspot_owner_id", "Company owner", "enumeration", "select", "o"},
    {"hs_parent_company_id", "Parent Company", "number", "number", "r"},
    {"hs_num_child_companies", "Number of child companies", "number", "number", "c"},
    {"num_associated_contacts", "Number of Associated Contacts", "number", "number", "c"},
    {"num_associated_deals", "Number of Associated Deals", "number", "number", "c"},
    {"total_revenue", "Total Revenue", "number", "number", "c"},
    {"recent_deal_amount", "Recent Deal Amount", "number", "number", "c"},
    {"closedate", "Close Date", "datetime", "date"},
    {"days_to_close", "Days to Close", "number", "number", "c"},
    {"hs_analytics_source", "Original Traffic Source", "enumeration", "select", "r", sources},
    {"hs_analytics_num_visits", "Number of Sessions", "number", "number", "r"},
    {"hs_is_target_account", "Target Account", "bool", "booleancheckbox", "", yesNo},
    {"hs_ideal_customer_profile", "Ideal Customer Profile Tier", "enumeration", "select", "",
     "tier_1=Tier 1|tier_2=Tier 2"},
    {"notes_last_contacted", "Last Contacted", "datetime", "date", "c"},
    {"notes_last_updated", "Last Activity Date", "datetime", "date", "c"},
    {"num_notes", "Number of Sales Activities", "number", "number", "c"},
    {"hs_merged_object_ids", "Merged record IDs", "enumeration", "checkbox", "r"},
    {"hs_object_id", "Record ID", "number", "number", "r"},
    {"createdate", "Create Date", "datetime", "date", "r"},
    {"hs_lastmodifieddate", "Last Modified Date", "datetime", "date", "r"},
};

constexpr char stages[] = "appointmentscheduled=Appointment Scheduled|qualifiedtobuy=Qualified To Buy|"
                          "contractsent=Contract Sent|closedwon=Closed Won|closedlost=Closed Lost";
constexpr char dealTypes[] = "newbusiness=New Business|existingbusiness=Existing Business";
constexpr char taskStates[] = "NOT_STARTED=Not started|IN_PROGRESS=In progress|COMPLETED=Completed|WAITING=Waiting|"
                              "DEFERRED=Deferred";
constexpr char priorities[] = "NONE=None|LOW=Low|MEDIUM=Medium|HIGH=High";

constexpr Row dealRows[] = {
    {"dealname", "Deal Name", "string", "text"},
    {"amount", "Amount", "number", "number"},
    {"deal_currency_code", "Currency", "enumeration", "select", "", "EUR=Euro|USD=US Dollar"},
    {"pipeline", "Pipeline", "enumeration", "select", "", "default=Sales Pipeline"},
    {"dealstage", "Deal Stage", "enumeration", "radio", "", stages},
    {"closedate", "Close Date", "datetime", "date"},
    {"dealtype", "Deal Type", "enumeration", "radio", "", dealTypes},
    {"description", "Deal Description", "string", "textarea"},
    {"closed_lost_reason", "Closed Lost Reason", "string", "textarea"},
    {"closed_won_reason", "Closed Won Reason", "string", "textarea"},
    {"hs_priority", "Priority", "enumeration", "select", "", "low=Low|medium=Medium|high=High"},
    {"hs_next_step", "Next step", "string", "text"},
    {"hubspot_owner_id", "Deal owner", "enumeration", "select", "o"},
    {"hs_deal_stage_probability", "Deal probability", "number", "number", "c"},
    {"hs_is_closed", "Is Deal Closed?", "bool", "booleancheckbox", "c", yesNo},
    {"hs_is_closed_won", "Is Closed Won", "bool", "booleancheckbox", "c", yesNo},
    {"amount_in_home_currency", "Amount in company currency", "number", "number", "c"},
    {"hs_forecast_amount", "Forecast amount", "number", "number", "c"},
    {"days_to_close", "Days to close", "number", "number", "c"},
    {"num_associated_contacts", "Number of Associated Contacts", "number", "number", "c"},
    {"num_notes", "Number of Sales Activities", "number", "number", "c"},
    {"notes_last_contacted", "Last Contacted", "datetime", "date", "c"},
    {"createdate", "Create Date", "datetime", "date", "r"},
    {"hs_merged_object_ids", "Merged record IDs", "enumeration", "checkbox", "r"},
    {"hs_object_id", "Record ID", "number", "number", "r"},
    {"hs_createdate", "Create date", "datetime", "date", "r"},
    {"hs_lastmodifieddate", "Last modified date", "datetime", "date", "r"},
};

constexpr Row taskRows[] = {
    {"hs_task_subject", "Task Title", "string", "text"},
    {"hs_task_body", "Task Notes", "string", "html"},
    {"hs_timestamp", "Due date", "datetime", "date"},
    {"hs_task_status", "Task Status", "enumeration", "select", "", taskStates},
    {"hs_task_priority", "Priority", "enumeration", "select", "", priorities},
    {"hs_task_type", "Task Type", "enumeration", "select", "", "TODO=To-do|CALL=Call|EMAIL=Email"},
    {"hs_task_completion_date", "Completed at", "datetime", "date", "r"},
    {"hubspot_owner_id", "Assigned to", "enumeration", "select", "o"},
    {"hs_merged_object_ids", "Merged record IDs", "enumeration", "checkbox", "r"},
    {"hs_object_id", "Record ID", "number", "number", "r"},
    {"hs_createdate", "Create date", "datetime", "date", "r"},
    {"hs_lastmodifieddate", "Last modified date", "datetime", "date", "r"},
};

constexpr Row noteRows[] = {
    {"hs_note_body", "Note body", "string", "html"},
    {"hs_timestamp", "Activity date", "datetime", "date"},
    {"hs_attachment_ids", "Attached content IDs", "enumeration", "checkbox"},
    {"hubspot_owner_id", "Activity assigned to", "enumeration", "select", "o"},
    {"hs_merged_object_ids", "Merged record IDs", "enumeration", "checkbox", "r"},
    {"hs_object_id", "Record ID", "number", "number", "r"},
    {"hs_createdate", "Create date", "datetime", "date", "r"},
    {"hs_lastmodifieddate", "Last modified date", "datetime", "date", "r"},
};

constexpr Row callRows[] = {
    {"hs_call_title", "Call Title", "string", "text"},
    {"hs_call_body", "Call notes", "string", "html"},
    {"hs_timestamp", "Activity date", "datetime", "date"},
    {"hs_call_duration", "Call duration", "number", "number"},
    {"hs_call_direction", "Call direction", "enumeration", "select", "", "INBOUND=Inbound|OUTBOUND=Outbound"},
    {"hs_call_status", "Call status", "enumeration", "select", "", "COMPLETED=Completed|NO_ANSWER=No answer"},
    {"hubspot_owner_id", "Activity assigned to", "enumeration", "select", "o"},
    {"hs_merged_object_ids", "Merged record IDs", "enumeration", "checkbox", "r"},
    {"hs_object_id", "Record ID", "number", "number", "r"},
    {"hs_createdate", "Create date", "datetime", "date", "r"},
    {"hs_lastmodifieddate", "Last modified date", "datetime", "date", "r"},
};

template<std::size_t count>
QList<Property> propertiesOf(const Row (&rows)[count], const QString &group)
{
    QList<Property> properties;
    for (const Row &row : rows) {
        const QString flags = QString::fromLatin1(row.flags);
        Property property;
        property.name = QString::fromLatin1(row.name);
        property.label = QString::fromLatin1(row.label);
        property.type = QString::fromLatin1(row.type);
        property.fieldType = QString::fromLatin1(row.fieldType);
        property.group = group;
        property.isCalculated = flags.contains(u'c');
        property.isReadOnly = flags.contains(u'r') || property.isCalculated;
        property.isUnique = flags.contains(u'u');
        property.refersToOwner = flags.contains(u'o');
        for (const QString &option : QString::fromLatin1(row.options).split(u'|', Qt::SkipEmptyParts))
            property.options.append({option.section(u'=', 0, 0), option.section(u'=', 1)});
        properties.append(property);
    }
    return properties;
}

} // namespace

QList<Property> standardProperties(const QString &entity)
{
    if (entity == "contacts"_L1)
        return propertiesOf(contactRows, u"contactinformation"_s);
    if (entity == "deals"_L1)
        return propertiesOf(dealRows, u"dealinformation"_s);
    if (entity == "tasks"_L1)
        return propertiesOf(taskRows, u"task"_s);
    if (entity == "notes"_L1)
        return propertiesOf(noteRows, u"note"_s);
    if (entity == "calls"_L1)
        return propertiesOf(callRows, u"call"_s);
    return propertiesOf(companyRows, u"companyinformation"_s);
}

} // namespace syncline::sandbox::hubspot
