#pragma once

#include "sandbox/control.h"

namespace syncline::sandbox {

/// Several CRMs behind one server: what the program `syncline-sandbox` runs, and what tests and the demo start inside
/// their own process.
class Sandbox
{
public:
    Sandbox();
    ~Sandbox();

    /// Opens a CRM on a port (0: any free one) of 127.0.0.1 and returns its address, without a slash at the end.
    tl::expected<QString, QString> add(const SiteOptions &options, std::uint16_t port = 0);
    void start();
    void stop();
    /// Runs the function on the server's thread with the site that was added as the index-th, and waits for it.
    void call(int index, const std::function<void(Site &)> &function);

private:
    // The server goes first: its thread uses the sites.
    std::vector<std::unique_ptr<Site>> m_sites;
    listener::HttpServer m_server;
};

} // namespace syncline::sandbox
