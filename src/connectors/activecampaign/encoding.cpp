#include "connectors/activecampaign/encoding.h"

#include "connectors/activecampaign/decoding.h"
#include "connectors/activecampaign/metadata.h"
#include "connectors/activecampaign/money.h"
#include "connectors/common/encodingtask.h"
#include "connectors/common/wirevalues.h"

#include <QCoreApplication>
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

/// An empty text clears, also dates and choices.
Result<Encoded> encodedBlank(const EncodingTask &task, bool isPacked)
{
    if (task.field.required)
        return task.refused(tr("every record needs one."), tr("Give it a value, or leave the record out by a filter."));
    const bool isList = task.field.type == FieldType::Set && !isPacked;
    if (task.field.type == FieldType::Ref)
        return Encoded{u"0"_s, Value::null(), {}};
    const Value blank = task.field.type == FieldType::Set ? Value::set({}) : Value::null();
    return Encoded{isList ? QJsonValue(QJsonArray()) : QJsonValue(QString()), blank, {}};
}

Result<Encoded> encodedEmail(const EncodingTask &task)
{
    return emailIn(task).map([&](const QString &address) {
        return task.sent(address, Value::text(address), tr("Outer blanks are left out."));
    });
}

/// With an offset: how a time without one is read is not known. Seconds are the finest that is kept.
Result<Encoded> encodedInstant(const EncodingTask &task)
{
    return instantIn(task).map([&](std::chrono::seconds time) {
        const QString text = isoInstant(time);
        return task.sent(QString(text.chopped(1) + u"+00:00"_s), Value::text(text),
                         tr("ActiveCampaign keeps whole seconds."));
    });
}

Result<Encoded> encodedMoney(const EncodingTask &task)
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

Result<Encoded> encodedNumber(const EncodingTask &task)
{
    static const QRegularExpression shape(u"^-?\\d+(\\.\\d+)?$"_s); // what more it reads as a number is not known
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
Result<Encoded> encodedCurrency(const EncodingTask &task)
{
    static const QRegularExpression shape(u"^[A-Za-z]{3}$"_s);
    const QString code = task.text().trimmed();
    if (!shape.match(code).hasMatch())
        return task.refused(tr("it is no currency code."), tr("Write three letters, such as EUR."));
    return Encoded{code.toLower(), Value::text(code.toUpper()), {}};
}

Result<Encoded> encodedStatus(const EncodingTask &task)
{
    static const QStringList words{u"open"_s, u"won"_s, u"lost"_s};
    const auto number = words.indexOf(task.text());
    if (number < 0)
        return task.refused(tr("it is none of its options."), tr("The options are: %1.").arg(words.join(u", "_s)));
    return Encoded{QString::number(number), task.value, {}};
}

QString optionList(const RemoteField &field)
{
    QStringList names;
    for (const Option &option : field.options)
        names.append(option.value);
    return names.join(u", "_s);
}

Result<Encoded> noOption(const EncodingTask &task, const QString &text)
{
    return task.refused(
        tr("\"%1\" is none of its options.").arg(text),
        tr("Add the option in ActiveCampaign, or use a lookup. The options are: %1.").arg(optionList(task.field)));
}

Result<Encoded> encodedChoice(const EncodingTask &task)
{
    if (!isOption(task.field, task.text()))
        return noOption(task, task.text());
    return Encoded{task.text(), task.value, {}};
}

/// Contacts keep choices of their own fields packed, as "||A||B||", accounts as a list.
Result<Encoded> encodedChoices(const EncodingTask &task, bool isPacked)
{
    const QStringList members = task.value.members();
    for (const QString &member : members) {
        if (!isOption(task.field, member))
            return noOption(task, member);
        if (member.contains(bars))
            return task.refused(tr("|| divides choices."), tr("Choose other words for the option."));
    }
    const Value predicted = Value::set(members);
    if (!isPacked)
        return Encoded{QJsonArray::fromStringList(predicted.members()), predicted, {}};
    return Encoded{QString(bars + predicted.members().join(bars) + bars), predicted, {}};
}

} // namespace

Result<Encoded> encodedValue(const Kind &kind, const RemoteField &field, const Value &value)
{
    const EncodingTask task{
        u"ActiveCampaign"_s, kind.entity, field, value, WriteKind::Update, field.custom ? field.label : field.name};
    const bool isPacked = kind.custom == CustomValues::OfContacts && field.custom;
    if (value.isBlank())
        return encodedBlank(task, isPacked);
    if (field.nativeType.startsWith(native::currency))
        return encodedCurrency(task);
    if (field.nativeType == native::dealStatus)
        return encodedStatus(task);
    switch (field.type) {
    case FieldType::Email:
        return encodedEmail(task);
    case FieldType::Date:
        return dayIn(task).map([&](const QString &day) { return task.sent(day); });
    case FieldType::DateTime:
        return encodedInstant(task);
    case FieldType::Enumeration:
        return encodedChoice(task);
    case FieldType::Set:
        return encodedChoices(task, isPacked);
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
