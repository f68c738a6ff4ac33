#include "connectors/suitecrm/encoding.h"

#include "connectors/suitecrm/links.h"
#include "connectors/suitecrm/wiretext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

constexpr int longTextBytes = 65535; ///< the database's text column
constexpr int exactDigits = 14;      ///< amounts are stored as floating numbers and printed with so many digits

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

tl::unexpected<Error> refused(const RemoteField &field, const QString &why, const QString &remedy)
{
    return failure(Error{ErrorKind::Validation, tr("%1: %2").arg(field.label, why), remedy, {}, {field.name}, false});
}

qsizetype characters(const QString &text)
{
    return std::ranges::count_if(text, [](QChar letter) { return !letter.isLowSurrogate(); });
}

/// HTML's names of the characters U+00A0 to U+00FF, in their order.
constexpr char latinNames[] =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 "
    "acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde "
    "Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute "
    "Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde "
    "auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute "
    "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

std::optional<char32_t> meaningOf(const QString &entity)
{
    static const QMap<QString, char32_t> markup{{u"amp"_s, U'&'},  {u"lt"_s, U'<'},    {u"gt"_s, U'>'},
                                                {u"quot"_s, U'"'}, {u"apos"_s, U'\''}, {u"euro"_s, U'€'}};
    static const QStringList latin = QString::fromLatin1(latinNames).split(u' ');
    if (markup.contains(entity))
        return markup.value(entity);
    if (const auto place = latin.indexOf(entity); place >= 0)
        return char32_t(0xA0 + place);
    const bool hexadecimal = entity.startsWith("#x"_L1, Qt::CaseInsensitive);
    bool ok = false;
    const uint code = entity.startsWith(u'#') ? entity.mid(hexadecimal ? 2 : 1).toUInt(&ok, hexadecimal ? 16 : 10) : 0;
    return ok && code >= 0x20 && code <= 0x10FFFF ? std::optional(char32_t(code)) : std::nullopt;
}

/// SuiteCRM decodes HTML entities on writing and cleans afterwards, so escaping protects nothing.
QString withoutEntities(QString text)
{
    static const QRegularExpression form(u"&(#?\\w+);"_s);
    for (qsizetype from = 0;;) {
        const auto match = form.match(text, from);
        if (!match.hasMatch())
            return text;
        const auto meaning = meaningOf(match.captured(1));
        if (meaning) // again from here: what comes out may be an entity, and is decoded there as well
            text.replace(match.capturedStart(), match.capturedLength(), QString::fromUcs4(&*meaning, 1));
        from = meaning ? match.capturedStart() : match.capturedEnd();
    }
}

/// "<" directly before a letter, "/" or "!" begins a tag for SuiteCRM's cleaner, which deletes it with its content.
QString withoutTags(QString text)
{
    static const QRegularExpression opening(u"<(?=[\\p{L}/!?])"_s);
    return text.replace(opening, u"< "_s);
}

QString trimmedLikePhp(const QString &text)
{
    static const QRegularExpression ends(u"^[ \\t\\n\\r\\x0B]+|[ \\t\\n\\r\\x0B]+$"_s);
    return QString(text).remove(ends);
}

struct Cleaned
{
    QString text;
    QString warning;
};

Cleaned cleaned(const RemoteField &field, const QString &original)
{
    QString text = original;
    text.remove(QChar(u'\0')).replace("\r\n"_L1, "\n"_L1);
    if (field.type != FieldType::LongText)
        text = trimmedLikePhp(text);
    const QString plain = withoutEntities(text);
    const QString safe = withoutTags(plain);
    if (safe != plain)
        return {safe,
                tr("%1: SuiteCRM deletes what stands behind a “<”; a space was put in between.").arg(field.label)};
    if (safe != text)
        return {safe, tr("%1: SuiteCRM stores HTML entities as the characters that they mean.").arg(field.label)};
    if (safe != original)
        return {
            safe,
            tr("%1: SuiteCRM does not keep blanks at the ends, carriage returns and NUL characters.").arg(field.label)};
    return {safe, {}};
}

Result<Wire> encodeBlank(const RemoteField &field);

Result<Wire> encodeText(const RemoteField &field, const QString &original)
{
    const Cleaned clean = cleaned(field, original);
    if (clean.text.isEmpty())
        return encodeBlank(field);
    const auto length = characters(clean.text);
    if (field.maxLength > 0 && length > field.maxLength) {
        return refused(field,
                       tr("the text has %1 characters, SuiteCRM keeps only %2.").arg(length).arg(field.maxLength),
                       tr("Shorten the text, or let the mapping cut it."));
    }
    if (field.type == FieldType::LongText && clean.text.toUtf8().size() > longTextBytes)
        return refused(field, tr("the text is longer than 65535 bytes."),
                       tr("Shorten the text, or let the mapping cut it."));
    return Wire{jsonText(clean.text), Value::text(clean.text), clean.warning};
}

