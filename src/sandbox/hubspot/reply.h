#pragma once

#include "sandbox/hubspot/values.h"

namespace syncline::sandbox::hubspot {

Response jsonReply(const QJsonObject &body, int status = 200);
Response emptyReply(); ///< 204

/// What HubSpot says when it does not do something.
struct Trouble
{
    int status = 400;
    QString category, message;
    QString subCategory = {};
    QJsonObject context = {}; ///< of the whole: {"ids": ["9"]}
    QJsonArray errors = {};   ///< details
};
Response troubleReply(const Trouble &trouble);
/// The same as an entry in "errors" of a 207, about the record or the input that it names.
QJsonObject troubleEntry(const Trouble &trouble, const QJsonObject &context);

Trouble notFound(const QString &what = QStringLiteral("resource not found"));
Trouble invalidInput(const QString &message);
Trouble invalidValues(const QList<ValueProblem> &problems); ///< JSON inside the text of the message
Trouble alreadyExists(const Table &table, qint64 id);
Trouble missingScopes(const QString &scope);

} // namespace syncline::sandbox::hubspot
