#include "core/schema/builtinschema.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

constexpr const char *context = "syncline::core::HubSchema";

/// A row of the tables below. Flags: 'd' derived, 'r' read only.
struct Row
{
    const char *key;
    const char *label;
    FieldType type = FieldType::Text;
    const char *group = "";
    const char *refEntity = "";
    char flag = ' ';
};

QString translated(const char *label)
{
    return QCoreApplication::translate(context, label);
}

HubFieldDef fieldOf(const Row &row)
{
    HubFieldDef field;
    field.key = QString::fromLatin1(row.key);
    field.label = translated(row.label);
    field.type = row.type;
    field.group = QString::fromLatin1(row.group);
    field.refEntity = QString::fromLatin1(row.refEntity);
    field.derived = row.flag == 'd';
    field.readOnly = row.flag == 'r';
    return field;
}

template<std::size_t count>
HubEntityDef entityOf(const char *key, const char *label, const Row (&rows)[count])
{
    HubEntityDef entity{QString::fromLatin1(key), translated(label), {}, false};
    entity.fields.reserve(count);
    for (const Row &row : rows)
        entity.fields.append(fieldOf(row));
    return entity;
}

void setOptions(HubEntityDef &entity, const QString &key, const QList<HubOption> &options)
{
    for (HubFieldDef &field : entity.fields) {
        if (field.key == key)
            field.options = options;
    }
}

#define LABEL(text) QT_TRANSLATE_NOOP("syncline::core::HubSchema", text)

constexpr Row contactRows[] = {
    {"email", LABEL("E-mail"), FieldType::Email},
    {"emails", LABEL("All e-mails"), FieldType::List},
    {"salutation", LABEL("Salutation"), FieldType::Text, "name"},
    {"first_name", LABEL("First name"), FieldType::Text, "name"},
    {"last_name", LABEL("Last name"), FieldType::Text, "name"},
    {"preferred_name", LABEL("Preferred name")},
    {"phone", LABEL("Phone"), FieldType::Phone},
    {"phones", LABEL("All phones"), FieldType::List},
    {"mobile", LABEL("Mobile"), FieldType::Phone},
    {"job_title", LABEL("Job title")},
    {"department", LABEL("Department")},
    {"companies", LABEL("Companies"), FieldType::Refs, "", "company"},
    {"company_name", LABEL("Company name")},
    {"website", LABEL("Website"), FieldType::Url},
    {"birth_date", LABEL("Date of birth"), FieldType::Date},
    {"street", LABEL("Street"), FieldType::Text, "address"},
    {"city", LABEL("City"), FieldType::Text, "address"},
    {"region", LABEL("State or region"), FieldType::Text, "address"},
    {"postal_code", LABEL("Postal code"), FieldType::Text, "address"},
    {"country", LABEL("Country"), FieldType::Text, "address"},
    {"lifecycle_stage", LABEL("Lifecycle stage"), FieldType::Enumeration},
    {"lead_source", LABEL("Lead source")},
    {"points", LABEL("Points"), FieldType::Integer},
    {"score", LABEL("Score"), FieldType::Decimal},
    {"tags", LABEL("Tags"), FieldType::Set},
    {"owner", LABEL("Owner"), FieldType::Ref, "", "user"},
    {"notes", LABEL("Notes")},
    {"language", LABEL("Language")},
    {"consent_email", LABEL("Consent to e-mail"), FieldType::Consent},
    {"consent_sms", LABEL("Consent to text messages"), FieldType::Consent},
    {"consent_phone", LABEL("Consent to calls"), FieldType::Consent},
    {"social_twitter", LABEL("Twitter")},
    {"social_instagram", LABEL("Instagram")},
    {"social_discord", LABEL("Discord")},
    {"social_linkedin", LABEL("LinkedIn")},
    {"social_facebook", LABEL("Facebook")},
    {"badge_image_url", LABEL("Badge image"), FieldType::Url},
    {"dietary_restrictions", LABEL("Dietary restrictions"), FieldType::Set},
    {"dietary_other", LABEL("Other dietary needs")},
    {"volunteer_interest", LABEL("Volunteer interest")},
    {"emergency_contact_name", LABEL("Emergency contact")},
    {"emergency_contact_phone", LABEL("Emergency contact's phone"), FieldType::Phone},
};

