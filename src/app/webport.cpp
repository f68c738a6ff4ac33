#include "app/webport.h"

#include "app/requestthread.h"
#include "listener/ratelimit.h"
#include "listener/server.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::app::WebPort", text);
}

constexpr std::uint64_t bodyLimit = 1024 * 1024;
constexpr std::uint64_t allBodies = 16 * bodyLimit;
constexpr std::uint32_t headerLimit = 32 * 1024;
constexpr std::size_t connections = 256;
/// Webhooks, for each address that exists; those to others share one such limit.
constexpr double webhooksPerSecond = 1000, webhookBurst = 10'000;

core::WebRequest requestOf(const listener::Request &asked)
{
    return {asked.method, asked.path, asked.headers, asked.body, asked.query, asked.peer};
}

listener::Response responseOf(const core::WebAnswer &answer)
{
    listener::Response response{answer.status, answer.headers, answer.body, false};
    response.headers.append(qMakePair(QByteArray("Content-Type"), answer.contentType));
    return response;
}

listener::Response tooMany(std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return {429, {{"Retry-After", QByteArray::number(qint64(seconds))}, {"Content-Type", "text/plain"}}, {}, true};
}

class BeastPort final : public core::WebPort
{
public:
    explicit BeastPort(core::WebService service)
        : m_service(std::move(service))
        , m_answers([this](const listener::Request &asked) { return responseOf(m_service.answer(requestOf(asked))); })
    {
    }
    Result<void> open(std::uint16_t port)
    {
        const auto opened = m_server.listen(port, service());
        if (!opened)
            return failure(ErrorKind::Usage, tr("The port %1 cannot be opened: %2").arg(port).arg(opened.error()),
                           tr("Choose another one with --port, or stop the program that has it."));
        m_number = *opened;
        m_server.start();
        return {};
    }
    std::uint16_t number() const override { return m_number; }

private:
    listener::Service service();
    bool isWebhook(const listener::Request &asked) const
    {
        return m_service.webhooks && m_service.webhooks->isMine(asked.path);
    }
    std::optional<listener::Response> refuse(const listener::Request &head);
    void take(const listener::Request &asked, const listener::Reply &reply);

    core::WebService m_service;
    listener::RateLimit m_limit{webhooksPerSecond, webhookBurst};
    RequestThread m_answers;
    listener::HttpServer m_server; ///< last: it ends before what its thread uses
    std::uint16_t m_number = 0;
};

listener::Service BeastPort::service()
{
    listener::Service service;
    service.gate = [this](const listener::Request &head) { return refuse(head); };
    service.handler = [this](const listener::Request &asked, const listener::Reply &reply) { take(asked, reply); };
    service.limits.body = bodyLimit;
    service.limits.allBodies = allBodies;
    service.limits.header = headerLimit;
    service.limits.connections = connections;
    service.limits.bodyTime = std::chrono::seconds(30);
    service.limits.idleTime = std::chrono::minutes(1);
    return service;
}

std::optional<listener::Response> BeastPort::refuse(const listener::Request &head)
{
    if (!isWebhook(head))
        return {};
    const auto refusal = m_service.webhooks->refuse(requestOf(head));
    const std::string_view key = refusal ? std::string_view()
                                         : std::string_view(head.path.constData(), std::size_t(head.path.size()));
    const auto wait = m_limit.take(key, listener::RateLimit::Clock::now());
    if (wait.count() > 0)
        return tooMany(wait);
    return refusal ? std::optional(responseOf(*refusal)) : std::nullopt;
}

void BeastPort::take(const listener::Request &asked, const listener::Reply &reply)
{
    if (!isWebhook(asked))
        return m_answers.add(asked, reply);
    m_service.webhooks->take(requestOf(asked),
                             [reply](const core::WebAnswer &answer) { reply.send(responseOf(answer)); });
}

} // namespace

Result<std::unique_ptr<core::WebPort>> openWebPort(std::uint16_t port, core::WebService service)
{
    auto opened = std::make_unique<BeastPort>(std::move(service));
    if (auto done = opened->open(port); !done)
        return failure(done.error());
    return opened;
}

} // namespace syncline::app
