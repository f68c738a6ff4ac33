#include "sandbox/control.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

namespace syncline::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t recordedLimit = 1'000'000;
const QByteArray controlRoot = "/_sandbox/"_ba;

Response json(const QJsonDocument &document, int status = 200)
{
    return {status, {{"Content-Type", "application/json"}}, document.toJson(QJsonDocument::Compact), false};
}

Response json(const QJsonObject &object, int status = 200)
{
    return json(QJsonDocument(object), status);
}

Response refusal(const QString &message, int status = 400)
{
    return json(QJsonObject{{u"error"_s, message}}, status);
}

/// {"error": ...} of a CRM becomes a 400.
Response outcome(const QJsonObject &object)
{
    return json(object, object.contains("error"_L1) ? 400 : 200);
}

QByteArray httpDate(std::int64_t at)
{
    thread_local std::int64_t formatted = -1;
    thread_local QByteArray text;
    if (at != formatted) {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
        text = QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
        formatted = at;
    }
    return text;
}

QString isoTime(std::int64_t at)
{
    return QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

} // namespace

std::unique_ptr<Crm> makeCrm(const QString &provider, const CrmOptions &options, SandboxClock &clock)
{
    if (provider == "hubspot"_L1)
        return makeHubSpot(options, clock);
    if (provider == "salesforce"_L1)
        return makeSalesforce(options, clock);
    if (provider == "mautic"_L1)
        return makeMautic(options, clock);
    if (provider == "activecampaign"_L1)
        return makeActiveCampaign(options, clock);
    if (provider == "suitecrm"_L1)
        return makeSuiteCrm(options, clock);
    return nullptr;
}

Site::Site(const SiteOptions &options, std::unique_ptr<SandboxClock> clock, std::unique_ptr<Crm> crm)
    : m_options(options)
    , m_clock(std::move(clock))
    , m_crm(std::move(crm))
    , m_faults(options.crm.seed)
{
    for (const FaultRule &rule : options.faults)
        m_faults.add(rule);
}

Exchange Site::handle(const Request &request)
{
    Exchange exchange;
    if (request.path.startsWith(controlRoot)) {
        exchange.response = control(request, request.path.mid(controlRoot.size()));
    } else {
        exchange = serve(request);
        if (m_recordRequests)
            record(request, exchange);
    }
    exchange.response.headers.append({"Date", httpDate(m_clock->now())});
    return exchange;
}

Exchange Site::serve(const Request &request)
{
    const std::optional<FaultKind> fault = m_faults.draw(request);
    Exchange exchange = fault ? faulty(*fault, request) : Exchange{answerOf(request), Ending::Answer, {}};
    exchange.delay += m_options.latency;
    return exchange;
}

Exchange Site::faulty(FaultKind kind, const Request &request)
{
    switch (kind) {
    case FaultKind::TooManyRequests:
        return {m_crm->errorAnswer(429), Ending::Answer, {}};
    case FaultKind::ServerError:
        return {m_crm->errorAnswer(500), Ending::Answer, {}};
    case FaultKind::BadGateway:
        return {m_crm->errorAnswer(502), Ending::Answer, {}};
    case FaultKind::Unavailable:
        return {m_crm->errorAnswer(503), Ending::Answer, {}};
    case FaultKind::Slow:
        return {answerOf(request), Ending::Answer, m_slowness};
    case FaultKind::Cut:
        return {answerOf(request), Ending::CutBody, {}};
    case FaultKind::Drop:
        return {{0, {}, {}, true}, Ending::Drop, {}};
    case FaultKind::DropAfter:
        return {answerOf(request), Ending::Drop, {}};
    case FaultKind::Hang:
        return {{0, {}, {}, true}, Ending::Hang, {}};
    case FaultKind::Stale:
        return {stale(request), Ending::Answer, {}};
    }
    Q_UNREACHABLE();
}

Response Site::answerOf(const Request &request)
{
    Response response = m_door.handle(*m_crm, request);
    if (request.method == "GET" && m_faults.watches(FaultKind::Stale)) {
        const QByteArray key = request.path + '?' + request.query;
        if (!m_earlier.contains(key))
            m_earlier.insert(key, response);
    }
    return response;
}

/// The first answer to the same GET since the fault was set; a request that was never seen is answered as usual.
Response Site::stale(const Request &request)
{
    const auto known = m_earlier.constFind(request.path + '?' + request.query);
    return request.method == "GET" && known != m_earlier.cend() ? *known : answerOf(request);
}

