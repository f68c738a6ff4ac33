#include "connectors/mautic/mauticencoding.h"

#include "connectors/common/encodingtask.h"
#include "connectors/mautic/mauticdecoding.h"
#include "connectors/mautic/mauticmemberships.h"
#include "connectors/mautic/mautictext.h"
#include "foundation/country.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTime>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::Encoding", text);
}

Result<Encoded> tooLong(const EncodingTask &task, qsizetype length)
{
    return task.refused(tr("it has %1 characters, %2 are allowed.").arg(length).arg(task.field.maxLength),
                        tr("Shorten the value, or map it to a field of the type textarea."));
}

int columnLimit(const RemoteField &field)
{
    return field.maxLength > 0 ? field.maxLength : std::numeric_limits<int>::max();
}

Result<Encoded> encodedText(const EncodingTask &task)
{
    const QString stored = storedText(task.text());
    const qsizetype length = stored.toUcs4().size();
    if (length > columnLimit(task.field))
        return tooLong(task, length);
    const QString warning = tr("Mautic removes HTML tags and outer blanks, and decodes HTML entities.");
    // A text of which nothing is left is a blank to Mautic, and a blank clears only as null.
    if (stored.isEmpty())
        return Encoded{QJsonValue::Null, Value::null(), warning};
    return task.sent(task.text(), Value::text(stored), warning);
}

/// Where Mautic's list of countries has another name than CLDR's English one.
QString mauticCountry(const QString &code)
{
    static const QHash<QString, QString> own{{u"AG"_s, u"Antigua and Barbuda"_s},
                                             {u"BA"_s, u"Bosnia and Herzegovina"_s},
                                             {u"BQ"_s, u"Bonaire, Saint Eustatius and Saba"_s},
                                             {u"CD"_s, u"Democratic Republic of the Congo"_s},
                                             {u"CG"_s, u"Republic of the Congo"_s},
                                             {u"CI"_s, u"Ivory Coast"_s},
                                             {u"CZ"_s, u"Czech Republic"_s},
                                             {u"GW"_s, u"Guinea Bissau"_s},
                                             {u"HK"_s, u"Hong Kong"_s},
                                             {u"KN"_s, u"Saint Kitts and Nevis"_s},
                                             {u"LC"_s, u"Saint Lucia"_s},
                                             {u"MF"_s, u"Saint Martin"_s},
                                             {u"MK"_s, u"Macedonia"_s},
                                             {u"MM"_s, u"Myanmar"_s},
                                             {u"MO"_s, u"Macao"_s},
                                             {u"PS"_s, u"Palestine"_s},
                                             {u"RE"_s, u"Reunion"_s},
                                             {u"ST"_s, u"Sao Tome and Principe"_s},
                                             {u"SZ"_s, u"Swaziland"_s},
                                             {u"TC"_s, u"Turks and Caicos Islands"_s},
                                             {u"TL"_s, u"East Timor"_s},
                                             {u"TT"_s, u"Trinidad and Tobago"_s},
                                             {u"VA"_s, u"Vatican"_s},
                                             {u"VC"_s, u"Saint Vincent and the Grenadines"_s}};
    const QString name = own.value(code);
    return name.isEmpty() ? englishCountryName(code) : name;
}

/// Mautic takes a country by its English name only; what is no country is left to its answer.
Result<Encoded> encodedCountry(const EncodingTask &task)
{
    const QString code = countryCode(task.text());
    if (code.isEmpty())
        return encodedText(task);
    const QString name = mauticCountry(code);
    return task.sent(name, Value::text(name), tr("Mautic keeps countries by their English names."));
}

