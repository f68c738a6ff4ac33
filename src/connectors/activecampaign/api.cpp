#include "connectors/activecampaign/api.h"

#include "connectors/activecampaign/refusals.h"
#include "connectors/common/sendeach.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

constexpr int rowsPerPage = 100; ///< the most that is given

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

/// Good keys are refused now and then, and good answers come empty or cut (docs/crm/activecampaign.md, 10).
bool isMishapOfRead(const HttpResponse &response)
{
    const bool isUnfinished = response.isSuccess() && !response.body.trimmed().endsWith('}');
    return isUnfinished || (response.status == 403 && !saysNoResult(response.body));
}

/// A write that was refused was not carried out.
bool isMishapOfWrite(const HttpResponse &response)
{
    return response.status == 403 && !saysNoResult(response.body);
}

Answer answerOf(HttpResponse response)
{
    Answer answer;
    answer.response = std::move(response);
    if (auto document = JsonDocument::parse(answer.response.body)) {
        answer.isJson = document->root().isObject();
        answer.document = std::move(*document);
    }
    return answer;
}

std::optional<qint64> totalOf(JsonView root)
{
    bool isNumber = false;
    const qint64 total = root["meta"]["total"].text().toLongLong(&isNumber);
    return isNumber ? std::optional(total) : std::nullopt;
}

} // namespace

QUrl accountUrl(QUrl url)
{
    static const QRegularExpression end(u"(?:/api(?:/3)?)?/*$"_s);
    const QString path = url.path();
    url.setPath(path.left(end.match(path).capturedStart()));
    return url;
}

HttpRequest Api::get(const QByteArray &path, const Query &query) const
{
    HttpRequest request;
    request.path = "/api/3" + path;
    request.query = formEncoded(query);
    request.headers = {{"Accept", "application/json"}};
    request.isMishap = isMishapOfRead;
    return request;
}

HttpRequest Api::change(const QByteArray &method, const QByteArray &path, const QJsonObject &body) const
{
    HttpRequest request = get(path);
    request.method = method;
    if (!body.isEmpty()) {
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        request.contentType = "application/json";
    }
    request.repeat = Repeat::Once;
    request.isMishap = isMishapOfWrite;
    return request;
}

Result<Answer> Api::send(HttpRequest request, std::stop_token stop)
{
    return m_client.send(std::move(request), std::move(stop)).map(answerOf);
}

std::vector<Result<Answer>> Api::sendAll(const QList<HttpRequest> &requests, std::stop_token stop)
{
    std::vector<Result<Answer>> answers;
    for (auto &response : sendEach(m_client, requests, std::move(stop)))
        answers.push_back(std::move(response).map(answerOf));
    return answers;
}

Result<Answer> Api::list(const HttpRequest &request, const QByteArray &key, const QString &about, std::stop_token stop)
{
    auto answer = send(request, std::move(stop));
    if (answer && (!answer->isSuccess() || !answer->root()[key.toStdString()].isArray()))
        return failure(refusal(*answer, about));
    return answer;
}

OffsetWalk Api::offsetWalk()
{
    return OffsetWalk(rowsPerPage);
}

Result<void> Api::each(const QByteArray &path, const Query &query, const RowSink &sink, std::stop_token stop,
                       OffsetWalk walk)
{
    const QByteArray key = path.mid(path.lastIndexOf('/') + 1);
    const QString about = tr("The list of %1 in %2").arg(QString::fromLatin1(key), host());
    while (!walk.isOver()) {
        const Query page = query
            + Query{{u"limit"_s, QString::number(walk.limit())}, {u"offset"_s, QString::number(walk.offset())}};
        const auto answer = list(get(path, page), key, about, stop);
        if (!answer)
            return failure(answer.error());
        QStringList ids;
        QList<JsonView> rows;
        for (const JsonView row : answer->root()[key.toStdString()]) {
            ids.append(row["id"].text());
            rows.append(row);
        }
        QList<JsonView> fresh;
        for (const qsizetype at : walk.take(ids, totalOf(answer->root())))
            fresh.append(rows[at]);
        if (auto taken = sink(fresh, *answer); !taken)
            return taken;
    }
    if (walk.isWhole())
        return {};
    return failure(ErrorKind::Server,
                   tr("%1 cannot be whole: %2 of %3 rows came.").arg(about).arg(walk.count()).arg(walk.total()),
                   tr("Try again when fewer people work in ActiveCampaign."));
}

Error Api::refusal(const Answer &answer, const QString &about) const
{
    return refusalOf(answer.response, answer.root(), answer.isJson, about, m_secrets);
}

} // namespace syncline::connectors::activecampaign
