#include "sandbox/suitecrm/reply.h"

#include "sandbox/suitecrm/phptext.h"

#include <QDateTime>
#include <QLocale>

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t cacheSeconds = 2'592'000;
const QString databaseFailureText = u"Database failure. Please refer to suitecrm.log for details."_s;

using Headers = QList<QPair<QByteArray, QByteArray>>;

Headers siteHeaders()
{
    return {
        {"Server", "Apache/2.4.71 (Debian)"},
        {"Access-Control-Allow-Origin", "*"},
        {"Access-Control-Allow-Methods", "POST, GET, OPTIONS, PUT, DELETE"},
        {"Access-Control-Allow-Headers", "Content-Type, Access-Control-Allow-Headers, Authorization, X-Requested-With"},
        {"X-Content-Type-Options", "nosniff"}};
}

QByteArray errorBody(const QString &detail)
{
    return "{\n    \"errors\": {\n        \"status\": 400,\n        \"title\": null,\n        \"detail\": "
        + jsonString(detail) + "\n    }\n}";
}

Response plain(int status, QByteArray body, bool closes)
{
    Headers headers = siteHeaders();
    headers.emplaceBack("Content-Type", "application/json");
    if (closes)
        headers.emplaceBack("Connection", "close");
    return {status, headers, std::move(body), closes};
}

} // namespace

QByteArray httpDate(std::int64_t utcSeconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(utcSeconds, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

Response success(QByteArray body, std::int64_t now, int status)
{
    static std::int64_t formattedAt = -1;
    static QByteArray expires;
    if (formattedAt != now) {
        formattedAt = now;
        expires = httpDate(now + cacheSeconds);
    }
    Headers headers = siteHeaders();
    headers.append(Headers{{"Accept", "application/vnd.api+json"},
                           {"Cache-Control", "max-age=2592000"},
                           {"Expires", expires},
                           {"Content-Type", "application/vnd.api+json"}});
    return {status, headers, std::move(body), false};
}

Response message(const QString &text, std::int64_t now, int status)
{
    const QByteArray body = "{\n    \"meta\": {\n        \"message\": " + jsonString(text)
        + "\n    },\n    \"data\": []\n}";
    return success(body, now, status);
}

Response refusal(const QString &detail)
{
    return plain(400, errorBody(detail), true);
}

Response failed(const QString &detail)
{
    Headers headers = siteHeaders();
    headers.append(Headers{
        {"Accept", "application/vnd.api+json"}, {"Content-Type", "application/vnd.api+json"}, {"Connection", "close"}});
    return {400, headers, errorBody(detail), true};
}

Response notFound(const QString &module, const QString &id)
{
    return failed(u"%1 module with id %2 is not found"_s.arg(module, id));
}

Response accessDenied()
{
    return failed(u"[SuiteCRM] [AccessDeniedException] "_s);
}

Response databaseFailure()
{
    Response response = failed(databaseFailureText);
    response.body += databaseFailureText.toLatin1();
    return response;
}

Response routerAnswer(int status, const QString &text)
{
    return plain(status, "{\"message\":" + jsonString(text) + '}', false);
}

Response unauthorized(const QString &hint)
{
    const QByteArray sentence = "The resource owner or authorization server denied the request.";
    return plain(401,
                 "{\"error\":\"access_denied\",\"error_description\":\"" + sentence + "\",\"hint\":" + jsonString(hint)
                     + ",\"message\":\"" + sentence + "\"}",
                 false);
}

} // namespace syncline::sandbox::suitecrm
