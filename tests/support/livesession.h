#pragma once

#include "app/connectorfactory.h"
#include "connectors/net/httpclient.h"
#include "core/services/session.h"
#include "support/memorysecrets.h"

#include <QTest>

namespace syncline::test {

/// What the programs wire up, for a test that looks into the workspace itself: real connectors, the real clock.
class LiveSession
{
public:
    explicit LiveSession(const QString &file) : m_file(file) {}

    core::Session::Outside outside()
    {
        return {m_clock,          m_gate,     app::connectorFactory(*m_network, m_secrets, m_clock),
                app::providers(), &m_secrets, app::checkedAddress};
    }
    std::unique_ptr<core::Session> open()
    {
        auto session = core::Session::open(m_file, false, outside());
        if (!session)
            QTest::qFail(qPrintable(session.error().message), __FILE__, __LINE__);
        return session ? std::move(*session) : nullptr;
    }

private:
    QString m_file;
    SystemClock m_clock;
    OpenGate m_gate;
    std::unique_ptr<connectors::Network> m_network = connectors::makeNetwork(m_clock, m_gate);
    support::MemorySecrets m_secrets;
};

/// The value of a Result that a test needs; fails the test with the error otherwise.
template<typename T>
T must(Result<T> result)
{
    if (!result)
        QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
    return result ? std::move(*result) : T();
}

} // namespace syncline::test
