#include "app/webport.h"

#include "sandbox/server.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::app::WebPort", text);
}

class BeastPort final : public core::WebPort
{
public:
    Result<void> open(std::uint16_t port, const core::WebHandler &handler)
    {
        const auto opened = m_server.listen(port, [handler](const sandbox::Request &asked) {
            const core::WebAnswer answer = handler({asked.method, asked.path, asked.headers, asked.body});
            sandbox::Exchange exchange;
            exchange.response.status = answer.status;
            exchange.response.headers = answer.headers;
            exchange.response.headers.append(qMakePair(QByteArray("Content-Type"), answer.contentType));
            exchange.response.body = answer.body;
            return exchange;
        });
        if (!opened)
            return failure(ErrorKind::Usage, tr("The port %1 cannot be opened: %2").arg(port).arg(opened.error()),
                           tr("Choose another one with --port, or stop the program that has it."));
        m_number = *opened;
        m_server.start();
        return {};
    }
    std::uint16_t number() const override { return m_number; }

private:
    sandbox::HttpServer m_server;
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
