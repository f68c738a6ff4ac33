#include "connectors/hubspot/hubspotdecoding.h"

#include "connectors/common/wirevalues.h"
#include "connectors/hubspot/hubspotobjects.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Decoding", text);
}

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Value instantOf(const QString &text)
{
    const auto time = instant(text);
    return Value::text(time ? isoInstant(*time) : text);
}

/// A date is a calendar date; as a number it is midnight UTC of that day.
Value dateOf(const QString &text)
{
    if (!isNumber(text))
        return Value::text(text.left(10));
    const auto time = instant(text);
    return Value::text(time ? isoInstant(*time).left(10) : text);
}

/// The day in the account's own time zone; the hour is that of whoever entered it.
Value dayOf(const QString &text, const QTimeZone &zone)
{
    const auto time = instant(text);
    if (!time)
        return Value::text(text.left(10));
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(time->count(), Qt::UTC).toTimeZone(zone);
    return Value::text(there.date().toString(Qt::ISODate));
}

/// HubSpot keeps a probability as a part of 1: "0.25" is 25 percent. Digits are moved, nothing is computed.
QString percentOf(const QString &part)
{
    const qsizetype point = part.indexOf(u'.');
    QString whole = point < 0 ? part : part.left(point), fraction = point < 0 ? QString() : part.mid(point + 1);
    if (!isNumber(whole) || (!fraction.isEmpty() && !isNumber(fraction)))
        return part;
    fraction = fraction.leftJustified(2, u'0');
    whole += fraction.left(2);
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    return fraction.size() > 2 ? whole + u'.' + fraction.mid(2) : whole;
}

/// A field that is no property of its own name.
Value madeValue(const ObjectKind &kind, const QString &name, JsonView properties)
{
    if (name == activityField)
        return Value::text(QString::fromLatin1(kind.activity));
    const JsonView closed = properties[closedProperty.toStdString()];
    if (closed.isMissing())
        return Value::absent();
    if (closed.text() != "true"_L1)
        return Value::text(u"open"_s);
    return Value::text(properties[wonProperty.toStdString()].text() == "true"_L1 ? u"won"_s : u"lost"_s);
}

std::optional<seconds> wholeSeconds(const std::optional<milliseconds> &time)
{
    return time ? std::optional(std::chrono::floor<seconds>(*time)) : std::nullopt;
}

} // namespace

std::optional<milliseconds> instant(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (isNumber(trimmed))
        return milliseconds(trimmed.toLongLong());
    QDateTime time = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), Qt::UTC);
    return milliseconds(time.toMSecsSinceEpoch());
}

QString isoInstant(milliseconds time)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time.count(), Qt::UTC);
    return utc.toString(time.count() % 1000 == 0 ? u"yyyy-MM-ddTHH:mm:ss'Z'"_s : u"yyyy-MM-ddTHH:mm:ss.zzz'Z'"_s);
}

qint64 idNumber(const QString &id)
{
    return isNumber(id) ? id.toLongLong() : 0;
}

Value decodedValue(const RemoteField &field, JsonView value)
{
    if (value.isMissing())
        return Value::absent();
    const QString text = value.text();
    if (text.isEmpty())
        return field.type == FieldType::Set ? Value::set({}) : Value::null();
    switch (field.type) {
    case FieldType::Set:
        return Value::set(text.split(u';', Qt::SkipEmptyParts));
    case FieldType::DateTime:
        return instantOf(text);
    case FieldType::Date:
        return isDayOfInstant(field) ? dayOf(text, zoneOf(field)) : dateOf(text);
    case FieldType::Decimal: {
        const QString plain = withoutExponent(text);
        return Value::text(field.name == probabilityProperty ? percentOf(plain) : plain);
    }
    case FieldType::Consent: // a flag that says no, and no word of a yes
        return text == "true"_L1 ? Value::text(u"refused"_s) : Value::null();
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Integer:
    case FieldType::Boolean:
    case FieldType::Enumeration:
    case FieldType::List:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Group:
        break;
    }
    return Value::text(text);
}

Result<RemoteRecord> decodedRecord(const RemoteEntity &entity, JsonView view, const QStringList &fields)
{
    RemoteRecord record;
    record.id = view["id"].text();
    const JsonView properties = view["properties"];
    const ObjectKind *kind = objectKind(entity.name);
    if (idNumber(record.id) <= 0 || !properties.isObject()) {
        return failure(ErrorKind::Server,
                       tr("HubSpot's answer about %1 holds something that is no record.").arg(entity.name),
                       tr("Try again; if it stays so, tell HubSpot's support."));
    }
    for (const QString &name : fields) {
        const RemoteField *field = entity.field(name);
        Value value = field ? decodedValue(*field, properties[name.toStdString()]) : Value::absent();
        if (kind && (name == activityField || name == dealStatusField))
            value = madeValue(*kind, name, properties);
        if (!value.isAbsent())
            record.fields.insert(name, value);
    }
    record.createdAt = wholeSeconds(instant(view["createdAt"].text()));
    record.modifiedAt = wholeSeconds(instant(view["updatedAt"].text()));
    if (kind) { // it may differ from updatedAt, and is what is searched by
        if (const auto modified = instant(properties[kind->modified].text()))
            record.modifiedAt = wholeSeconds(modified);
    }
    return record;
}

bool isDayOfInstant(const RemoteField &field)
{
    return field.nativeType.startsWith("day("_L1);
}

QTimeZone zoneOf(const RemoteField &field)
{
    const QTimeZone zone(field.nativeType.mid(4).chopped(1).toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

QStringList mergedIds(JsonView view)
{
    return view["properties"][mergedProperty.toStdString()].text().split(u';', Qt::SkipEmptyParts);
}

} // namespace syncline::connectors::hubspot