Result<Wire> encodeEnumeration(const RemoteField &field, const QString &text)
{
    const bool known = field.options.isEmpty()
        || std::ranges::any_of(field.options, [&](const Option &option) { return option.value == text; });
    if (!known) {
        return refused(field, tr("“%1” is not among the options of the list.").arg(text),
                       tr("Translate the value in the mapping, or add the option in SuiteCRM."));
    }
    return encodeText(field, text);
}

Result<Wire> encodeEmail(const RemoteField &field, const QString &original)
{
    static const QRegularExpression form(
        u"^[^\\s@<>()\\[\\],;:\"\\\\]+@[^\\s@<>()\\[\\],;:\"\\\\.]+(\\.[^\\s@<>()\\[\\],;:\"\\\\.]+)+$"_s);
    const QString text = original.trimmed();
    if (!form.match(text).hasMatch() || text.contains(".."_L1) || text.startsWith(u'.') || text.contains(".@"_L1))
        return refused(field, tr("“%1” is no e-mail address; SuiteCRM would drop it silently.").arg(text),
                       tr("Correct the address."));
    return Wire{jsonText(text), Value::text(text), {}};
}

Result<Wire> encodeInteger(const RemoteField &field, const QString &text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok)
        return refused(field, tr("“%1” is no whole number.").arg(text), tr("Correct the number."));
    return Wire{QByteArray::number(number), Value::text(QString::number(number)), {}};
}