Result<Encoded> encodedHtml(const EncodingTask &task)
{
    static const QRegularExpression handlers(u"\\s+on\\w+\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const QString stored = task.text().remove(handlers).trimmed();
    const QString warning = tr("Mautic removes event handlers and outer blanks from HTML.");
    if (stored.isEmpty())
        return Encoded{QJsonValue::Null, Value::null(), warning};
    return task.sent(task.text(), Value::text(stored), warning);
}

/// Mautic drops characters that it does not like and saves what is left: another address.
Result<Encoded> encodedEmail(const EncodingTask &task)
{
    static const QRegularExpression allowed(u"^[A-Za-z0-9!#$%&'*+\\-=?^_`{|}~@.\\[\\]]*$"_s);
    static const QRegularExpression shape(u"^[^@]+@[^@.]+(\\.[^@.]+)+$"_s);
    const QString address = task.text().trimmed();
    if (!allowed.match(address).hasMatch()) {
        return task.refused(tr("it has characters that Mautic would drop from an address."),
                            tr("Write the address in plain ASCII without blanks; a domain with umlauts has such a form "
                               "(xn--...)."));
    }
    if (!shape.match(address).hasMatch())
        return task.refused(tr("it is no e-mail address."), tr("Correct the address."));
    if (address.size() > columnLimit(task.field))
        return tooLong(task, address.size());
    return task.sent(address, Value::text(address), tr("Mautic cuts outer blanks."));
}

Result<Encoded> encodedUrl(const EncodingTask &task)
{
    static const QRegularExpression scheme(u"^[a-zA-Z][a-zA-Z0-9+.\\-]*:"_s);
    const QString given = task.text().trimmed();
    const QString stored = scheme.match(given).hasMatch() ? given : u"http://"_s + given;
    if (stored.size() > columnLimit(task.field))
        return tooLong(task, stored.size());
    return task.sent(given, Value::text(stored), tr("Mautic puts http:// before an address without a scheme."));
}

/// A number's own text, taken apart; empty where it is none.
struct Number
{
    bool isNegative = false;
    QString whole, fraction; ///< no zeros too many

    bool isZero() const { return whole == "0"_L1 && fraction.isEmpty(); }
    QString text() const
    {
        return (isNegative && !isZero() ? u"-"_s : QString()) + whole
            + (fraction.isEmpty() ? QString() : u'.' + fraction);
    }
};

QString withoutZerosAtEnd(QString digits)
{
    while (digits.endsWith(u'0'))
        digits.chop(1);
    return digits;
}

std::optional<Number> numberIn(const QString &text)
{
    static const QRegularExpression shape(u"^\\s*([+-]?)(\\d*)(?:\\.(\\d*))?\\s*$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch() || (match.captured(2).isEmpty() && match.captured(3).isEmpty()))
        return std::nullopt;
    Number number{match.captured(1) == u"-", match.captured(2), withoutZerosAtEnd(match.captured(3))};
    while (number.whole.size() > 1 && number.whole.startsWith(u'0'))
        number.whole.remove(0, 1);
    if (number.whole.isEmpty())
        number.whole = u"0"_s;
    return number;
}

QString incremented(QString digits)
{
    for (qsizetype at = digits.size() - 1; at >= 0; --at) {
        if (digits[at] != u'9') {
            digits[at] = QChar(digits[at].unicode() + 1);
            return digits;
        }
        digits[at] = u'0';
    }
    return u'1' + digits;
}

/// To so many places, a half to the even neighbour (-12.345 was stored as -12.34); without places the rest is cut.
Number rounded(Number number, int scale)
{
    if (number.fraction.size() <= scale)
        return number;
    const QString rest = number.fraction.mid(scale);
    const QString kept = number.whole + number.fraction.left(scale);
    const bool isHalf = withoutZerosAtEnd(rest) == "5"_L1;
    const bool isLastOdd = (kept.back().unicode() - u'0') % 2 == 1;
    const bool isUp = scale > 0 && (isHalf ? isLastOdd : rest[0] >= u'5');
    const QString digits = isUp ? incremented(kept) : kept;
    number.whole = digits.left(digits.size() - scale);
    number.fraction = withoutZerosAtEnd(digits.right(scale));
    return number;
}

/// Through a partial update 0 cannot reach a contact's number field, whatever is sent with it.
Result<Encoded> encodedZero(const EncodingTask &task)
{
    if (task.entity == entityName(Object::Company))
        return task.sent(0, Value::text(u"0"_s), tr("Mautic cuts or rounds this number to 0."));
    if (task.kind == WriteKind::Create)
        return Encoded{QJsonValue::Null, Value::null(),
                       tr("Mautic leaves a number field empty when a contact is made with 0.")};
    return task.refused(
        tr("Mautic cannot store 0 in a number field through a partial update."),
        tr("Enter the 0 in Mautic by hand, or map the field through a transform that turns 0 into a blank."));
}

Result<Encoded> encodedNumber(const EncodingTask &task)
{
    const auto number = numberIn(task.text());
    if (!number)
        return task.refused(tr("it is no number with a dot as its decimal sign."), tr("Correct the number."));
    const Number stored = rounded(*number, nativeTypeOf(task.field).scale);
    bool fits = false;
    const qint64 whole = (stored.isNegative ? u'-' + stored.whole : stored.whole).toLongLong(&fits);
    if (!fits)
        return task.refused(tr("it is larger than 64 bits."), tr("Map the value to a text field."));
    if (stored.isZero())
        return encodedZero(task);
    const QJsonValue json = number->fraction.isEmpty() ? QJsonValue(whole) : QJsonValue(number->text());
    const QString predicted = stored.text() == number->text() ? task.text() : stored.text();
    return task.sent(json, Value::text(predicted), tr("Mautic keeps fewer decimal places of this field."));
}

/// Mautic ignores what it does not understand with a success, and guesses at the rest.
Result<Encoded> encodedDate(const EncodingTask &task)
{
    return dayIn(task).map(
        [&](const QString &day) { return task.sent(day, Value::text(day), tr("Mautic cuts outer blanks.")); });
}

Result<Encoded> encodedInstant(const EncodingTask &task)
{
    return instantIn(task).map([&](std::chrono::seconds time) {
        const auto minutes = std::chrono::floor<std::chrono::minutes>(time);
        QString database = isoInstant(time).chopped(1);
        database[10] = u' ';
        return task.sent(QJsonValue(database), Value::text(isoInstant(minutes)), tr("Mautic cuts the seconds."));
    });
}

Result<Encoded> encodedTime(const EncodingTask &task)
{
    const QString text = task.text().trimmed();
    const QTime time = QTime::fromString(text, text.size() > 5 ? u"HH:mm:ss"_s : u"HH:mm"_s);
    if (!time.isValid())
        return task.refused(tr("it is no time of day in the form HH:MM."), tr("Correct the time."));
    return task.sent(time.toString(u"HH:mm"_s), Value::text(time.toString(u"HH:mm:00"_s)),
                     tr("Mautic cuts the seconds."));
}

/// The id behind a name, as a number.
Result<Encoded> encodedNamed(const EncodingTask &task)
{
    const QString id = idOfName(task.field, task.text());
    if (id.isEmpty()) {
        return task.refused(tr("Mautic has nothing of this name."),
                            tr("Make it in Mautic, or translate the value with a lookup in the mapping."));
    }
    return Encoded{idNumber(id), Value::text(task.text()), {}};
}

/// A record that is still to be made has no number yet.
QJsonValue idOrPlaceholder(const QString &id)
{
    bool isNumber = false;
    id.toLongLong(&isNumber);
    return isNumber ? idNumber(id) : QJsonValue(id);
}

Result<Encoded> encodedReference(const EncodingTask &task)
{
    if (task.field.type == FieldType::Ref) {
        const QString id = task.value.members().value(0);
        return Encoded{idOrPlaceholder(id), Value::text(id), {}};
    }
    Value::Items items = task.value.items();
    std::ranges::stable_sort(items, [](const ListItem &a, const ListItem &b) { return !a.primary && b.primary; });
    QJsonArray numbers;
    for (const ListItem &item : std::as_const(items)) // the one that was linked last is the primary
        numbers.append(idOrPlaceholder(item.value));
    return Encoded{numbers, task.value, {}};
}

Result<Encoded> encodedOption(const EncodingTask &task)
{
    const QString value = task.text();
    if (!isOption(task.field, value)) {
        return task.refused(tr("it is not among the options of this field."),
                            tr("Add the option in Mautic, or translate the value with a lookup in the mapping."));
    }
    return Encoded{value, Value::text(value), {}};
}

Result<Encoded> encodedOptions(const EncodingTask &task)
{
    const QStringList members = task.value.members();
    for (const QString &member : members) {
        if (!isOption(task.field, member) || member.contains(u'|')) {
            return task.refused(tr("\"%1\" is not among the options of this field.").arg(member),
                                tr("Add the option in Mautic, or translate the value with a lookup in the mapping."));
        }
    }
    return Encoded{QJsonArray::fromStringList(members), Value::set(members), {}};
}

Result<Encoded> encodedTags(const EncodingTask &task)
{
    QStringList stored;
    for (const QString &member : task.value.members()) {
        const QString tag = member.trimmed();
        if (tag.startsWith(u'-')) {
            return task.refused(tr("the tag \"%1\" begins with a minus, which means removal to Mautic.").arg(tag),
                                tr("Rename the tag."));
        }
        if (!tag.isEmpty())
            stored.append(tag);
    }
    return task.sent(QJsonArray::fromStringList(stored), Value::set(stored), tr("Mautic cuts outer blanks of tags."));
}

/// Mautic knows a person's refusal per channel and nothing else.
Result<Encoded> encodedConsent(const EncodingTask &task)
{
    if (task.text() == "refused"_L1 || task.text() == "denied"_L1) {
        const QJsonObject entry{{u"channel"_s, consentChannel(task.field.name)}, {u"reason"_s, 3}};
        return Encoded{entry, Value::text(u"refused"_s), {}};
    }
    const bool isGranted = task.text() != "unknown"_L1;
    return Encoded{QJsonValue::Null, Value::null(),
                   isGranted ? tr("Mautic keeps refusals only; a consent shows as no entry.") : QString()};
}

Result<Encoded> encodedBlank(const EncodingTask &task)
{
    if (task.field.required)
        return task.refused(tr("this field is required."), tr("Enter a value, or give the mapping a default."));
    if (task.field.type == FieldType::Set && (task.field.nativeType == "tags"_L1 || isMembership(task.field)))
        return Encoded{QJsonArray(), Value::set({}), {}};
    if (task.field.type == FieldType::Refs)
        return Encoded{QJsonArray(), Value::null(), {}};
    return Encoded{QJsonValue::Null, Value::null(), {}};
}

bool holdsNul(const Value &value)
{
    const auto isNul = [](const QString &text) { return text.contains(QChar(0)); };
    return std::ranges::any_of(value.members(), isNul);
}

Result<Encoded> encodedByType(const EncodingTask &task)
{
    const QString native = nativeTypeOf(task.field).name;
    switch (task.field.type) {
    case FieldType::LongText:
        return native == "html"_L1 ? encodedHtml(task) : encodedText(task);
    case FieldType::Integer:
    case FieldType::Decimal:
        return encodedNumber(task);
    case FieldType::Boolean:
        return yesOrNoIn(task).map(encodedTruth);
    case FieldType::Date:
        return encodedDate(task);
    case FieldType::DateTime:
        return encodedInstant(task);
    case FieldType::Enumeration:
        return task.field.name == stageField && native == "stage"_L1 ? encodedNamed(task) : encodedOption(task);
    case FieldType::Ref:
    case FieldType::Refs:
        return encodedReference(task);
    case FieldType::Set:
        return native == "tags"_L1 ? encodedTags(task) : encodedOptions(task);
    case FieldType::Email:
        return encodedEmail(task);
    case FieldType::Url:
        return encodedUrl(task);
    case FieldType::Consent:
        return encodedConsent(task);
    case FieldType::Text:
        return native == "time"_L1   ? encodedTime(task)
            : native == "country"_L1 ? encodedCountry(task)
                                     : encodedText(task);
    case FieldType::Phone:
        return encodedText(task);
    case FieldType::List:
    case FieldType::Group:
        break;
    }
    return task.refused(tr("Mautic has no fields of this type."), tr("Map the value to another field."));
}

} // namespace

Result<Encoded> encodedValue(const QString &entity, const RemoteField &field, const Value &value, WriteKind kind)
{
    const EncodingTask task{u"Mautic"_s, entity, field, value, kind};
    if (field.readOnly)
        return task.refused(tr("Syncline does not write this field."), tr("Map it in the direction from Mautic only."));
    if (!value.isReadable())
        return task.refusedUnread();
    if (value.isBlank())
        return encodedBlank(task);
    if (holdsNul(value))
        return task.refused(tr("it holds a NUL character, at which Mautic fails."), tr("Remove the character."));
    return encodedByType(task);
}

} // namespace syncline::connectors::mautic
