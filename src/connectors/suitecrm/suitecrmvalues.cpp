#include "connectors/suitecrm/suitecrmvalues.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

tl::unexpected<Error> invalid(const RemoteField &field, const QString &message, const QString &remedy)
{
    Error error{ErrorKind::Validation, message, remedy, {}, {field.name}, false};
    return failure(error);
}

bool isNumber(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Decimal;
}

/// Names and short texts are trimmed by the CRM, long texts are not.
bool isTrimmed(const RemoteField &field)
{
    return field.nativeType != "text"_L1 && field.type != FieldType::LongText;
}

/// The CRM's cleaner deletes what looks like a tag, with its name; a blank behind the bracket saves it.
QString withSafeBrackets(const QString &text)
{
    static const QRegularExpression tag(u"<(?=[A-Za-z/!?])"_s);
    QString safe = text;
    return safe.replace(tag, u"< "_s);
}

QString plainText(QString text)
{
    text.remove(QChar(0));
    text.replace("\r\n"_L1, "\n"_L1);
    return withSafeBrackets(text);
}

Result<Encoded> encodeText(const RemoteField &field, const QString &given)
{
    const QString sent = plainText(given);
    const QString shown = isTrimmed(field) ? sent.trimmed() : sent;
    if (field.maxLength > 0 && shown.size() > field.maxLength) {
        return invalid(field, tr("%1 takes %2 characters, this value has %3.").arg(field.name).arg(field.maxLength).arg(shown.size()),
                       tr("Shorten the value; SuiteCRM would cut it without a word."));
    }
    Encoded encoded{sent, Value::text(shown), {}};
    if (sent != given)
        encoded.warning = tr("%1: SuiteCRM deletes text behind \"<\", so a blank is put behind it.").arg(field.name);
    else if (shown != given)
        encoded.warning = tr("%1: SuiteCRM cuts blanks at both ends.").arg(field.name);
    return encoded;
}

Result<Encoded> encodeEmail(const RemoteField &field, const QString &text)
{
    static const QRegularExpression shape(u"^[^\\s@<>\"(),;:]+@[^\\s@<>\"(),;:]+\\.[^\\s@<>\"(),;:.]+$"_s);
    const QString address = text.trimmed();
    if (!shape.match(address).hasMatch()) {
        return invalid(field, tr("\"%1\" is no e-mail address; SuiteCRM would drop it.").arg(text),
                       tr("Correct the address."));
    }
    return Encoded{address, Value::text(address), {}};
}

Result<Encoded> encodeInstant(const RemoteField &field, const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate).toUTC();
    if (!time.isValid())
        return invalid(field, tr("\"%1\" is no date and time.").arg(text), tr("Correct the value."));
    const QDateTime shown(time.date(), QTime(time.time().hour(), time.time().minute()), Qt::UTC);
    Encoded encoded{time.toString(u"yyyy-MM-dd HH:mm:ss"_s), Value::text(shown.toString(Qt::ISODate)), {}};
    if (shown != time)
        encoded.warning = tr("%1: SuiteCRM does not show seconds.").arg(field.name);
    return encoded;
}

Result<Encoded> encodeDate(const RemoteField &field, const QString &text)
{
    if (!QDate::fromString(text, Qt::ISODate).isValid() || text.size() != 10)
        return invalid(field, tr("\"%1\" is no date; SuiteCRM would store nothing.").arg(text), tr("Write dates as 2024-12-31."));
    return Encoded{text, Value::text(text), {}};
}

Result<Encoded> encodeNumber(const RemoteField &field, const QString &text)
{
    static const QRegularExpression number(u"^-?\\d+(\\.\\d+)?$"_s);
    if (!number.match(text).hasMatch())
        return invalid(field, tr("\"%1\" is no number.").arg(text), tr("Write numbers with a point, without separators."));
    return Encoded{text.toDouble(), Value::text(text), {}};
}

QString multiEnum(const QStringList &members)
{
    QStringList quoted;
    for (const QString &member : members)
        quoted << u'^' + member + u'^';
    return quoted.join(u',');
}

QStringList membersOf(const QString &text)
{
    QStringList members;
    for (const QString &part : text.split(u"^,^"_s)) {
        QString member = part;
        if (member.startsWith(u'^'))
            member.remove(0, 1);
        if (member.endsWith(u'^'))
            member.chop(1);
        if (!member.isEmpty())
            members << member;
    }
    return members;
}

} // namespace

