#include "core/mapping/conversion.h"

#include "core/mapping/numbertext.h"
#include "core/mapping/validation.h"
#include "foundation/phone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Conversion)
};

tl::unexpected<QString> because(QString sentence)
{
    return tl::unexpected<QString>(std::move(sentence));
}

bool isPlainText(FieldType type)
{
    return type == FieldType::Text || type == FieldType::LongText || type == FieldType::Enumeration;
}

bool isNumber(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Decimal;
}

bool isSeveral(FieldType type)
{
    return type == FieldType::Set || type == FieldType::List || type == FieldType::Refs;
}

/// Already in E.164: libphonenumber, which takes microseconds, has nothing to add.
bool looksLikeE164(const QString &text)
{
    return text.size() >= 8 && text.size() <= 16 && text.at(0) == u'+' && text.at(1) != u'0'
        && std::all_of(text.begin() + 1, text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Transformed phoneOf(const QString &text, const QString &region)
{
    if (looksLikeE164(text))
        return Value::text(text);
    return Value::text(toE164(text, region).value_or(text.trimmed()));
}

Transformed integerOf(const QString &text)
{
    if (const std::optional<QString> number = wholeNumber(text))
        return Value::text(*number);
    return because(Text::tr("\"%1\" is not a whole number.").arg(text));
}

Transformed decimalOf(const QString &text)
{
    if (const std::optional<QString> number = plainNumber(text))
        return Value::text(*number);
    return because(Text::tr("\"%1\" is not a number.").arg(text));
}

Transformed booleanOf(const QString &text)
{
    const QString word = text.trimmed().toLower();
    if (word == "true"_L1 || word == "1"_L1 || word == "yes"_L1 || word == "on"_L1)
        return Value::text(u"true"_s);
    if (word == "false"_L1 || word == "0"_L1 || word == "no"_L1 || word == "off"_L1)
        return Value::text(u"false"_s);
    return because(Text::tr("\"%1\" is neither true nor false.").arg(text));
}

Transformed dateOf(const QString &text)
{
    const QString date = text.trimmed();
    if (isCalendarDate(date))
        return Value::text(date);
    return because(Text::tr("\"%1\" is not a date of the form YYYY-MM-DD.").arg(text));
}

Transformed instantOf(const QString &text)
{
    QString iso = text.trimmed();
    if (iso.size() > 10 && iso.at(10) == u' ')
        iso[10] = u'T';
    QDateTime instant = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (iso.size() <= 10 || !instant.isValid())
        return because(Text::tr("\"%1\" is not a date and time.").arg(text));
    if (instant.timeSpec() == Qt::LocalTime) // no zone given: UTC, never this computer's
        instant.setTimeZone(QTimeZone::utc());
    const QDateTime utc = instant.toUTC();
    const bool hasFraction = utc.time().msec() != 0;
    return Value::text(utc.toString(hasFraction ? u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s : u"yyyy-MM-ddTHH:mm:ssZ"_s));
}

Transformed consentOf(const QString &text)
{
    const QString word = text.trimmed().toLower();
    if (word == "granted"_L1 || word == "refused"_L1)
        return Value::text(word);
    if (word == "unknown"_L1)
        return Value::null();
    return because(Text::tr("\"%1\" is neither granted nor refused.").arg(text));
}

Transformed scalarOf(const QString &text, FieldType to, const QString &region)
{
    switch (to) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Enumeration:
    case FieldType::Ref:
        return Value::text(text);
    case FieldType::Email:
    case FieldType::Url:
        return Value::text(text.trimmed());
    case FieldType::Integer:
        return integerOf(text);
    case FieldType::Decimal:
        return decimalOf(text);
    case FieldType::Boolean:
        return booleanOf(text);
    case FieldType::Date:
        return dateOf(text);
    case FieldType::DateTime:
        return instantOf(text);
    case FieldType::Phone:
        return phoneOf(text, region);
    case FieldType::Consent:
        return consentOf(text);
    case FieldType::Set:
    case FieldType::Refs:
    case FieldType::List:
    case FieldType::Group:
        break;
    }
    return because(Text::tr("A single text cannot become several values."));
}

QStringList membersOf(const Value &value)
{
    if (!value.isText())
        return value.members();
    QStringList members;
    for (const QString &part : value.text().split(u',')) {
        if (!part.trimmed().isEmpty())
            members.append(part.trimmed());
    }
    return members;
}

Value listOf(const QStringList &members)
{
    Value::Items items;
    for (const QString &member : members)
        items.append({member, {}, items.isEmpty()});
    return Value::list(items);
}

Transformed severalOf(const Value &value, FieldType to)
{
    if (to == FieldType::List)
        return value.isList() ? value : listOf(membersOf(value));
    return value.isSet() ? value : Value::set(membersOf(value));
}

/// One text of several values: all of them where a text can hold them, else the primary or the only one.
Transformed oneOf(const Value &value, FieldType to, const QString &region)
{
    if (value.isList()) {
        const Value::Items items = value.items();
        const auto primary = std::find_if(items.begin(), items.end(),
                                          [](const ListItem &item) { return item.primary; });
        return scalarOf(primary == items.end() ? items.first().value : primary->value, to, region);
    }
    const QStringList members = value.members();
    if (members.size() == 1)
        return scalarOf(members.first(), to, region);
    if (to == FieldType::Text || to == FieldType::LongText)
        return Value::text(members.join(", "_L1));
    return because(Text::tr("%n value(s) do not fit into a field that holds one.", nullptr, int(members.size())));
}

Transformed flagOfConsent(const Value &consent)
{
    return Value::text(consent.text() == "refused"_L1 ? u"true"_s : u"false"_s);
}

Transformed consentOfFlag(const Value &flag)
{
    const Transformed isOptOut = booleanOf(flag.text());
    if (!isOptOut)
        return isOptOut;
    return isOptOut->text() == "true"_L1 ? Value::text(u"refused"_s) : Value::null();
}

QString shown(FieldType type)
{
    return fieldTypeName(type);
}

} // namespace