constexpr Row companyRows[] = {
    {"name", LABEL("Name")},
    {"domain", LABEL("Domain"), FieldType::Text, "", "", 'd'},
    {"website", LABEL("Website"), FieldType::Url},
    {"industry", LABEL("Industry")},
    {"phone", LABEL("Phone"), FieldType::Phone},
    {"email", LABEL("E-mail"), FieldType::Email},
    {"employees", LABEL("Employees"), FieldType::Integer},
    {"annual_revenue", LABEL("Annual revenue"), FieldType::Decimal, "revenue"},
    {"currency", LABEL("Currency"), FieldType::Text, "revenue"},
    {"street", LABEL("Street"), FieldType::Text, "address"},
    {"city", LABEL("City"), FieldType::Text, "address"},
    {"region", LABEL("State or region"), FieldType::Text, "address"},
    {"postal_code", LABEL("Postal code"), FieldType::Text, "address"},
    {"country", LABEL("Country"), FieldType::Text, "address"},
    {"parent", LABEL("Parent company"), FieldType::Ref, "", "company"},
    {"tags", LABEL("Tags"), FieldType::Set},
    {"owner", LABEL("Owner"), FieldType::Ref, "", "user"},
    {"notes", LABEL("Notes")},
};

constexpr Row dealRows[] = {
    {"title", LABEL("Title")},
    {"amount", LABEL("Amount"), FieldType::Decimal, "money"},
    {"currency", LABEL("Currency"), FieldType::Text, "money"},
    {"pipeline", LABEL("Pipeline"), FieldType::Enumeration},
    {"stage", LABEL("Stage"), FieldType::Enumeration},
    {"status", LABEL("Status"), FieldType::Enumeration},
    {"probability", LABEL("Probability"), FieldType::Decimal},
    {"expected_close_date", LABEL("Expected close date"), FieldType::Date},
    {"closed_at", LABEL("Closed at"), FieldType::DateTime},
    {"lost_reason", LABEL("Lost because")},
    {"contacts", LABEL("Contacts"), FieldType::Refs, "", "contact"},
    {"company", LABEL("Company"), FieldType::Ref, "", "company"},
    {"owner", LABEL("Owner"), FieldType::Ref, "", "user"},
    {"tags", LABEL("Tags"), FieldType::Set},
    {"description", LABEL("Description")},
};

constexpr Row activityRows[] = {
    {"type", LABEL("Type"), FieldType::Enumeration},
    {"subject", LABEL("Subject")},
    {"description", LABEL("Description")},
    {"due_at", LABEL("Due at"), FieldType::DateTime},
    {"starts_at", LABEL("Starts at"), FieldType::DateTime, "time"},
    {"duration", LABEL("Duration in minutes"), FieldType::Integer, "time"},
    {"completed_at", LABEL("Completed at"), FieldType::DateTime},
    {"priority", LABEL("Priority"), FieldType::Enumeration},
    {"contacts", LABEL("Contacts"), FieldType::Refs, "", "contact"},
    {"company", LABEL("Company"), FieldType::Ref, "", "company"},
    {"deal", LABEL("Deal"), FieldType::Ref, "", "deal"},
    {"owner", LABEL("Owner"), FieldType::Ref, "", "user"},
};

constexpr Row userRows[] = {
    {"name", LABEL("Name"), FieldType::Text, "", "", 'r'},
    {"email", LABEL("E-mail"), FieldType::Email, "", "", 'r'},
    {"active", LABEL("Active"), FieldType::Boolean, "", "", 'r'},
};

