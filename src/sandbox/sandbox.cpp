#include "sandbox/sandbox.h"

namespace syncline::sandbox {

using namespace Qt::StringLiterals;

Sandbox::Sandbox() = default;

Sandbox::~Sandbox()
{
    stop();
}

tl::expected<QString, QString> Sandbox::add(const SiteOptions &options, std::uint16_t port)
{
    auto clock = std::make_unique<SandboxClock>();
    std::unique_ptr<Crm> crm = makeCrm(options.provider, options.crm, *clock);
    if (!crm)
        return tl::unexpected(u"there is no sandbox for the provider \"%1\""_s.arg(options.provider));
    m_sites.push_back(std::make_unique<Site>(options, std::move(clock), std::move(crm)));
    listener::Service service;
    service.handler = listener::answering(
        [site = m_sites.back().get()](const Request &request) { return site->handle(request); });
    const auto opened = m_server.listen(port, std::move(service));
    if (!opened)
        return tl::unexpected(u"port %1 cannot be opened: %2"_s.arg(port).arg(opened.error()));
    return u"http://127.0.0.1:%1"_s.arg(*opened);
}

void Sandbox::start()
{
    m_server.start();
}

void Sandbox::stop()
{
    m_server.stop();
}

void Sandbox::call(int index, const std::function<void(Site &)> &function)
{
    m_server.call([&] { function(*m_sites.at(std::size_t(index))); });
}

} // namespace syncline::sandbox
