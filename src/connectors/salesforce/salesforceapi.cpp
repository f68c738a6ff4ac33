#include "connectors/salesforce/salesforceapi.h"

#include "connectors/common/answers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

/// Address and headers may have 16,384 bytes together; what is longer is answered in HTML.
constexpr qsizetype longestQuery = 12'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::Api", text);
}

Answer read(HttpResponse response)
{
    Answer answer;
    answer.response = std::move(response);
    if (answer.response.body.isEmpty() && answer.response.isSuccess()) {
        answer.isJson = true;
    } else if (auto document = JsonDocument::parse(answer.response.body)) {
        answer.document = std::move(*document);
        answer.root = answer.document.root();
        answer.isJson = answer.root.isObject() || answer.root.isArray();
    }
    return answer;
}

/// The limit of long requests, which is over in seconds. Nothing was carried out then.
bool isCrowded(const HttpResponse &response)
{
    return response.status == 403 && readRefusal(read(response).root).isCrowded();
}

HttpRequest withBody(const QByteArray &method, const QByteArray &path, const QJsonObject &body)
{
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    return request;
}

/// The answer to the one question that was sent inside another.
Answer partOf(Answer whole)
{
    const JsonView part = whole.root["compositeResponse"].at(0);
    if (!whole.isSuccess() || !part.isObject())
        return whole;
    whole.response.status = int(part["httpStatusCode"].toInteger());
    whole.root = part["body"];
    return whole;
}

} // namespace

QStringList versionsIn(const Answer &answer)
{
    QStringList versions;
    for (const JsonView entry : answer.root)
        versions.append(entry["version"].text());
    versions.removeAll(QString());
    return versions;
}

QString bestVersion(const QStringList &offered)
{
    QStringList sorted = offered;
    std::ranges::sort(sorted, {}, [](const QString &version) { return version.toDouble(); });
    QString best = sorted.value(0, newestVersion);
    for (const QString &version : std::as_const(sorted)) {
        if (version.toDouble() <= newestVersion.toDouble())
            best = version;
    }
    return best;
}

void Api::choose(const QStringList &offered)
{
    if (!m_isChosen)
        m_version = bestVersion(offered);
    m_isChosen = true;
}

Result<void> Api::chooseVersion(std::stop_token stop)
{
    if (m_isChosen)
        return {};
    const auto answer = get(versionsPath, {}, std::move(stop));
    if (!answer)
        return failure(answer.error());
    if (answer->isSuccess()) // what else it is is told by the next answer
        choose(versionsIn(*answer));
    return {};
}

Result<Answer> Api::send(HttpRequest request, std::stop_token stop)
{
    if (request.signIn && !m_quota.leavesRoom(m_clock.now()))
        return failure(quotaSpent());
    request.headers.emplaceBack("Accept", "application/json");
    request.isMishap = isCrowded;
    auto response = m_client.send(std::move(request), stop);
    if (!response)
        return failure(response.error());
    m_quota.learn(response->header("Sforce-Limit-Info"), m_clock.now());
    return read(std::move(*response));
}

Result<Answer> Api::get(const QByteArray &path, const QByteArray &query, std::stop_token stop)
{
    HttpRequest request;
    request.path = path;
    request.query = query;
    return send(std::move(request), stop);
}

Result<Answer> Api::change(const QByteArray &method, const QJsonObject &body, std::stop_token stop)
{
    HttpRequest request = withBody(method, path("/composite/sobjects"), body);
    request.repeat = Repeat::Once;
    // A new lead keeps the owner that it is given.
    request.headers.emplaceBack("Sforce-Auto-Assign", "false");
    return send(std::move(request), stop);
}

Result<Answer> Api::remove(const QStringList &ids, std::stop_token stop)
{
    HttpRequest request;
    request.method = "DELETE";
    request.path = path("/composite/sobjects");
    request.query = "ids=" + encodeComponent(ids.join(u',')) + "&allOrNone=false";
    request.repeat = Repeat::Once;
    return send(std::move(request), stop);
}

/// A query that is too long for an address goes inside another request.
Result<Answer> Api::firstPage(const Query &query, std::stop_token stop)
{
    const QByteArray where = path(query.withDeleted ? "/queryAll" : "/query");
    const QByteArray text = "q=" + encodeComponent(query.soql);
    if (text.size() <= longestQuery)
        return get(where, text, stop);
    const QJsonObject part{
        {u"method"_s, u"GET"_s}, {u"url"_s, QString::fromLatin1(where + '?' + text)}, {u"referenceId"_s, u"query"_s}};
    return send(withBody("POST", path("/composite"), {{u"compositeRequest"_s, QJsonArray{part}}}), stop).map(partOf);
}

Result<Api::QueryEnd> Api::query(const Query &query, const std::function<Result<void>(JsonView rows)> &take,
                                 std::stop_token stop)
{
    QueryEnd end;
    auto answer = firstPage(query, stop);
    for (QString last;;) {
        if (!answer)
            return failure(answer.error());
        ++end.requests;
        if (!end.date)
            end.date = answer->response.date();
        const bool goesOn = end.requests > 1;
        if (goesOn && answer->isRefusal() && readRefusal(answer->root).code == "INVALID_QUERY_LOCATOR"_L1) {
            end.wasCut = true;
            return end;
        }
        // A long query may end in a list of errors under status 200 (no certain source): it has no records then.
        const JsonView rows = answer->root["records"];
        if (!answer->isSuccess() || !rows.isArray())
            return failure(refusal(*answer, query.about));
        end.rows += rows.size();
        if (auto taken = take(rows); !taken)
            return failure(taken.error());
        const QString next = answer->root["nextRecordsUrl"].text();
        if (answer->root["done"].toBool(true) || next.isEmpty() || next == last)
            return end;
        last = next;
        answer = get(next.toLatin1(), {}, stop);
    }
}

Error Api::quotaSpent() const
{
    return {ErrorKind::RateLimit,
            tr("%1 of the %2 calls that your Salesforce allows in any 24 hours are used; the rest is left to other "
               "programs.")
                .arg(m_quota.used())
                .arg(m_quota.allowed()),
            tr("Try again in some hours, sync less often, or lower the setting share of this integration."),
            {},
            {},
            false};
}

Error Api::refusal(const Answer &answer, const QString &about) const
{
    const int status = answer.response.status;
    if (answer.isJson && !readRefusal(answer.root).isEmpty())
        return errorOf(readRefusal(answer.root), status, about, m_secrets);
    Error error;
    error.kind = answer.response.isSuccess() ? ErrorKind::Server : kindOf({}, status);
    error.message = tr("%1: %2 gave an answer that is not Salesforce's (status %3).").arg(about, site()).arg(status);
    if (status == 420)
        error.remedy = tr("The org has run out or moved: sign in to it again.");
    else if (status == 503)
        error.remedy = tr("Salesforce is under maintenance; try again later.");
    else
        error.remedy = tr("Check the address: it looks like https://YOURS.my.salesforce.com.");
    error.providerMessage = providerWords(QString::fromUtf8(answer.response.body.left(2000)), m_secrets);
    return error;
}

} // namespace syncline::connectors::salesforce
