#include "sandbox/mautic/values.h"

#include "sandbox/mautic/phptext.h"
#include "sandbox/mautic/places.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

using Kind = Cleaned::Kind;

constexpr int columnLength = 191;

const QString notValid = u"This value is not valid."_s;

Cleaned keep()
{
    return {};
}

Cleaned clear()
{
    return {Kind::Clear, QJsonValue::Null, {}};
}

Cleaned set(const QJsonValue &value)
{
    return {Kind::Set, value, {}};
}

Cleaned invalid(const QString &message = notValid)
{
    return {Kind::Invalid, {}, message};
}

bool isBlank(const QJsonValue &input)
{
    return input.isNull() || input.isUndefined() || (input.isString() && input.toString().trimmed().isEmpty())
        || (input.isArray() && input.toArray().isEmpty());
}

QString scalarText(const QJsonValue &input)
{
    if (input.isBool())
        return input.toBool() ? u"1"_s : QString();
    return input.toVariant().toString();
}

/// Named entities that people's texts contain, and numbered ones.
QString decodeEntities(QString text)
{
    static const QRegularExpression numbered(u"&#(x?)([0-9a-fA-F]+);"_s);
    if (!text.contains(u'&'))
        return text;
    QRegularExpressionMatch match;
    while ((match = numbered.match(text)).hasMatch()) {
        const char32_t code = match.capturedView(2).toUInt(nullptr, match.capturedView(1).isEmpty() ? 10 : 16);
        text.replace(match.capturedStart(), match.capturedLength(), QString::fromUcs4(&code, 1));
    }
    text.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    text.replace("&apos;"_L1, "'"_L1).replace("&nbsp;"_L1, QString(QChar(0xa0)));
    return text.replace("&amp;"_L1, "&"_L1);
}

QString withoutTags(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'<') {
            kept += text[i];
            continue;
        }
        const qsizetype end = text.indexOf(u'>', i);
        if (end > 0)
            i = end;
    }
    return kept;
}

