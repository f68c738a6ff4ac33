#include "connectors/salesforce/salesforceencoding.h"

#include "connectors/common/valueerror.h"
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

/// What is being encoded; the parts of every message.
struct Task
{
    const QString &entity;
    const RemoteField &field;
    const Value &value;

    QString text() const { return value.text().trimmed(); }
    tl::unexpected<Error> refused(const QString &why, const QString &remedy) const
    {
        return cannotHold(u"Salesforce"_s, entity + u'.' + field.name, field, value, why, remedy);
    }
};

Encoded sent(const QString &text)
{
    return {text, Value::text(text), {}};
}

Result<Encoded> encodedText(const Task &task)
{
    const QString text = task.text();
    if (task.field.maxLength > 0 && text.size() > task.field.maxLength) {
        return task.refused(tr("it has %1 characters, %2 are allowed.").arg(text.size()).arg(task.field.maxLength),
                            tr("Shorten the value."));
    }
    return Encoded{text, Value::text(text),
                   text == task.value.text() ? QString() : tr("Salesforce cuts blanks at both ends.")};
}

Result<Encoded> encodedEmail(const Task &task)
{
    if (!isEmailAddress(task.text()))
        return task.refused(tr("it is no e-mail address."), tr("Correct the address."));
    return encodedText(task);
}

/// A number of JSON has about 16 digits; one that would come out as another is not sent.
Result<Encoded> encodedNumber(const Task &task)
{
    static const QRegularExpression integer(u"^[+-]?\\d+$"_s);
    const QString text = task.text();
    const bool isWhole = task.field.type == FieldType::Integer;
    if (!(isWhole ? integer.match(text).hasMatch() : isDecimal(text))) {
        return task.refused(isWhole ? tr("it is no whole number.")
                                    : tr("it is no number with a dot as its decimal sign."),
                            tr("Correct the number."));
    }
    const double number = text.toDouble();
    const QString read = QString::number(number, 'f', QLocale::FloatingPointShortest);
    if (!same(FieldType::Decimal, Value::text(read), task.value))
        return task.refused(tr("it has too many digits."), tr("Round the number."));
    return Encoded{number, Value::text(text), {}};
}

Result<Encoded> encodedBoolean(const Task &task)
{
    const auto word = canonical(FieldType::Boolean, task.value);
    if (word != "true"_L1 && word != "false"_L1)
        return task.refused(tr("it is neither true nor false."), tr("Map the field through a lookup or a transform."));
    return Encoded{*word == "true"_L1, Value::text(*word), {}};
}

/// A box that says no: ticked it is a refusal, and there is no word of a yes.
Result<Encoded> encodedConsent(const Task &task)
{
    if (task.text() == "refused"_L1)
        return Encoded{true, Value::text(u"refused"_s), {}};
    return Encoded{false, Value::null(), tr("Salesforce keeps a refusal only: the box is unticked.")};
}

Result<Encoded> encodedDate(const Task &task)
{
    if (!isDay(task.text()))
        return task.refused(tr("it is no date in the form YYYY-MM-DD."), tr("Correct the date."));
    return sent(task.text());
}

Result<Encoded> encodedInstant(const Task &task)
{
    const auto time = zonedInstant(task.text());
    if (!time)
        return task.refused(tr("it is no time in the form YYYY-MM-DDTHH:MM:SSZ."), tr("Correct the time."));
    const QString kept = isoInstant(*time);
    const bool isSame = same(FieldType::DateTime, Value::text(kept), task.value);
    return Encoded{kept, Value::text(kept), isSame ? QString() : tr("Salesforce keeps whole seconds.")};
}

bool isTaken(const RemoteField &field, const QString &value)
{
    const bool isRestricted = field.nativeType == restrictedPicklist || field.nativeType == restrictedMultiPicklist;
    return !isRestricted || std::ranges::find(field.options, value, &Option::value) != field.options.end();
}

Result<Encoded> encodedOption(const Task &task)
{
    if (isTaken(task.field, task.text()))
        return encodedText(task);
    return task.refused(tr("it is not among the values of this picklist."),
                        tr("Add the value in Salesforce, or translate it with a lookup in the mapping."));
}

Result<Encoded> encodedOptions(const Task &task)
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

Result<Encoded> encodedId(const Task &task)
{
    const QString id = longId(task.text());
    if (id.isEmpty())
        return task.refused(tr("it is no id of a record in Salesforce."),
                            tr("Sync the record that it refers to first."));
    return sent(id);
}

/// Rows of their own, written apart from the record.
Result<Encoded> encodedLinks(const Task &task)
{
    return Encoded{QJsonArray::fromStringList(task.value.members()), task.value, {}};
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
    case FieldType::Consent:
        return encodedConsent(task);
    case FieldType::Date:
        return encodedDate(task);
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
    const Task task{entity, field, value};
    const ObjectKind *object = objectKind(entity);
    if (field.readOnly || (object && object->isReadOnly))
        return task.refused(tr("Salesforce computes this field, or lets this user not write it."),
                            tr("Map it in the direction from Salesforce only."));
    if (field.createOnly && kind == WriteKind::Update)
        return task.refused(tr("Salesforce takes it for new records only."),
                            tr("Map it so that only new records get it."));
    if (!value.isReadable()) {
        return task.refused(tr("the value could not be read, so it is not written."),
                            tr("Give the connected user the right to read it."));
    }
    const bool isBlank = value.isBlank() || (value.isText() && task.text().isEmpty());
    return isBlank ? blank(field.type) : encodedByType(task);
}

} // namespace syncline::connectors::salesforce
