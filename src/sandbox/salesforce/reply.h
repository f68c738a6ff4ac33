#pragma once

#include "sandbox/crm.h"

#include <QJsonArray>

namespace syncline::sandbox::salesforce {

/// What Salesforce says when it does not do something.
struct Trouble
{
    int status = 400;
    QString code, message;
    QStringList fields = {};
    QJsonObject more = {}; ///< further members: "duplicateResult"
};

Response jsonReply(const QJsonValue &body, int status = 200);
Response emptyReply(); ///< 204
/// An array with one entry, with "errorCode".
Response troubleReply(const Trouble &trouble);
/// The same as the outcome of one of several records, with "statusCode".
QJsonObject troubleOutcome(const Trouble &trouble);
QJsonObject savedOutcome(const QString &id);
/// A page of what stands before the servers.
Response edgeReply(int status, const QByteArray &text);

Trouble notFound();
Trouble noSuchColumn(const QString &field, const QString &object);

} // namespace syncline::sandbox::salesforce
