#include "connectors/salesforce/salesforceencoding.h"

#include "connectors/common/encodingtask.h"
#include "connectors/common/wirevalues.h"
#include "connectors/salesforce/salesforceids.h"
#include "connectors/salesforce/salesforceobjects.h"
#include "foundation/canonical.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::Encoding", text);
}

Result<Encoded> encodedText(const EncodingTask &task)
{
    const QString text = task.text().trimmed();
    if (task.field.maxLength > 0 && text.size() > task.field.maxLength) {
        return task.refused(tr("it has %1 characters, %2 are allowed.").arg(text.size()).arg(task.field.maxLength),
                            tr("Shorten the value."));
    }
    return task.sent(text, Value::text(text), tr("Salesforce cuts blanks at both ends."));
}

/// A number of JSON has about 16 digits; one that would come out as another is not sent.
Result<Encoded> encodedNumber(const EncodingTask &task)
{
    static const QRegularExpression whole(u"^[+-]?\\d+$"_s);
    const auto text = decimalIn(task);
    if (!text)
        return failure(text.error());
    if (task.field.type == FieldType::Integer && !whole.match(*text).hasMatch())
        return task.refused(tr("it is no whole number."), tr("Correct the number."));
    const double number = text->toDouble();
    const QString read = QString::number(number, 'f', QLocale::FloatingPointShortest);
    if (!same(FieldType::Decimal, Value::text(read), task.value))
        return task.refused(tr("it has too many digits."), tr("Round the number."));
    return Encoded{number, Value::text(*text), {}};
}

/// A box that says no: ticked it is a refusal, and there is no word of a yes.
Result<Encoded> encodedConsent(const EncodingTask &task)
{
    if (task.text().trimmed() == "refused"_L1)
        return Encoded{true, Value::text(u"refused"_s), {}};
    return Encoded{false, Value::null(), tr("Salesforce keeps a refusal only: the box is unticked.")};
}

Result<Encoded> encodedInstant(const EncodingTask &task)
{
    return instantIn(task).map([&](std::chrono::seconds time) {
        const QString kept = isoInstant(time);
        const bool isSame = same(FieldType::DateTime, Value::text(kept), task.value);
        return Encoded{kept, Value::text(kept), isSame ? QString() : tr("Salesforce keeps whole seconds.")};
    });
}

bool isTaken(const RemoteField &field, const QString &value)
{
    const bool isRestricted = field.nativeType == restrictedPicklist || field.nativeType == restrictedMultiPicklist;
    return !isRestricted || std::ranges::find(field.options, value, &Option::value) != field.options.end();
}

Result<Encoded> encodedOption(const EncodingTask &task)
{
    if (isTaken(task.field, task.text().trimmed()))
        return encodedText(task);
    return task.refused(tr("it is not among the values of this picklist."),
                        tr("Add the value in Salesforce, or translate it with a lookup in the mapping."));
}

Result<Encoded> encodedOptions(const EncodingTask &task)
{
    const QStringList members = task.value.members();
    for (const QString &member : members) {
        if (!isTaken(task.field, member) || member.contains(u';')) {
            return task.refused(tr("\"%1\" is not among the values of this picklist.").arg(member),
                                tr("Add the value in Salesforce, or translate it with a lookup in the mapping."));
        }
    }
    return Encoded{members.join(u';'), Value::set(members), {}};
}

Result<Encoded> encodedId(const EncodingTask &task)
{
    const QString id = longId(task.text().trimmed());
    if (id.isEmpty())
        return task.refused(tr("it is no id of a record in Salesforce."),
                            tr("Sync the record that it refers to first."));
    return task.sent(id);
}

/// Rows of their own, written apart from the record.
Result<Encoded> encodedLinks(const EncodingTask &task)
{
    return Encoded{QJsonArray::fromStringList(task.value.members()), task.value, {}};
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
        return emailIn(task).and_then([&](const QString &) { return encodedText(task); });
    case FieldType::Integer:
    case FieldType::Decimal:
        return encodedNumber(task);
    case FieldType::Boolean:
        return yesOrNoIn(task).map(encodedTruth);
    case FieldType::Consent:
        return encodedConsent(task);
    case FieldType::Date:
        return dayIn(task).map([&](const QString &day) { return task.sent(day); });
    case FieldType::DateTime:
        return encodedInstant(task);
    case FieldType::Enumeration:
        return encodedOption(task);
    case FieldType::Set:
        return encodedOptions(task);
    case FieldType::Ref:
        return encodedId(task);
    case FieldType::Refs:
        return encodedLinks(task);
    case FieldType::List:
    case FieldType::Group:
        break;
    }
    return task.refused(tr("Salesforce has no fields of this type."), tr("Map the value to another field."));
}

/// A check box is never blank. What a null does to one is told differently (an error, or false), so false is sent.
Encoded blank(FieldType type)
{
    if (type == FieldType::Boolean)
        return {false, Value::text(u"false"_s), tr("A check box is never blank in Salesforce: it is unticked.")};
    if (type == FieldType::Consent)
        return {false, Value::null(), {}};
    if (type == FieldType::Refs)
        return {QJsonArray(), Value::null(), {}};
    return {QJsonValue::Null, type == FieldType::Set ? Value::set({}) : Value::null(), {}};
}

} // namespace

Result<Encoded> encodedValue(const QString &entity, const RemoteField &field, const Value &value, WriteKind kind)
{
    const EncodingTask task{u"Salesforce"_s, entity, field, value, kind};
    const ObjectKind *object = objectKind(entity);
    if (field.readOnly || (object && object->isReadOnly))
        return task.refused(tr("Salesforce computes this field, or lets this user not write it."),
                            tr("Map it in the direction from Salesforce only."));
    if (field.createOnly && kind == WriteKind::Update)
        return task.refused(tr("Salesforce takes it for new records only."),
                            tr("Map it so that only new records get it."));
    if (!value.isReadable())
        return task.refusedUnread();
    const bool isBlank = value.isBlank() || (value.isText() && task.text().trimmed().isEmpty());
    return isBlank ? blank(field.type) : encodedByType(task);
}

} // namespace syncline::connectors::salesforce
