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
    return localTime(seconds).toString(Qt::ISODate).chopped(1) + u"-06:00"_s; // without its Z
}

QString plainTime(qint64 seconds)
{
    return localTime(seconds).toString(Qt::ISODate).chopped(1).replace(u'T', u' ');
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
