#include "sandbox/suitecrm/values.h"

#include "sandbox/suitecrm/phptext.h"

#include <QDateTime>
#include <QRegularExpression>

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

const QString databaseFormat = u"yyyy-MM-dd HH:mm:ss"_s;

/// PHP's letters in Qt's ("d.m.Y" -> "dd.MM.yyyy", "h:ia" -> "hh:mmap").
QString qtFormat(const QString &php)
{
    static const QHash<QChar, QString> letters{{u'Y', u"yyyy"_s}, {u'm', u"MM"_s}, {u'd', u"dd"_s}, {u'H', u"HH"_s},
                                               {u'h', u"hh"_s},   {u'i', u"mm"_s}, {u's', u"ss"_s}, {u'a', u"ap"_s}};
    QString format;
    for (const QChar c : php)
        format += letters.value(c, QString(c));
    return format;
}

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"1"_s : QString();
    if (value.isDouble())
        return numberText(value.toDouble());
    return value.toString();
}

bool isTrue(const QJsonValue &value)
{
    const QString text = textOf(value).toLower();
    return text == "1"_L1 || text == "true"_L1 || text == "on"_L1 || text == "yes"_L1;
}

QString storedText(const Field &field, const QJsonValue &sent, const Settings &settings)
{
    const bool isLong = field.kind == FieldKind::LongText;
    QString text = textOf(sent);
    if (!isLong)
        text = trimmed(text);
    text = cleaned(text);
    if (settings.hasThreeByteTables)
        text = withoutFourByteCharacters(text);
    return isLong ? cutToBytes(text, field.maximumLength) : cutToCharacters(text, field.maximumLength);
}

QString storedNumber(const Field &field, const QJsonValue &sent, const Settings &settings)
{
    double number = sent.toDouble();
    if (sent.isString()) {
        QString text = sent.toString();
        text.remove(settings.userHasDecimalComma ? u'.' : u',');
        number = leadingNumber(text.replace(u',', u'.'));
    }
    return field.decimals >= 0 ? QString::number(number, 'f', field.decimals) : numberText(number);
}

QString storedDate(const QString &text, const Settings &settings)
{
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (date.isValid() && text.size() == 10)
        return text;
    const QDate own = QDate::fromString(text, qtFormat(settings.userDateFormat));
    return own.isValid() ? own.toString(Qt::ISODate) : QString();
}

QString storedDateTime(const QString &text, const Settings &settings)
{
    if (QDateTime::fromString(text, databaseFormat).isValid())
        return text;
    const QString dateFormat = qtFormat(settings.userDateFormat);
    QDateTime own = QDateTime::fromString(text, dateFormat + u' ' + qtFormat(settings.userTimeFormat));
    if (!own.isValid())
        own = QDateTime::fromString(text, dateFormat);
    if (!own.isValid())
        return {};
    own.setTimeZone(settings.userZone);
    return own.toUTC().toString(databaseFormat);
}

QByteArray offsetAt(const QString &stored, const QTimeZone &zone)
{
    if (zone == QTimeZone::utc())
        return "+00:00";
    QDateTime time = QDateTime::fromString(stored, databaseFormat);
    time.setTimeSpec(Qt::UTC);
    const int minutes = zone.offsetFromUtc(time) / 60;
    return u"%1%2:%3"_s.arg(minutes < 0 ? u"-"_s : u"+"_s)
        .arg(std::abs(minutes) / 60, 2, 10, QChar(u'0'))
        .arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'))
        .toLatin1();
}

} // namespace

QString storedValue(const Field &field, const QJsonValue &sent, const Settings &settings)
{
    switch (field.kind) {
    case FieldKind::Boolean:
        return isTrue(sent) ? u"1"_s : u"0"_s;
    case FieldKind::Integer:
        return QString::number(qint64(leadingNumber(textOf(sent))));
    case FieldKind::Number:
        return storedNumber(field, sent, settings);
    case FieldKind::Date:
        return storedDate(textOf(sent), settings);
    case FieldKind::DateTime:
        return storedDateTime(textOf(sent), settings);
    case FieldKind::Id:
    case FieldKind::Text:
    case FieldKind::LongText:
        return storedText(field, sent, settings);
    case FieldKind::Link:
        return {};
    }
    Q_UNREACHABLE();
}

QByteArray deliveredValue(const Field &field, const QString &stored, const Settings &settings)
{
    if (stored.isEmpty())
        return stored.isNull() ? field.blank : QByteArray("\"\"");
    if (field.kind == FieldKind::DateTime)
        return '"' + deliveredTime(stored, settings) + '"';
    return jsonString(escaped(stored));
}

QByteArray deliveredTime(const QString &stored, const Settings &settings)
{
    const bool showsSeconds = settings.deliversSeconds || settings.userTimeFormat.contains(u's');
    QByteArray text = stored.toLatin1();
    text[10] = 'T';
    if (!showsSeconds)
        text.replace(17, 2, "00");
    return text + offsetAt(stored, settings.phpZone);
}

QString databaseTime(std::int64_t utcSeconds)
{
    return QDateTime::fromSecsSinceEpoch(utcSeconds, Qt::UTC).toString(databaseFormat);
}

std::int64_t secondsOf(const QString &stored)
{
    QDateTime time = QDateTime::fromString(stored, databaseFormat);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? time.toSecsSinceEpoch() : -1;
}

QString databaseReading(const QString &filterValue)
{
    static const QRegularExpression pattern(u"^(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d)(:\\d\\d)?)?"_s);
    const QRegularExpressionMatch match = pattern.match(filterValue);
    if (!match.hasMatch() || !QDate::fromString(match.captured(1), Qt::ISODate).isValid())
        return {};
    const QString time = match.captured(2).isEmpty() ? u"00:00"_s : match.captured(2);
    const QString seconds = match.captured(3).isEmpty() ? u":00"_s : match.captured(3);
    return match.captured(1) + u' ' + time + seconds;
}

} // namespace syncline::sandbox::suitecrm
