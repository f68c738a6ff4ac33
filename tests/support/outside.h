#pragma once

#include "core/services/session.h"
#include "support/memorysecrets.h"

#include <QTemporaryDir>

namespace syncline::support {

/// The outside of the core for tests that need no CRM: real clock, real files, secrets in memory, no connectors.
class Outside
{
public:
    core::Session::Outside operator()()
    {
        return {m_clock,
                m_gate,
                [](const core::IntegrationRow &row) -> Result<std::unique_ptr<connectors::Connector>> {
                    return failure(ErrorKind::Network, QStringLiteral("%1 does not answer.").arg(row.name));
                },
                {QStringLiteral("mautic"), QStringLiteral("suitecrm")},
                &secrets,
                [](const QString &address) -> Result<QString> { return address; }};
    }
    QString file() const { return m_folder.filePath(QStringLiteral("test.syncline")); }
    MemorySecrets secrets;

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    OpenGate m_gate;
};

} // namespace syncline::support
