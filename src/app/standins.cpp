#include "app/standins.h"

#include "sandbox/sandbox.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::app {

StandIns::StandIns() = default;

StandIns::~StandIns()
{
    if (m_sandbox)
        m_sandbox->stop();
}

Result<QMap<QString, QString>> StandIns::start()
{
    const int wanted = qEnvironmentVariableIntValue("SYNCLINE_DEMO_RECORDS");
    const int people = wanted > 0 ? wanted : 1000;
    constexpr std::uint32_t seed = 7;
    const std::lock_guard lock(m_mutex);
    if (m_sandbox)
        m_sandbox->stop();
    m_sandbox = std::make_unique<sandbox::Sandbox>();
    QMap<QString, QString> addresses;
    for (const QString &provider : {u"mautic"_s, u"suitecrm"_s}) {
        sandbox::SiteOptions options;
        options.provider = provider;
        options.crm.seed = seed;
        options.crm.records = people;
        options.crm.poolOffset = int(addresses.size()) * people / 2;
        const auto address = m_sandbox->add(options, 0);
        if (!address)
            return failure(
                ErrorKind::Network,
                QCoreApplication::translate("syncline::app", "The practice systems did not start: %1")
                    .arg(address.error()),
                QCoreApplication::translate("syncline::app", "End other programs that use many ports and try again."));
        addresses.insert(provider, *address);
    }
    m_sandbox->start();
    return addresses;
}

} // namespace syncline::app
