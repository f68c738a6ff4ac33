#include "sandbox/activecampaign/reply.h"

#include <QJsonDocument>
#include <QSet>

#include <array>
#include <chrono>

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

constexpr int zoneOffset = -6 * 3600; ///< US Central, as in the vendor's examples

bool isZonedTime(const QString &key)
{
    static const QSet<QString> keys{u"cdate"_s, u"udate"_s, u"mdate"_s, u"sdate"_s, u"duedate"_s};
    return keys.contains(key);
}

bool isTimestamp(const QString &key)
{
    return key == "createdTimestamp"_L1 || key == "updatedTimestamp"_L1;
}

/// "2026-11-28T04:00:00" with that separator. By hand: a page of contacts has three hundred times, for which Qt's formatter took
/// a fifth of the stand-in's work.
QString localTime(qint64 seconds, char separator)
{
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds(seconds + zoneOffset)};
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    std::array<char, 20> text{};
    const auto put = [&](int at, int digits, int number) {
        for (int i = at + digits - 1; i >= at; --i, number /= 10)
            text[std::size_t(i)] = char('0' + number % 10);
    };
    put(0, 4, int(date.year()));
    put(5, 2, int(unsigned(date.month())));
    put(8, 2, int(unsigned(date.day())));
    put(11, 2, int(clock.hours().count()));
    put(14, 2, int(clock.minutes().count()));
    put(17, 2, int(clock.seconds().count()));
    text[4] = text[7] = '-';
    text[10] = separator;
    text[13] = text[16] = ':';
    return QString::fromLatin1(text.data(), 19);
}

} // namespace

QString zonedTime(qint64 seconds)
{
    return localTime(seconds, 'T') + u"-06:00"_s;
}

QString plainTime(qint64 seconds)
{
    return localTime(seconds, ' ');
}

QJsonObject shown(const Row &row, Scalars scalars)
{
    // Rows of custom values have the times without an offset, records those with one.
    const bool isCustomValue = row.contains("customFieldId"_L1);
    QJsonObject object = row;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue value = it.value();
        if (!value.isDouble())
            continue;
        const QString key = it.key();
        if (isZonedTime(key) || (isTimestamp(key) && !isCustomValue))
            it.value() = zonedTime(value.toInteger());
        else if (isTimestamp(key))
            it.value() = plainTime(value.toInteger());
        else if (scalars != Scalars::Mixed || key == "id"_L1)
            it.value() = QString::number(value.toInteger());
    }
    return object;
}

Response jsonReply(const QJsonObject &object, int status)
{
    return {
        status, {{"Content-Type", "application/json"}}, QJsonDocument(object).toJson(QJsonDocument::Compact), false};
}

Response messageReply(int status, const QString &message)
{
    return jsonReply({{u"message"_s, message}}, status);
}

Response refusal(const QString &title, const QString &code, const QString &field)
{
    const QJsonObject error{{u"title"_s, title},
                            {u"detail"_s, QString()},
                            {u"code"_s, code},
                            {u"source"_s, QJsonObject{{u"pointer"_s, QString(u"/data/attributes/"_s + field)}}}};
    return jsonReply({{u"errors"_s, QJsonArray{error}}}, 422);
}

Response forbiddenReply()
{
    return messageReply(403, u"Forbidden"_s);
}

Response noResult(const QString &kind, const QString &id)
{
    return messageReply(404, u"No Result found for %1 with id %2"_s.arg(kind, id));
}

int intOf(const QJsonValue &value)
{
    return value.isBool() ? int(value.toBool()) : value.toVariant().toInt();
}

QString textOf(const QJsonValue &value)
{
    return value.toVariant().toString();
}

} // namespace syncline::sandbox::activecampaign
