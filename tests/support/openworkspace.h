#pragma once

#include "core/services/session.h"

#include <memory>

/// A workspace file opened inside the test, beside the programs that use it. No CRM can be reached from it.
namespace syncline::support {

class OpenWorkspace
{
public:
    core::Session::Outside outside()
    {
        return {m_clock,
                m_gate,
                [](const core::IntegrationRow &row) -> Result<std::unique_ptr<connectors::Connector>> {
                    return failure(ErrorKind::Network, row.name + QStringLiteral(" is out of reach here."));
                },
                {QStringLiteral("mautic"), QStringLiteral("suitecrm")},
                nullptr,
                [](const QString &address) { return Result<QString>(address); }};
    }
    /// Null, with a warning, where it cannot be opened.
    core::Session *open(const QString &file, bool create = false)
    {
        auto session = core::Session::open(file, create, outside());
        if (!session) {
            qWarning("%s", qPrintable(session.error().message));
            return nullptr;
        }
        m_session = std::move(*session);
        return m_session.get();
    }
    core::Session &session() { return *m_session; }
    void close() { m_session.reset(); }

private:
    SystemClock m_clock;
    OpenGate m_gate;
    std::unique_ptr<core::Session> m_session;
};

} // namespace syncline::support