void Site::record(const Request &request, const Exchange &exchange)
{
    const bool answered = exchange.ending == Ending::Answer || exchange.ending == Ending::CutBody;
    if (m_requests.size() >= recordedLimit)
        m_requests.pop_front();
    m_requests.push_back({{request.method, request.path, request.query, {}, request.body},
                          answered ? exchange.response.status : 0,
                          m_clock->now()});
}

Response Site::control(const Request &request, const QByteArray &path)
{
    if (path == "requests")
        return requests(request);
    if (path == "requests/count")
        return json(QJsonObject{{u"count"_s, qint64(m_requests.size())}});
    if (path.startsWith("records/"))
        return records(QString::fromUtf8(QByteArray::fromPercentEncoding(path.mid(8))));
    if (request.method != "POST")
        return refusal(u"Only POST works here."_s, 405);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(request.body.isEmpty() ? "{}"_ba : request.body, &problem);
    if (!document.isObject())
        return refusal(u"The body is not a JSON object: "_s + problem.errorString());
    if (path == "edit")
        return outcome(m_crm->edit(document.object()));
    if (path == "fault")
        return setFault(document.object());
    if (path == "clock")
        return setClock(document.object());
    if (path == "configure")
        return configure(document.object());
    if (path == "reset") {
        reset();
        return json(QJsonObject());
    }
    return refusal(u"Unknown path."_s, 404);
}

Response Site::requests(const Request &request)
{
    if (request.method != "GET") {
        m_requests.clear();
        return json(QJsonObject());
    }
    QJsonArray list;
    for (const Recorded &recorded : m_requests) {
        list.append(QJsonObject{{u"method"_s, QString::fromLatin1(recorded.request.method)},
                                {u"path"_s, QString::fromLatin1(recorded.request.path)},
                                {u"query"_s, QString::fromLatin1(recorded.request.query)},
                                {u"body"_s, QString::fromUtf8(recorded.request.body)},
                                {u"status"_s, recorded.status},
                                {u"at"_s, isoTime(recorded.at)}});
    }
    return json(QJsonDocument(list));
}

Response Site::records(const QString &entity)
{
    return json(QJsonDocument(m_crm->records(entity)));
}

Response Site::setFault(const QJsonObject &command)
{
    if (command["clear"_L1].toBool()) {
        m_faults.clear();
        m_earlier.clear();
        return json(QJsonObject());
    }
    const std::optional<FaultKind> kind = faultKind(command["kind"_L1].toVariant().toString());
    if (!kind)
        return refusal(u"Unknown kind of fault."_s);
    const bool single = command.contains("next"_L1);
    if (!single && !command["rate"_L1].isDouble())
        return refusal(u"A fault needs a rate or next."_s);
    if (command.contains("ms"_L1))
        m_slowness = std::chrono::milliseconds(command["ms"_L1].toInt());
    m_faults.add({*kind, command["rate"_L1].toDouble(), single ? std::max(1, command["next"_L1].toInt()) : 0,
                  std::max(1, command["count"_L1].toInt(1)), command["method"_L1].toString().toLatin1(),
                  command["path_contains"_L1].toString().toLatin1()});
    return json(QJsonObject());
}

Response Site::setClock(const QJsonObject &command)
{
    if (command.contains("skew"_L1))
        m_clock->setSkew(command["skew"_L1].toInteger());
    if (command.contains("freeze"_L1))
        m_clock->freeze(command["freeze"_L1].toInteger());
    return json(QJsonObject{{u"now"_s, qint64(m_clock->now())}});
}

Response Site::configure(QJsonObject switches)
{
    if (switches.contains("record_requests"_L1))
        m_recordRequests = switches.take("record_requests"_L1).toBool(true);
    if (switches.contains("latency"_L1))
        m_options.latency = std::chrono::milliseconds(switches.take("latency"_L1).toInt());
    if (switches.contains("stale_pages"_L1)) {
        FaultRule rule;
        rule.kind = FaultKind::Stale;
        rule.rate = switches.take("stale_pages"_L1).toBool() ? 1 : 0;
        m_faults.add(rule);
    }
    m_door.configure(switches);
    return switches.isEmpty() ? json(QJsonObject()) : outcome(m_crm->configure(switches));
}

void Site::reset()
{
    m_faults = Faults(m_options.crm.seed);
    for (const FaultRule &rule : m_options.faults)
        m_faults.add(rule);
    m_door.reset();
    m_clock->setSkew(0);
    m_clock->freeze(0);
    m_requests.clear();
    m_earlier.clear();
    m_recordRequests = true;
    m_crm->reset();
}

} // namespace syncline::sandbox
