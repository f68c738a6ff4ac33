#include "sandbox/activecampaign/reply.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSet>

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

QDateTime localTime(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds + zoneOffset, Qt::UTC);
}

} // namespace

QString zonedTime(qint64 seconds)
{
    return localTime(seconds).toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u"-06:00"_s;
}

QString plainTime(qint64 seconds)
{
    return localTime(seconds).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QJsonObject shown(const Row &row, Scalars scalars)
{
    // Rows of custom values have the times without an offset, records those with one.
    const bool isCustomValue = row.contains("customFieldId"_L1);
    QJsonObject object;
    for (auto it = row.begin(); it != row.end(); ++it) {
        const QJsonValue value = it.value();
        if (!value.isDouble())
            object.insert(it.key(), value);
        else if (isZonedTime(it.key()) || (isTimestamp(it.key()) && !isCustomValue))
            object.insert(it.key(), zonedTime(value.toInteger()));
        else if (isTimestamp(it.key()))
            object.insert(it.key(), plainTime(value.toInteger()));
        else if (scalars == Scalars::Mixed && it.key() != "id"_L1)
            object.insert(it.key(), value);
        else
            object.insert(it.key(), QString::number(value.toInteger()));
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
