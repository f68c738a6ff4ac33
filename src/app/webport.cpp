#include "app/webport.h"

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

listener::Service serviceOf(const core::WebHandler &handler)
{
    listener::Service service;
    service.handler = listener::answering([handler](const listener::Request &asked) {
        const core::WebAnswer answer = handler({asked.method, asked.path, asked.headers, asked.body});
        listener::Exchange exchange;
        exchange.response.status = answer.status;
        exchange.response.headers = answer.headers;
        exchange.response.headers.append(qMakePair(QByteArray("Content-Type"), answer.contentType));
        exchange.response.body = answer.body;
        return exchange;
    });
    service.limits.body = bodyLimit;
    service.limits.allBodies = allBodies;
    service.limits.header = headerLimit;
    service.limits.connections = connections;
    service.limits.bodyTime = std::chrono::seconds(30);
    service.limits.idleTime = std::chrono::minutes(1);
    return service;
}

class BeastPort final : public core::WebPort
{
public:
    Result<void> open(std::uint16_t port, const core::WebHandler &handler)
    {
        const auto opened = m_server.listen(port, serviceOf(handler));
        if (!opened)
            return failure(ErrorKind::Usage, tr("The port %1 cannot be opened: %2").arg(port).arg(opened.error()),
                           tr("Choose another one with --port, or stop the program that has it."));
        m_number = *opened;
        m_server.start();
        return {};
    }
    std::uint16_t number() const override { return m_number; }

private:
    listener::HttpServer m_server;
    std::uint16_t m_number = 0;
};

} // namespace

Result<std::unique_ptr<core::WebPort>> openWebPort(std::uint16_t port, core::WebHandler handler)
{
    auto opened = std::make_unique<BeastPort>();
    if (auto done = opened->open(port, handler); !done)
        return failure(done.error());
    return opened;
}

} // namespace syncline::app