QString cleanHtml(QString text)
{
    static const QRegularExpression handler(u"\\s+on\\w+\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return text.remove(handler).trimmed();
}

Cleaned textValue(const QString &text)
{
    if (text.size() > columnLength)
        return invalid(u"This value is too long. It should have 191 characters or less."_s);
    return text.isEmpty() ? keep() : set(text);
}

Cleaned oneOf(const QString &text, bool isKnown)
{
    return isKnown ? set(text) : invalid();
}

Cleaned emailValue(const QString &input)
{
    static const QRegularExpression shape(u"^[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+$"_s);
    const QString text = cleanEmail(input);
    return shape.match(text).hasMatch() ? set(text) : invalid(text + u" is invalid."_s);
}

Cleaned urlValue(const QString &text)
{
    static const QRegularExpression scheme(u"^[a-zA-Z][a-zA-Z0-9+.-]*:"_s);
    return textValue(scheme.match(text).hasMatch() ? text : u"http://"_s + text);
}

Cleaned numberValue(const Field &field, const QJsonValue &input, BlankRule rule)
{
    static const QRegularExpression shape(u"^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?$"_s);
    const QString text = scalarText(input).trimmed();
    const double number = text.toDouble();
    if (!shape.match(text).hasMatch() || std::abs(number) >= 9.2e18)
        return invalid();
    if (qFuzzyIsNull(number) && rule != BlankRule::Replace)
        return keep();
    const std::optional<int> scale = field.scale();
    if (scale && *scale > 0) {
        const double factor = std::pow(10.0, *scale);
        return set(std::nearbyint(number * factor) / factor);
    }
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    return set(isWhole ? whole : qint64(scale ? std::nearbyint(number) : std::trunc(number)));
}

Cleaned booleanValue(const QJsonValue &input)
{
    const QString text = input.isBool() ? (input.toBool() ? u"1"_s : u"0"_s) : scalarText(input).toLower();
    static const QStringList yes{u"1"_s, u"true"_s, u"on"_s, u"yes"_s};
    return set(qint64(yes.contains(text) ? 1 : 0));
}

Cleaned multiValue(const Field &field, const QJsonValue &input, const QJsonValue &stored)
{
    QStringList sent;
    if (input.isArray()) {
        for (const QJsonValue &item : input.toArray())
            sent.append(scalarText(item));
    } else {
        sent = scalarText(input).split(u'|', Qt::SkipEmptyParts);
    }
    if (std::ranges::any_of(sent, [&](const QString &value) { return !field.hasOption(value); }))
        return invalid();
    // What was chosen before stays in its place, what is new follows.
    QStringList chosen;
    for (const QString &value : stored.toString().split(u'|', Qt::SkipEmptyParts)) {
        if (sent.contains(value))
            chosen.append(value);
    }
    for (const QString &value : sent) {
        if (!chosen.contains(value))
            chosen.append(value);
    }
    return set(chosen.join(u'|'));
}

/// An instant in UTC out of the forms that Mautic was seen to understand; invalid for garbage.
QDateTime understood(const QString &text)
{
    static const QRegularExpression iso(
        u"^(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?$"_s);
    static const QRegularExpression german(u"^\\d{1,2}\\.\\d{1,2}\\.\\d{4}$"_s);
    static const QRegularExpression american(u"^\\d{1,2}/\\d{1,2}/\\d{4}$"_s);
    if (german.match(text).hasMatch())
        return QDateTime(QDate::fromString(text, u"d.M.yyyy"_s), QTime(0, 0), Qt::UTC);
    if (american.match(text).hasMatch())
        return QDateTime(QDate::fromString(text, u"M/d/yyyy"_s), QTime(0, 0), Qt::UTC);
    const QRegularExpressionMatch match = iso.match(text);
    if (!match.hasMatch())
        return {};
    const QString clock = match.captured(2).isEmpty() ? u"00:00"_s : match.captured(2);
    QDateTime time(QDate::fromString(match.captured(1), Qt::ISODate), QTime::fromString(clock, u"HH:mm"_s), Qt::UTC);
    const QString zone = match.captured(3);
    if (zone.size() > 1) {
        const int minutes = zone.mid(1, 2).toInt() * 60 + zone.right(2).toInt();
        time = time.addSecs((zone.startsWith(u'-') ? 60 : -60) * minutes);
    }
    return time;
}

Cleaned timeValue(const Field &field, const QString &text)
{
    if (field.type == FieldType::Time) {
        const QTime time = QTime::fromString(text.left(5), u"HH:mm"_s);
        return time.isValid() ? set(time.toString(u"HH:mm:00"_s)) : keep();
    }
    // "1.6.24" reads as a time of day to PHP, and a time of day is today's.
    static const QRegularExpression dots(u"^\\d{1,2}\\.\\d{1,2}\\.\\d{2}$"_s);
    const QDateTime time = dots.match(text).hasMatch() ? QDateTime::currentDateTimeUtc() : understood(text);
    if (!time.isValid())
        return keep();
    return set(time.toString(field.type == FieldType::Date ? u"yyyy-MM-dd"_s : u"yyyy-MM-dd HH:mm:00"_s));
}

bool isTime(FieldType type)
{
    return type == FieldType::Date || type == FieldType::DateTime || type == FieldType::Time;
}

Cleaned blankValue(const Field &field, const QJsonValue &input, BlankRule rule)
{
    switch (rule) {
    case BlankRule::Ignore:
        return keep();
    case BlankRule::Overwrite:
        return isTime(field.type) && !input.isNull() ? keep() : clear();
    case BlankRule::Replace:
        return clear();
    }
    Q_UNREACHABLE();
}

Cleaned typedValue(const Field &field, const QJsonValue &input, const QJsonValue &stored, BlankRule rule)
{
    const QString raw = scalarText(input);
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Lookup:
    case FieldType::Tel:
        return textValue(cleanText(raw));
    case FieldType::Textarea:
        return set(cleanText(raw));
    case FieldType::Html:
        return set(cleanHtml(raw));
    case FieldType::Number:
        return numberValue(field, input, rule);
    case FieldType::Boolean:
        return booleanValue(input);
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Time:
        return timeValue(field, raw.trimmed());
    case FieldType::Select:
        return oneOf(cleanText(raw), field.hasOption(cleanText(raw)));
    case FieldType::MultiSelect:
        return multiValue(field, input, stored);
    case FieldType::Email:
        return emailValue(raw);
    case FieldType::Url:
        return urlValue(raw.trimmed());
    case FieldType::Country:
        return oneOf(cleanText(raw), isCountry(cleanText(raw)));
    case FieldType::Region:
        return oneOf(cleanText(raw), isRegion(cleanText(raw)));
    case FieldType::Timezone:
        return oneOf(cleanText(raw), isTimezone(cleanText(raw)));
    case FieldType::Locale:
        return oneOf(cleanText(raw), isLocale(cleanText(raw)));
    }
    Q_UNREACHABLE();
}

} // namespace

QString cleanText(const QString &text)
{
    return decodeEntities(withoutTags(text)).trimmed();
}

QString cleanEmail(const QString &text)
{
    static const QString others = u"!#$%&'*+-=?^_`{|}~@.[]"_s;
    QString kept;
    for (const QChar c : text) {
        if (c.unicode() < 128 && (c.isLetterOrNumber() || others.contains(c)))
            kept += c;
    }
    return kept;
}

Cleaned cleaned(const Field &field, const QJsonValue &input, const QJsonValue &stored, BlankRule rule)
{
    if (input.isString() && input.toString().contains(QChar(0)))
        return {Kind::Broken, {}, {}};
    if (isBlank(input))
        return blankValue(field, input, rule);
    if (input.isObject() || (input.isArray() && field.type != FieldType::MultiSelect))
        return invalid();
    Cleaned result = typedValue(field, input, stored, rule);
    if (result.kind == Kind::Set && result.value.isString() && result.value.toString().isEmpty())
        return blankValue(field, QJsonValue(QString()), rule);
    return result;
}

} // namespace syncline::sandbox::mautic