bool isConvertible(FieldType from, FieldType to)
{
    if (from == FieldType::Group || to == FieldType::Group)
        return false;
    if (from == to || isPlainText(from) || isPlainText(to))
        return true;
    if (isSeveral(from) && isSeveral(to))
        return true;
    if (isSeveral(from) || isSeveral(to)) {
        const FieldType single = isSeveral(from) ? to : from;
        return single == FieldType::Email || single == FieldType::Phone || single == FieldType::Url
            || single == FieldType::Ref;
    }
    const auto between = [&](FieldType a, FieldType b) { return (from == a && to == b) || (from == b && to == a); };
    return (isNumber(from) && isNumber(to)) || between(FieldType::Boolean, FieldType::Consent)
        || between(FieldType::Boolean, FieldType::Integer);
}

Transformed convert(const Value &value, FieldType from, FieldType to, const QString &region)
{
    if (!value.isReadable())
        return value;
    if (from == FieldType::Consent && to == FieldType::Boolean)
        return flagOfConsent(value);
    if (value.isBlank())
        return value;
    if (!isConvertible(from, to))
        return because(Text::tr("A value of type %1 cannot become one of type %2.").arg(shown(from), shown(to)));
    if (from == FieldType::Boolean && to == FieldType::Consent)
        return consentOfFlag(value);
    if (from == FieldType::Boolean && to == FieldType::Integer)
        return Value::text(value.text() == "true"_L1 ? u"1"_s : u"0"_s);
    if (isSeveral(to))
        return severalOf(value, to);
    if (value.isSet() || value.isList())
        return oneOf(value, to, region);
    return scalarOf(value.text(), to, region);
}

} // namespace syncline::core
