#include "core/automation/serveapi.h"

#include "connectors/api/webhooks.h"
#include "core/automation/eventsources.h"
#include "core/automation/statusdocument.h"
#include "core/engine/reports.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::ServeApi", text);
}

WebAnswer json(int status, const QJsonObject &document)
{
    return {status,
            "application/json",
            QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n',
            {{"Cache-Control", "no-store"}}};
}

WebAnswer problem(int status, const QString &kind, const QString &message, const QString &remedy)
{
    return json(status, {{u"error"_s, QJsonObject{{u"kind"_s, kind}, {u"message"_s, message}, {u"remedy"_s, remedy}}}});
}

WebAnswer problem(int status, const Error &error)
{
    return problem(status, errorKindName(error.kind), error.message, error.remedy);
}

/// A page in a browser can reach this port under any name that it makes point here; it cannot choose the Host.
bool isForThisComputer(const QByteArray &host)
{
    QByteArray name = host;
    const qsizetype end = name.startsWith('[') ? name.indexOf(']') + 1 : name.indexOf(':');
    if (end > 0)
        name.truncate(end);
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

Result<QStringList> textsOf(const QJsonValue &value, const QString &key)
{
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts << text.toString();
    if (!value.isArray() || texts.contains(QString()))
        return failure(ErrorKind::Usage, tr("\"%1\" is not a list of names.").arg(key));
    return texts;
}

Result<RunRequest> requestOf(const QByteArray &body)
{
    RunRequest request;
    request.actor = u"api"_s;
    if (body.trimmed().isEmpty())
        return request;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return failure(ErrorKind::Usage, tr("The body is not a JSON object."));
    const QJsonObject wanted = document.object();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (it.key() == "integrations"_L1 || it.key() == "entities"_L1) {
            const auto texts = textsOf(*it, it.key());
            if (!texts)
                return failure(texts.error());
            (it.key() == "entities"_L1 ? request.entities : request.integrations) = *texts;
        } else if ((it.key() == "full"_L1 || it.key() == "dry_run"_L1) && it->isBool()) {
            if (it.key() == "full"_L1)
                request.full = it->toBool();
            else if (it->toBool())
                request.kind = RunRequest::Kind::Preview;
        } else {
            return failure(ErrorKind::Usage, tr("\"%1\" is not understood.").arg(it.key()),
                           tr("Keys are integrations and entities (lists), full and dry_run (true or false)."));
        }
    }
    return request;
}

/// "" where there is none.
QByteArray bearerToken(const WebRequest &request)
{
    const QByteArray given = request.header("Authorization");
    const bool isBearer = given.size() > 7 && given.left(7).compare("bearer ", Qt::CaseInsensitive) == 0;
    return isBearer ? given.mid(7).trimmed() : QByteArray();
}

WebAnswer wrongToken()
{
    WebAnswer answer = problem(401, u"authentication"_s, tr("The token is missing or wrong."),
                               tr("Send it as: Authorization: Bearer TOKEN"));
    answer.headers.append(qMakePair(QByteArray("WWW-Authenticate"), QByteArray("Bearer")));
    return answer;
}

int statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
        return 409;
    case ErrorKind::Permission:
        return 403;
    case ErrorKind::Storage:
        return 500;
    default:
        return 422;
    }
}

WebAnswer methodNotAllowed(const QByteArray &allowed)
{
    WebAnswer answer = problem(405, u"usage"_s, tr("This address does not take that method."), {});
    answer.headers.append(qMakePair(QByteArray("Allow"), allowed));
    return answer;
}

} // namespace

bool isSameSecret(const QByteArray &given, const QByteArray &secret)
{
    return connectors::isSameText(given, secret);
}

ServeApi::ServeApi(Worker &worker, QByteArray token) : m_worker(worker), m_token(std::move(token)) {}

std::optional<WebAnswer> ServeApi::refuseStranger(const WebRequest &request) const
{
    if (m_token.isEmpty()) {
        return problem(403, u"permission"_s, tr("This address is closed: there is no token."),
                       tr("Make one with: syncline-cli serve --new-token"));
    }
    if (isSameSecret(bearerToken(request), m_token))
        return {};
    return wrongToken();
}

WebAnswer ServeApi::onWorker(const std::function<WebAnswer()> &work)
{
    WebAnswer answer = problem(503, u"cancelled"_s, tr("The program is stopping or busy."), tr("Try again later."));
    m_worker.call([&] { answer = work(); });
    return answer;
}

