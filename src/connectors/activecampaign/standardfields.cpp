#include "connectors/activecampaign/kinds.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

RemoteField made(const QString &name, const QString &label, FieldType type, const QString &nativeType = {})
{
    RemoteField field;
    field.name = name;
    field.label = label;
    field.type = type;
    field.nativeType = nativeType;
    return field;
}

RemoteField readOnly(const QString &name, const QString &label, FieldType type, const QString &nativeType = {})
{
    RemoteField field = made(name, label, type, nativeType);
    field.readOnly = true;
    return field;
}

/// Beside a contact stands only the id of its account.
RemoteField nameOfAccount()
{
    RemoteField field = readOnly(u"accountName"_s, tr("Account name"), FieldType::Text, native::accountName);
    field.lookedUp = true;
    return field;
}

RemoteField required(RemoteField field)
{
    field.required = true;
    return field;
}

RemoteField key(const QString &name, const QString &label, FieldType type)
{
    RemoteField field = required(made(name, label, type));
    field.unique = true;
    return field;
}

RemoteField reference(const QString &name, const QString &label, const QString &entity, const QString &nativeType = {})
{
    RemoteField field = made(name, label, FieldType::Ref, nativeType);
    field.refersTo = entity;
    return field;
}

/// Records of this kind are activities of one type.
RemoteField activityType(const QString &type, const QString &label)
{
    RemoteField field = readOnly(u"activity_type"_s, tr("Type"), FieldType::Enumeration, native::constant);
    field.options = {{type, label}};
    return field;
}

QList<RemoteField> contactFields()
{
    return {key(u"email"_s, tr("E-mail"), FieldType::Email),
            made(u"firstName"_s, tr("First name"), FieldType::Text),
            made(u"lastName"_s, tr("Last name"), FieldType::Text),
            made(u"phone"_s, tr("Phone"), FieldType::Phone),
            reference(u"account"_s, tr("Account"), u"accounts"_s, native::accountLink),
            nameOfAccount(),
            made(u"jobTitle"_s, tr("Job title"), FieldType::Text, native::jobTitle),
            made(u"tags"_s, tr("Tags"), FieldType::Set, native::tags),
            made(u"lists"_s, tr("Lists"), FieldType::Set, native::lists),
            readOnly(u"cdate"_s, tr("Date created"), FieldType::DateTime),
            readOnly(u"udate"_s, tr("Date changed"), FieldType::DateTime),
            readOnly(u"bounced_hard"_s, tr("Hard bounces"), FieldType::Integer),
            readOnly(u"bounced_soft"_s, tr("Soft bounces"), FieldType::Integer),
            readOnly(u"bounced_date"_s, tr("Date of the last bounce"), FieldType::Date),
            readOnly(u"ip"_s, tr("IP address"), FieldType::Text)};
}

QList<RemoteField> accountFields()
{
    return {key(u"name"_s, tr("Name"), FieldType::Text), made(u"accountUrl"_s, tr("Website"), FieldType::Url),
            reference(u"owner"_s, tr("Owner"), u"users"_s),
            readOnly(u"createdTimestamp"_s, tr("Date created"), FieldType::DateTime),
            readOnly(u"updatedTimestamp"_s, tr("Date changed"), FieldType::DateTime)};
}

QList<RemoteField> dealFields()
{
    RemoteField status = made(u"status"_s, tr("Status"), FieldType::Enumeration, native::dealStatus);
    status.options = {{u"open"_s, tr("Open")}, {u"won"_s, tr("Won")}, {u"lost"_s, tr("Lost")}};
    return {required(made(u"title"_s, tr("Title"), FieldType::Text)),
            made(u"description"_s, tr("Description"), FieldType::LongText),
            made(u"value"_s, tr("Value"), FieldType::Decimal, native::money),
            made(u"currency"_s, tr("Currency"), FieldType::Text, native::currency),
            made(u"group"_s, tr("Pipeline"), FieldType::Enumeration),
            made(u"stage"_s, tr("Stage"), FieldType::Enumeration),
            status,
            made(u"percent"_s, tr("Probability in percent"), FieldType::Integer),
            reference(u"contact"_s, tr("Contact"), u"contacts"_s),
            reference(u"account"_s, tr("Account"), u"accounts"_s),
            reference(u"owner"_s, tr("Owner"), u"users"_s),
            readOnly(u"cdate"_s, tr("Date created"), FieldType::DateTime),
            readOnly(u"mdate"_s, tr("Date changed"), FieldType::DateTime),
            readOnly(u"nextdate"_s, tr("Date of the next task"), FieldType::DateTime),
            readOnly(u"winProbability"_s, tr("Win probability"), FieldType::Decimal)};
}

QList<RemoteField> taskFields()
{
    RemoteField status = made(u"status"_s, tr("Status"), FieldType::Enumeration);
    status.options = {{u"0"_s, tr("Open")}, {u"1"_s, tr("Done")}};
    return {activityType(u"task"_s, tr("Task")),
            made(u"title"_s, tr("Title"), FieldType::Text),
            made(u"note"_s, tr("Note"), FieldType::LongText),
            required(made(u"duedate"_s, tr("Due"), FieldType::DateTime)),
            made(u"edate"_s, tr("End"), FieldType::DateTime),
            status,
            made(u"dealTasktype"_s, tr("Kind of task"), FieldType::Enumeration),
            reference(u"contact"_s, tr("Contact"), u"contacts"_s, native::about + u"Subscriber"_s),
            reference(u"deal"_s, tr("Deal"), u"deals"_s, native::about + u"Deal"_s),
            reference(u"assignee"_s, tr("Assignee"), u"users"_s),
            readOnly(u"cdate"_s, tr("Date created"), FieldType::DateTime)};
}

QList<RemoteField> noteFields()
{
    return {activityType(u"note"_s, tr("Note")),
            required(made(u"note"_s, tr("Note"), FieldType::LongText)),
            reference(u"contact"_s, tr("Contact"), u"contacts"_s, native::about + u"Subscriber"_s),
            reference(u"deal"_s, tr("Deal"), u"deals"_s, native::about + u"Deal"_s),
            reference(u"account"_s, tr("Account"), u"accounts"_s, native::about + u"CustomerAccount"_s),
            readOnly(u"cdate"_s, tr("Date created"), FieldType::DateTime),
            readOnly(u"mdate"_s, tr("Date changed"), FieldType::DateTime)};
}

QList<RemoteField> userFields()
{
    return {readOnly(u"name"_s, tr("Name"), FieldType::Text, native::fullName),
            readOnly(u"username"_s, tr("User name"), FieldType::Text),
            readOnly(u"email"_s, tr("E-mail"), FieldType::Email)};
}

} // namespace

QList<RemoteField> standardFields(const Kind &kind)
{
    if (kind.entity == "contacts"_L1)
        return contactFields();
    if (kind.entity == "accounts"_L1)
        return accountFields();
    if (kind.entity == "deals"_L1)
        return dealFields();
    if (kind.entity == "dealTasks"_L1)
        return taskFields();
    return kind.entity == "notes"_L1 ? noteFields() : userFields();
}

} // namespace syncline::connectors::activecampaign
