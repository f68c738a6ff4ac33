#include "sandbox/salesforce/reply.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

QJsonObject troubleJson(const Trouble &trouble, const QString &codeName)
{
    QJsonObject json = trouble.more;
    json.insert(u"message"_s, trouble.message);
    json.insert(codeName, trouble.code);
    json.insert(u"fields"_s, QJsonArray::fromStringList(trouble.fields));
    return json;
}

} // namespace

Response jsonReply(const QJsonValue &body, int status)
{
    const QJsonDocument document = body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    return {
        status, {{"Content-Type", "application/json;charset=UTF-8"}}, document.toJson(QJsonDocument::Compact), false};
}

Response emptyReply()
{
    return {204, {}, {}, false};
}

Response troubleReply(const Trouble &trouble)
{
    return jsonReply(QJsonArray{troubleJson(trouble, u"errorCode"_s)}, trouble.status);
}

QJsonObject troubleOutcome(const Trouble &trouble)
{
    return {{u"success"_s, false}, {u"errors"_s, QJsonArray{troubleJson(trouble, u"statusCode"_s)}}};
}

QJsonObject savedOutcome(const QString &id)
{
    return {{u"id"_s, id}, {u"success"_s, true}, {u"errors"_s, QJsonArray()}};
}

Response edgeReply(int status, const QByteArray &text)
{
    return {status, {{"Content-Type", "text/html"}}, "<html><body><h1>" + text + "</h1></body></html>", false};
}

Trouble notFound()
{
    return {404, u"NOT_FOUND"_s, u"The requested resource does not exist"_s};
}

Trouble noSuchColumn(const QString &field, const QString &object)
{
    return {400, u"INVALID_FIELD"_s, u"No such column '%1' on sobject of type %2"_s.arg(field, object), {}};
}

} // namespace syncline::sandbox::salesforce