WebAnswer ServeApi::startSync(const QByteArray &body)
{
    const auto wanted = requestOf(body);
    if (!wanted)
        return problem(400, wanted.error());
    return onWorker([&] {
        const auto run = m_worker.start(*wanted);
        if (!run)
            return problem(run.error() == anotherRunGoesOn() ? 409 : 500, run.error());
        return json(202, {{u"run"_s, *run}, {u"status"_s, u"started"_s}});
    });
}

/// Answered when the event's records are changed for good (202); the run that carries them to the CRMs follows.
WebAnswer ServeApi::takeEvent(const WebRequest &request)
{
    const QByteArray token = bearerToken(request);
    if (token.isEmpty())
        return wrongToken();
    const bool isOwner = !m_token.isEmpty() && isSameSecret(token, m_token);
    return onWorker([&] {
        EventSources sources(m_worker.session());
        const auto source = isOwner ? Result<std::optional<EventSourceRow>>(std::nullopt) : sources.ofToken(token);
        if (!source)
            return problem(500, source.error());
        if (!isOwner && !*source)
            return wrongToken();
        const QByteArray key = request.header("Idempotency-Key").trimmed();
        constexpr qsizetype longestKey = 200;
        if (key.isEmpty() || key.size() > longestKey)
            return problem(400, u"usage"_s, tr("An event needs the header Idempotency-Key, of at most 200 characters."),
                           tr("Send the same key with the same event, and no event happens twice."));
        const QString kind = QString::fromUtf8(request.path.mid(8)), id = QString::fromUtf8(key);
        const auto done = isOwner ? Recipes(m_worker.session()).carryOut({u"api/"_s + id, kind, request.body})
                                  : sources.carryOut(**source, id, kind, request.body);
        return done ? tookEvent(*done) : problem(statusOf(done.error().kind), done.error());
    });
}

WebAnswer ServeApi::tookEvent(const CarriedOut &done)
{
    m_worker.carry(done.records);
    return json(done.wasBefore ? 200 : 202,
                {{u"was_before"_s, done.wasBefore},
                 {u"records"_s, QJsonArray::fromStringList(done.records)},
                 {u"made"_s, QJsonArray::fromStringList(done.made)},
                 {u"follow_ups"_s, done.followUps}});
}

WebAnswer ServeApi::showRun(const QByteArray &id)
{
    return onWorker([&] {
        Session &session = m_worker.session();
        const auto run = session.stores().runs.get(QString::fromUtf8(id));
        if (!run)
            return problem(500, run.error());
        if (!*run)
            return problem(404, u"not_found"_s, tr("There is no such run."), {});
        auto catalog = session.catalog(false);
        const auto report = catalog.and_then(
            [&](const Catalog &known) { return Reports(session.stores()).document(**run, known, false); });
        return report ? json(200, *report) : problem(500, report.error());
    });
}

WebAnswer ServeApi::answer(const WebRequest &request)
{
    if (!isForThisComputer(request.header("Host")))
        return problem(421, u"usage"_s, tr("This program answers to 127.0.0.1 and localhost only."), {});
    const bool reads = request.method == "GET";
    if (request.path == "/status" || request.path == "/metrics") {
        if (!reads)
            return methodNotAllowed("GET");
        return onWorker([&] {
            const auto status = statusDocument(m_worker.session());
            if (!status)
                return problem(500, status.error());
            if (request.path == "/status")
                return json(200, *status);
            return WebAnswer{200, "text/plain; version=0.0.4; charset=utf-8", m_worker.metrics().text(*status), {}};
        });
    }
    const bool isSync = request.path == "/sync", isRun = request.path.startsWith("/runs/");
    const bool isEvent = request.path.startsWith("/events/");
    if (!isSync && !isRun && !isEvent)
        return problem(404, u"not_found"_s, tr("There is nothing at this address."),
                       tr("Addresses are: GET /status, GET /metrics, POST /sync, POST /events/KIND, GET /runs/ID."));
    if (isRun ? !reads : request.method != "POST")
        return methodNotAllowed(isRun ? "GET" : "POST");
    if (isEvent)
        return takeEvent(request);
    if (const auto refusal = refuseStranger(request))
        return *refusal;
    return isSync ? startSync(request.body) : showRun(request.path.mid(6));
}

} // namespace syncline::core
