#pragma once

#include "connectors/api/connector.h"
#include "connectors/net/httpclient.h"
#include "foundation/json.h"

#include <QSet>

/// Requests to SuiteCRM's API V8 and what its answers say (docs/crm/suitecrm.md, 2 to 4 and 11).
namespace syncline::connectors::suitecrm {

enum class Answer { Done, NotFound, Forbidden, Exists, Invalid, Server };

struct Reading
{
    Answer answer = Answer::Server;
    Error error;               ///< unless Done
    JsonDocument document;     ///< if there was one
};

/// Reads an answer's status and body; the only way to tell "gone" from "forbidden" is the English detail.
Reading readAnswer(const HttpResponse &response, const QString &what);

HttpRequest getRequest(const QByteArray &root, const QByteArray &path, const QList<QPair<QByteArray, QString>> &query);
HttpRequest writeRequest(const QByteArray &root, const QByteArray &method, const QByteArray &path, const QByteArray &body);

/// "Contacts" where answers say "Contact".
QString singular(const QString &module);

} // namespace syncline::connectors::suitecrm