FieldType typeOf(const QString &nativeType, const QString &fieldName)
{
    static const QMap<QString, FieldType> types{
        {u"text"_s, FieldType::LongText},     {u"html"_s, FieldType::LongText},
        {u"bool"_s, FieldType::Boolean},      {u"int"_s, FieldType::Integer},
        {u"float"_s, FieldType::Decimal},     {u"double"_s, FieldType::Decimal},
        {u"decimal"_s, FieldType::Decimal},   {u"currency"_s, FieldType::Decimal},
        {u"date"_s, FieldType::Date},         {u"datetime"_s, FieldType::DateTime},
        {u"datetimecombo"_s, FieldType::DateTime}, {u"enum"_s, FieldType::Enumeration},
        {u"radioenum"_s, FieldType::Enumeration},  {u"dynamicenum"_s, FieldType::Enumeration},
        {u"multienum"_s, FieldType::Set},     {u"email"_s, FieldType::Email},
        {u"phone"_s, FieldType::Phone},       {u"url"_s, FieldType::Url}};
    if (fieldName == "email1"_L1 || fieldName == "email2"_L1)
        return FieldType::Email;
    if (fieldName == "email_opt_out"_L1)
        return FieldType::Consent;
    return types.value(nativeType, FieldType::Text);
}

QString decodeEntities(const QString &text)
{
    if (!text.contains(u'&'))
        return text;
    QString plain = text;
    plain.replace("&#039;"_L1, "'"_L1).replace("&quot;"_L1, "\""_L1).replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1);
    return plain;
}

std::optional<QString> instant(const QString &text)
{
    static const QRegularExpression shape(u"^(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1) + u'T' + match.captured(2) + u'Z';
}

std::optional<std::chrono::seconds> secondsOf(const QString &text)
{
    const auto time = instant(text);
    if (!time)
        return std::nullopt;
    const QDateTime parsed = QDateTime::fromString(*time, Qt::ISODate);
    return parsed.isValid() ? std::optional(std::chrono::seconds(parsed.toSecsSinceEpoch())) : std::nullopt;
}

Value decode(const RemoteField &field, const JsonView &attribute)
{
    switch (attribute.kind()) {
    case JsonView::Kind::Missing: return Value::absent();
    case JsonView::Kind::Null: return Value::null();
    case JsonView::Kind::Array:
    case JsonView::Kind::Object: return Value::text({});
    case JsonView::Kind::Boolean:
    case JsonView::Kind::Number:
    case JsonView::Kind::String: break;
    }
    const QString text = decodeEntities(attribute.text());
    if (text.isEmpty())
        return field.type == FieldType::Set ? Value::set({}) : Value::text({});
    switch (field.type) {
    case FieldType::Boolean: return Value::text(text == "1"_L1 || text == "true"_L1 ? u"true"_s : u"false"_s);
    case FieldType::Consent: return text == "1"_L1 || text == "true"_L1 ? Value::text(u"refused"_s) : Value::null();
    case FieldType::DateTime: return Value::text(instant(text).value_or(text));
    case FieldType::Set: return Value::set(membersOf(text));
    default: return Value::text(text);
    }
}

Result<Encoded> encodeValue(const RemoteField &field, const Value &value)
{
    if (field.readOnly) {
        return invalid(field, tr("%1 can only be read in SuiteCRM.").arg(field.name),
                       tr("Set the direction of this field to pull in the mapping."));
    }
    if (field.type == FieldType::Consent) {
        const bool refused = value.text() == "refused"_L1;
        return Encoded{refused ? u"1"_s : u"0"_s, refused ? Value::text(u"refused"_s) : Value::null(), {}};
    }
    if (value.isBlank())
        return Encoded{u""_s, field.type == FieldType::Set ? Value::set({}) : Value::text({}), {}};
    switch (field.type) {
    case FieldType::Boolean: return Encoded{value.text() == "true"_L1 ? u"1"_s : u"0"_s, value, {}};
    case FieldType::Set: return Encoded{multiEnum(value.members()), value, {}};
    case FieldType::Email: return encodeEmail(field, value.text());
    case FieldType::DateTime: return encodeInstant(field, value.text());
    case FieldType::Date: return encodeDate(field, value.text());
    case FieldType::Integer:
    case FieldType::Decimal: return encodeNumber(field, value.text());
    default: return encodeText(field, value.text());
    }
}

QByteArray jsonString(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray wireText(const RemoteField &field, const Value &value)
{
    const auto encoded = encodeValue(field, value);
    if (!encoded)
        return jsonString(value.text());
    if (isNumber(field.type) && !value.isBlank())
        return value.text().toLatin1(); // a double would lose digits, a string is parsed by the user's decimal sign
    return jsonString(encoded->json.toString());
}

} // namespace syncline::connectors::suitecrm
