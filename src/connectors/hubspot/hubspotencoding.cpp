#include "connectors/hubspot/hubspotencoding.h"

#include "connectors/common/valueerror.h"
#include "connectors/common/wirevalues.h"
#include "connectors/hubspot/hubspotdecoding.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Encoding", text);
}

/// What is being encoded; the parts of every message.
struct Task
{
    const QString &entity;
    const RemoteField &field;
    const Value &value;

    QString text() const { return value.text(); }
    tl::unexpected<Error> refused(const QString &why, const QString &remedy) const
    {
        return cannotHold(u"HubSpot"_s, entity + u'.' + field.name, field, value, why, remedy);
    }
};

Encoded sent(const QString &text)
{
    return {text, Value::text(text), {}};
}

Result<Encoded> encodedText(const Task &task)
{
    const qsizetype length = task.text().size();
    if (task.field.maxLength > 0 && length > task.field.maxLength) {
        return task.refused(tr("it has %1 characters, %2 are allowed.").arg(length).arg(task.field.maxLength),
                            tr("Shorten the value."));
    }
    return sent(task.text());
}

Result<Encoded> encodedEmail(const Task &task)
{
    const QString address = task.text().trimmed();
    if (!isEmailAddress(address))
        return task.refused(tr("it is no e-mail address."), tr("Correct the address."));
    const QString kept = address.toLower();
    return Encoded{kept, Value::text(kept),
                   kept == task.text() ? QString() : tr("HubSpot keeps addresses in lower case.")};
}

Result<Encoded> encodedNumber(const Task &task)
{
    const QString text = task.text().trimmed();
    if (!isDecimal(text))
        return task.refused(tr("it is no number with a dot as its decimal sign."), tr("Correct the number."));
    return sent(text);
}

Result<Encoded> encodedBoolean(const Task &task)
{
    const QString word = task.text().trimmed().toLower();
    const bool isYes = word == "true"_L1 || word == "1"_L1 || word == "yes"_L1 || word == "on"_L1;
    const bool isNo = word == "false"_L1 || word == "0"_L1 || word == "no"_L1 || word == "off"_L1;
    if (!isYes && !isNo)
        return task.refused(tr("it is neither true nor false."), tr("Map the field through a lookup or a transform."));
    return sent(isYes ? u"true"_s : u"false"_s);
}

Result<Encoded> encodedDate(const Task &task)
{
    const QString text = task.text().trimmed();
    if (!isDay(text))
        return task.refused(tr("it is no date in the form YYYY-MM-DD."), tr("Correct the date."));
    if (!isDayOfInstant(task.field))
        return sent(text);
    // At noon of the account's own time zone it is that day for people far to both sides of it, too.
    const QDateTime noon(QDate::fromString(text, Qt::ISODate), QTime(12, 0), zoneOf(task.field));
    return Encoded{isoInstant(std::chrono::milliseconds(noon.toMSecsSinceEpoch())), Value::text(text), {}};
}

/// Ids of other records. They are links, which are written apart from the record.
Result<Encoded> encodedLinks(const Task &task)
{
    return Encoded{QJsonArray::fromStringList(task.value.members()), task.value, {}};
}

Result<Encoded> encodedInstant(const Task &task)
{
    static const QRegularExpression zoned(u"T.*(Z|[+-]\\d{2}:?\\d{2})$"_s);
    const QString text = task.text().trimmed();
    const auto time = instant(text);
    if (!time || !zoned.match(text).hasMatch())
        return task.refused(tr("it is no time in the form YYYY-MM-DDTHH:MM:SSZ."), tr("Correct the time."));
    return sent(isoInstant(*time));
}

bool isOption(const RemoteField &field, const QString &value)
{
    return field.options.isEmpty() || std::ranges::find(field.options, value, &Option::value) != field.options.end();
}

Result<Encoded> encodedOptions(const Task &task)
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

Result<Encoded> encodedOption(const Task &task)
{
    if (!isOption(task.field, task.text())) {
        return task.refused(tr("it is not among the options of this property."),
                            tr("Add the option in HubSpot, or translate the value with a lookup in the mapping."));
    }
    return sent(task.text());
}

Result<Encoded> encodedByType(const Task &task)
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
        return encodedNumber(task);
    case FieldType::Boolean:
        return encodedBoolean(task);
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

Result<Encoded> encodedValue(const QString &entity, const RemoteField &field, const Value &value, WriteKind)
{
    const Task task{entity, field, value};
    if (field.readOnly)
        return task.refused(tr("HubSpot computes this property, or lets nobody write it."),
                            tr("Map it in the direction from HubSpot only."));
    if (!value.isReadable()) {
        return task.refused(tr("the value could not be read, so it is not written."),
                            tr("Give the connected user the right to read it."));
    }
    if (value.isBlank()) // null is ignored or refused, depending on the call
        return Encoded{QString(), field.type == FieldType::Set ? Value::set({}) : Value::null(), {}};
    return encodedByType(task);
}

} // namespace syncline::connectors::hubspot
