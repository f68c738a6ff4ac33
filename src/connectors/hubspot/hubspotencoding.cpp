#include "connectors/hubspot/hubspotencoding.h"

#include "connectors/common/encodingtask.h"
#include "connectors/hubspot/hubspotdecoding.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Encoding", text);
}

Result<Encoded> encodedText(const EncodingTask &task)
{
    const qsizetype length = task.text().size();
    if (task.field.maxLength > 0 && length > task.field.maxLength) {
        return task.refused(tr("it has %1 characters, %2 are allowed.").arg(length).arg(task.field.maxLength),
                            tr("Shorten the value."));
    }
    return task.sent(task.text());
}

Result<Encoded> encodedEmail(const EncodingTask &task)
{
    return emailIn(task).map([&](const QString &address) {
        const QString kept = address.toLower();
        return task.sent(kept, Value::text(kept), tr("HubSpot keeps addresses in lower case."));
    });
}

Result<Encoded> encodedDate(const EncodingTask &task)
{
    return dayIn(task).map([&](const QString &day) {
        if (!isDayOfInstant(task.field))
            return task.sent(day);
        // At noon of the account's own time zone it is that day for people far to both sides of it, too.
        const QDateTime noon(QDate::fromString(day, Qt::ISODate), QTime(12, 0), zoneOf(task.field));
        return Encoded{isoInstant(std::chrono::milliseconds(noon.toMSecsSinceEpoch())), Value::text(day), {}};
    });
}

/// Ids of other records. They are links, which are written apart from the record.
Result<Encoded> encodedLinks(const EncodingTask &task)
{
    return Encoded{QJsonArray::fromStringList(task.value.members()), task.value, {}};
}

Result<Encoded> encodedInstant(const EncodingTask &task)
{
    return instantIn(task).map([&](std::chrono::seconds whole) { // HubSpot keeps milliseconds
        return task.sent(isoInstant(instant(task.text().trimmed()).value_or(whole)));
    });
}

Result<Encoded> encodedOptions(const EncodingTask &task)
{
    const QStringList members = task.value.members();
    for (const QString &member : members) {
        if (!isOption(task.field, member) || member.contains(u';')) {
            return task.refused(tr("\"%1\" is not among the options of this property.").arg(member),
                                tr("Add the option in HubSpot, or translate the value with a lookup in the mapping."));
        }
    }
    // A list that began with a semicolon would be added to what is there.
    return Encoded{members.join(u';'), Value::set(members), {}};
}

Result<Encoded> encodedOption(const EncodingTask &task)
{
    if (!isOption(task.field, task.text())) {
        return task.refused(tr("it is not among the options of this property."),
                            tr("Add the option in HubSpot, or translate the value with a lookup in the mapping."));
    }
    return task.sent(task.text());
}

Result<Encoded> encodedByType(const EncodingTask &task)
{
    switch (task.field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Url:
        return encodedText(task);
    case FieldType::Email:
        return encodedEmail(task);
    case FieldType::Integer:
    case FieldType::Decimal:
        return decimalIn(task).map([&](const QString &number) { return task.sent(number); });
    case FieldType::Boolean:
        return yesOrNoIn(task).map([&](bool isYes) { return task.sent(isYes ? u"true"_s : u"false"_s); });
    case FieldType::Date:
        return encodedDate(task);
    case FieldType::DateTime:
        return encodedInstant(task);
    case FieldType::Enumeration:
        return encodedOption(task);
    case FieldType::Set:
        return encodedOptions(task);
    case FieldType::Ref:
        return encodedText(task);
    case FieldType::Refs:
        return encodedLinks(task);
    case FieldType::List:
    case FieldType::Consent:
    case FieldType::Group:
        break;
    }
    return task.refused(tr("HubSpot has no properties of this type."), tr("Map the value to another property."));
}

} // namespace

Result<Encoded> encodedValue(const QString &entity, const RemoteField &field, const Value &value, WriteKind kind)
{
    const EncodingTask task{u"HubSpot"_s, entity, field, value, kind};
    if (field.readOnly)
        return task.refused(tr("HubSpot computes this property, or lets nobody write it."),
                            tr("Map it in the direction from HubSpot only."));
    if (!value.isReadable())
        return task.refusedUnread();
    if (value.isBlank()) // null is ignored or refused, depending on the call
        return Encoded{QString(), field.type == FieldType::Set ? Value::set({}) : Value::null(), {}};
    return encodedByType(task);
}

} // namespace syncline::connectors::hubspot