constexpr Row campaignRows[] = {
    {"name", LABEL("Name"), FieldType::Text, "", "", 'r'},
    {"state", LABEL("State"), FieldType::Enumeration, "", "", 'r'},
    {"started_at", LABEL("Started at"), FieldType::DateTime, "", "", 'r'},
};

constexpr Row metricRows[] = {
    {"name", LABEL("Name"), FieldType::Text, "", "", 'r'},
    {"campaign", LABEL("Campaign"), FieldType::Ref, "", "campaign", 'r'},
    {"sent", LABEL("Sent"), FieldType::Integer, "", "", 'r'},
    {"opened", LABEL("Opened"), FieldType::Integer, "", "", 'r'},
    {"clicked", LABEL("Clicked"), FieldType::Integer, "", "", 'r'},
    {"bounced", LABEL("Bounced"), FieldType::Integer, "", "", 'r'},
    {"unsubscribed", LABEL("Unsubscribed"), FieldType::Integer, "", "", 'r'},
    {"converted", LABEL("Converted"), FieldType::Integer, "", "", 'r'},
    {"measured_at", LABEL("Measured at"), FieldType::DateTime, "", "", 'r'},
};

constexpr Row segmentRows[] = {
    {"name", LABEL("Name"), FieldType::Text, "", "", 'r'},
    {"state", LABEL("State"), FieldType::Enumeration, "", "", 'r'},
    {"members", LABEL("Members"), FieldType::Integer, "", "", 'r'},
};

constexpr Row engagementRows[] = {
    {"type", LABEL("Type"), FieldType::Enumeration, "", "", 'r'},
    {"contact", LABEL("Contact"), FieldType::Ref, "", "contact", 'r'},
    {"happened_at", LABEL("Time"), FieldType::DateTime, "", "", 'r'},
    {"subject", LABEL("Subject"), FieldType::Text, "", "", 'r'},
};

#undef LABEL

QList<HubOption> dealStatuses()
{
    return {{u"open"_s, QCoreApplication::translate(context, "Open")},
            {u"won"_s, QCoreApplication::translate(context, "Won")},
            {u"lost"_s, QCoreApplication::translate(context, "Lost")}};
}

QList<HubOption> activityTypes()
{
    return {{u"task"_s, QCoreApplication::translate(context, "Task")},
            {u"call"_s, QCoreApplication::translate(context, "Call")},
            {u"meeting"_s, QCoreApplication::translate(context, "Meeting")},
            {u"note"_s, QCoreApplication::translate(context, "Note")},
            {u"email"_s, QCoreApplication::translate(context, "E-mail")}};
}

} // namespace

QList<HubEntityDef> builtInEntities()
{
    HubEntityDef deal = entityOf("deal", QT_TRANSLATE_NOOP("syncline::core::HubSchema", "Deal"), dealRows);
    setOptions(deal, u"status"_s, dealStatuses());
    HubEntityDef activity = entityOf("activity", QT_TRANSLATE_NOOP("syncline::core::HubSchema", "Activity"),
                                     activityRows);
    setOptions(activity, u"type"_s, activityTypes());
    return {entityOf("contact", QT_TRANSLATE_NOOP("syncline::core::HubSchema", "Contact"), contactRows),
            entityOf("company", QT_TRANSLATE_NOOP("syncline::core::HubSchema", "Company"), companyRows),
            deal,
            activity,
            entityOf("user", QT_TRANSLATE_NOOP("syncline::core::HubSchema", "User"), userRows),
            entityOf("campaign", QT_TRANSLATE_NOOP("syncline::core::HubSchema", "Campaign"), campaignRows),
            entityOf("campaign_metric", QT_TRANSLATE_NOOP("syncline::core::HubSchema", "Campaign figures"), metricRows),
            entityOf("segment", QT_TRANSLATE_NOOP("syncline::core::HubSchema", "Segment"), segmentRows),
            entityOf("engagement", QT_TRANSLATE_NOOP("syncline::core::HubSchema", "Engagement"), engagementRows)};
}

} // namespace syncline::core
