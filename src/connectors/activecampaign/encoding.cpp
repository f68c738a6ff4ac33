#include "connectors/activecampaign/encoding.h"

#include "connectors/activecampaign/decoding.h"
#include "connectors/activecampaign/metadata.h"
#include "connectors/activecampaign/money.h"
#include "connectors/common/valueerror.h"
#include "connectors/common/wirevalues.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

const QString bars = QStringLiteral("||");

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

/// What is being encoded; the parts of every message.
struct Task
{
    const Kind &kind;
    const RemoteField &field;
    const Value &value;

    QString text() const { return value.text(); }
    QString name() const { return field.custom ? field.label : field.name; }

    tl::unexpected<Error> refused(const QString &why, const QString &remedy) const
    {
        return cannotHold(u"ActiveCampaign"_s, kind.entity + u'.' + name(), field, value, why, remedy);
    }
    /// The warning appears where the stored form differs from the given one.
    Encoded sent(const QJsonValue &json, const Value &predicted, const QString &warning) const
    {
        return {json, predicted, predicted == value ? QString() : warning};
    }
};

/// An empty text clears, also dates and choices.
Result<Encoded> encodedBlank(const Task &task)
{
    if (task.field.required)
        return task.refused(tr("every record needs one."), tr("Give it a value, or leave the record out by a filter."));
    const bool isList = task.field.type == FieldType::Set
        && (task.kind.custom != CustomValues::OfContacts || !task.field.custom);
    if (task.field.type == FieldType::Ref)
        return Encoded{u"0"_s, Value::null(), {}};
    const Value blank = task.field.type == FieldType::Set ? Value::set({}) : Value::null();
    return Encoded{isList ? QJsonValue(QJsonArray()) : QJsonValue(QString()), blank, {}};
}

Result<Encoded> encodedEmail(const Task &task)
{
    const QString address = task.text().trimmed();
    if (!isEmailAddress(address))
        return task.refused(tr("it is no e-mail address."), tr("Correct the address."));
    return task.sent(address, Value::text(address), tr("Outer blanks are left out."));
}

Result<Encoded> encodedDate(const Task &task)
{
    if (!QDate::fromString(task.text(), Qt::ISODate).isValid())
        return task.refused(tr("it is no date."), tr("Write dates as YYYY-MM-DD."));
    return Encoded{task.text(), task.value, {}};
}

/// With an offset: how a time without one is read is not known. Seconds are the finest that is kept.
Result<Encoded> encodedInstant(const Task &task)
{
    const auto time = instant(task.text());
    if (!time)
        return task.refused(tr("it is no date and time."), tr("Write it as YYYY-MM-DDTHH:MM:SSZ."));
    const QString text = isoInstant(*time);
    return task.sent(QString(text.chopped(1) + u"+00:00"_s), Value::text(text),
                     tr("ActiveCampaign keeps whole seconds."));
}

Result<Encoded> encodedMoney(const Task &task)
{
    const auto cents = toCents(task.text());
    if (!cents) {
        return task.refused(tr("it is no amount with two decimal places at most."),
                            tr("Round the amount, here or in the system that it comes from."));
    }
    if (task.field.nativeType == native::money && cents->startsWith(u'-'))
        return task.refused(tr("a deal is worth nothing less than 0."), tr("Correct the amount."));
    return Encoded{*cents, Value::text(fromCents(*cents)), {}};
}

Result<Encoded> encodedNumber(const Task &task)
{
    static const QRegularExpression shape(u"^-?\\d+(\\.\\d+)?$"_s);
    const QString number = task.text().trimmed();
    if (!shape.match(number).hasMatch())
        return task.refused(tr("it is no number."), tr("Write digits, with a point before decimals."));
    return task.sent(number, Value::text(number), tr("Outer blanks are left out."));
}

bool isMoney(const RemoteField &field)
{
    return field.nativeType == native::money || nativeName(field) == "currency"_L1;
}

/// Small letters on the wire; shown in capitals, as ISO 4217 has them.
Result<Encoded> encodedCurrency(const Task &task)
{
    static const QRegularExpression shape(u"^[A-Za-z]{3}$"_s);
    const QString code = task.text().trimmed();
    if (!shape.match(code).hasMatch())
        return task.refused(tr("it is no currency code."), tr("Write three letters, such as EUR."));
    return Encoded{code.toLower(), Value::text(code.toUpper()), {}};
}

Result<Encoded> encodedStatus(const Task &task)
{
    static const QStringList words{u"open"_s, u"won"_s, u"lost"_s};
    const auto number = words.indexOf(task.text());
    if (number < 0)
        return task.refused(tr("it is none of its options."), tr("The options are: %1.").arg(words.join(u", "_s)));
    return Encoded{QString::number(number), task.value, {}};
}

bool isOption(const RemoteField &field, const QString &text)
{
    return field.options.isEmpty()
        || std::ranges::any_of(field.options, [&](const Option &option) { return option.value == text; });
}

QString optionList(const RemoteField &field)
{
    QStringList names;
    for (const Option &option : field.options)
        names.append(option.value);
    return names.join(u", "_s);
}

Result<Encoded> noOption(const Task &task, const QString &text)
{
    return task.refused(
        tr("\"%1\" is none of its options.").arg(text),
        tr("Add the option in ActiveCampaign, or use a lookup. The options are: %1.").arg(optionList(task.field)));
}

Result<Encoded> encodedChoice(const Task &task)
{
    if (!isOption(task.field, task.text()))
        return noOption(task, task.text());
    return Encoded{task.text(), task.value, {}};
}

/// Contacts keep choices as "||A||B||", accounts as a list.
Result<Encoded> encodedChoices(const Task &task)
{
    const QStringList members = task.value.members();
    for (const QString &member : members) {
        if (!isOption(task.field, member))
            return noOption(task, member);
        if (member.contains(bars))
            return task.refused(tr("|| divides choices."), tr("Choose other words for the option."));
    }
    const Value predicted = Value::set(members);
    if (task.kind.custom != CustomValues::OfContacts || !task.field.custom)
        return Encoded{QJsonArray::fromStringList(predicted.members()), predicted, {}};
    return Encoded{QString(bars + predicted.members().join(bars) + bars), predicted, {}};
}

} // namespace

Result<Encoded> encodedValue(const Kind &kind, const RemoteField &field, const Value &value)
{
    const Task task{kind, field, value};
    if (value.isBlank())
        return encodedBlank(task);
    if (field.nativeType.startsWith(native::currency))
        return encodedCurrency(task);
    if (field.nativeType == native::dealStatus)
        return encodedStatus(task);
    switch (field.type) {
    case FieldType::Email:
        return encodedEmail(task);
    case FieldType::Date:
        return encodedDate(task);
    case FieldType::DateTime:
        return encodedInstant(task);
    case FieldType::Enumeration:
        return encodedChoice(task);
    case FieldType::Set:
        return encodedChoices(task);
    case FieldType::Decimal:
    case FieldType::Integer:
        return isMoney(field) ? encodedMoney(task) : encodedNumber(task);
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Boolean:
    case FieldType::List:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Consent:
    case FieldType::Group:
        break;
    }
    return Encoded{task.text(), task.value, {}};
}

} // namespace syncline::connectors::activecampaign