/// Numbers go out as JSON numbers: texts are parsed with the decimal sign of the token's user.
Result<Wire> encodeDecimal(const RemoteField &field, const QString &text)
{
    static const QRegularExpression form(u"^([+-]?)0*(\\d*)(?:\\.(\\d*?)0*)?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch() || !text.contains(QRegularExpression(u"\\d"_s)))
        return refused(field, tr("“%1” is no number.").arg(text), tr("Correct the number."));
    const QString whole = match.captured(2).isEmpty() ? u"0"_s : match.captured(2);
    const QString fraction = match.captured(3);
    QString digits = match.captured(2) + fraction;
    if (fraction.isEmpty())
        digits.remove(QRegularExpression(u"0+$"_s));
    digits.remove(QRegularExpression(u"^0+"_s));
    if (digits.size() > exactDigits) {
        return refused(field, tr("%1 has more digits than SuiteCRM can keep exactly (%2).").arg(text).arg(exactDigits),
                       tr("Round the number in the mapping."));
    }
    QString number = fraction.isEmpty() ? whole : whole + u'.' + fraction;
    if (match.captured(1) == "-"_L1 && !digits.isEmpty())
        number.prepend(u'-');
    return Wire{number.toLatin1(), Value::text(number), {}};
}

Result<Wire> encodeBoolean(const RemoteField &field, const QString &text)
{
    if (text != "true"_L1 && text != "false"_L1)
        return refused(field, tr("“%1” is neither yes nor no.").arg(text),
                       tr("Correct the value, or convert it in the mapping."));
    return Wire{text == "true"_L1 ? R"("1")" : R"("0")", Value::text(text), {}};
}

Result<Wire> encodeConsent(const RemoteField &field, const QString &text)
{
    if (text == "refused"_L1)
        return Wire{R"("1")", Value::text(text), {}};
    if (text == "granted"_L1)
        return Wire{R"("0")", Value::null(),
                    tr("%1: SuiteCRM can only note a refusal, not a consent.").arg(field.label)};
    if (text.isEmpty() || text == "unknown"_L1)
        return Wire{R"("0")", Value::null(), {}};
    return refused(field, tr("“%1” is no statement about consent.").arg(text), tr("Convert the value in the mapping."));
}

Result<Wire> encodeDate(const RemoteField &field, const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (text.size() != 10 || !date.isValid() || date.year() < 1000)
        return refused(field, tr("“%1” is no date; SuiteCRM would store it as empty.").arg(text),
                       tr("Correct the date."));
    return Wire{jsonText(text), Value::text(text), {}};
}

Result<Wire> encodeDateTime(const RemoteField &field, const QString &text)
{
    const auto at = readInstant(text);
    if (!at || !text.endsWith(u'Z'))
        return refused(field, tr("“%1” is no time in UTC; SuiteCRM would store it as empty.").arg(text),
                       tr("Correct the time."));
    const auto shown = std::chrono::floor<std::chrono::minutes>(*at);
    const QString predicted =
        QDateTime::fromSecsSinceEpoch(std::chrono::seconds(shown).count(), Qt::UTC).toString(Qt::ISODate);
    const QString warning = shown == *at ? QString() : tr("%1: SuiteCRM does not show seconds.").arg(field.label);
    return Wire{jsonText(instantText(*at)), Value::text(predicted), warning};
}

Result<Wire> encodeSet(const RemoteField &field, const Value &value)
{
    QStringList marked;
    for (const QString &member : value.members()) {
        if (member.contains(u'^') || withoutTags(withoutEntities(member)) != member) {
            return refused(field, tr("“%1” cannot be an entry of a SuiteCRM list.").arg(member),
                           tr("Translate the value in the mapping."));
        }
        marked << u'^' + member + u'^';
    }
    return Wire{jsonText(marked.join(u',')), Value::set(value.members()), {}};
}

/// An amount in a currency that the site does not have is not converted, and not written either (S-36).
Result<Wire> encodeCurrency(const RemoteField &field, const QString &code)
{
    const QString id = currencyId(field, code);
    if (id.isEmpty()) {
        return refused(field, tr("the site has no currency “%1”.").arg(code),
                       tr("Add the currency in SuiteCRM, or set the site's own currency at this integration."));
    }
    return Wire{jsonText(id), Value::text(code.trimmed().toUpper()), {}};
}

/// Only a parent is told from the others.
Result<Wire> encodeLinks(const RemoteField &field, const Value &value)
{
    QByteArrayList ids;
    QString primary;
    for (const QString &id : value.members())
        ids << jsonText(id);
    for (const ListItem &item : value.items()) {
        if (item.primary && columnsOf(field).contains(u"parent_id"_s))
            primary = item.value;
    }
    return Wire{'[' + ids.join(',') + ']', linkedValue(value.members(), primary), {}};
}

/// Clearing: "" and never null, which leaves the old value standing.
Result<Wire> encodeBlank(const RemoteField &field)
{
    if (field.required) {
        return refused(field, tr("must not be empty; SuiteCRM would not check it, but its own screens do."),
                       tr("Enter a value, or give the mapping a default."));
    }
    switch (field.type) {
    case FieldType::Boolean:
        return Wire{R"("0")", Value::text(u"false"_s), tr("%1: an empty tick box is shown as “no”.").arg(field.label)};
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Enumeration:
    case FieldType::Set:
    case FieldType::List:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Consent:
    case FieldType::Group:
        break;
    }
    return Wire{R"("")", Value::text({}), {}};
}

} // namespace

Result<Wire> encodeValue(const RemoteField &field, const Value &value)
{
    if (field.readOnly)
        return refused(field, tr("SuiteCRM computes this field itself."), tr("Map it in the other direction only."));
    if (!value.isReadable())
        return refused(field, tr("the value is not known."), tr("Read the record again before it is written."));
    if (field.type == FieldType::Consent)
        return encodeConsent(field, value.text());
    if (field.type == FieldType::Refs)
        return encodeLinks(field, value);
    if (value.isBlank())
        return encodeBlank(field);
    if (originOf(field) == Origin::Currency)
        return encodeCurrency(field, value.text());
    if (field.type == FieldType::Set)
        return encodeSet(field, value);
    if (!value.isText())
        return refused(field, tr("SuiteCRM keeps a single value here."), tr("Convert the value in the mapping."));
    const QString text = value.text();
    switch (field.type) {
    case FieldType::Integer:
        return encodeInteger(field, text);
    case FieldType::Decimal:
        return encodeDecimal(field, text);
    case FieldType::Boolean:
        return encodeBoolean(field, text);
    case FieldType::Date:
        return encodeDate(field, text);
    case FieldType::DateTime:
        return encodeDateTime(field, text);
    case FieldType::Email:
        return encodeEmail(field, text);
    case FieldType::Enumeration:
        return encodeEnumeration(field, text);
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Ref:
        return encodeText(field, text);
    case FieldType::Consent:
    case FieldType::Set:
    case FieldType::List:
    case FieldType::Refs:
    case FieldType::Group:
        break;
    }
    return refused(field, tr("SuiteCRM keeps a single value here."), tr("Convert the value in the mapping."));
}

} // namespace syncline::connectors::suitecrm
