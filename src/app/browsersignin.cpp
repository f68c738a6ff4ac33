#include "app/browsersignin.h"

#include "app/connectorfactory.h"
#include "connectors/hubspot/hubspotconnector.h"
#include "connectors/mautic/mauticconnector.h"
#include "connectors/salesforce/salesforceconnector.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

/// In nobody's list of known ports; a CRM has to know the port beforehand.
constexpr quint16 defaultPort = 17645;

struct Way
{
    const connectors::CodeEndpoint &(*endpoint)();
    decltype(connectors::signInToMautic) *signIn;
};

/// SuiteCRM has this sign-in from 7.15 on only, of which no server was seen.
const QMap<QString, Way> &ways()
{
    static const QMap<QString, Way> table{
        {u"hubspot"_s, {connectors::hubSpotCodeEndpoint, connectors::signInToHubSpot}},
        {u"mautic"_s, {connectors::mauticCodeEndpoint, connectors::signInToMautic}},
        {u"salesforce"_s, {connectors::salesforceCodeEndpoint, connectors::signInToSalesforce}}};
    return table;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::app", text);
}

Result<Way> wayOf(const QString &provider)
{
    const auto way = ways().constFind(provider);
    if (way != ways().cend())
        return *way;
    return failure(ErrorKind::Usage, tr("%1 offers no sign-in through the browser.").arg(provider),
                   tr("Choose another kind of sign-in, such as oauth2_client_credentials."));
}

quint16 portOf(const core::IntegrationRow &row)
{
    const int port = row.settings.value("redirect_port"_L1).toString().toInt();
    return port > 0 ? quint16(port) : defaultPort;
}

class Browser final : public core::BrowserSignIn
{
public:
    Browser(connectors::Network &network, const Clock &clock) : m_network(network), m_clock(clock) {}

    Result<QString> redirectAddress(const core::IntegrationRow &row) const override
    {
        return wayOf(row.provider).map([&](const Way &way) {
            return connectors::redirectAddress(way.endpoint(), portOf(row));
        });
    }

    Result<core::SecretMap> signIn(const core::IntegrationRow &row, const core::SecretMap &account, const Show &show,
                                   std::stop_token stop) override
    {
        const auto way = wayOf(row.provider);
        if (!way)
            return failure(way.error());
        auto settings = connectorSettings(row, account);
        if (!settings)
            return failure(settings.error());
        return way->signIn(
            *settings, portOf(row), m_network, m_clock,
            [&](const QUrl &address) { show(address.toString(QUrl::FullyEncoded)); }, std::move(stop));
    }

private:
    connectors::Network &m_network;
    const Clock &m_clock;
};

} // namespace

std::unique_ptr<core::BrowserSignIn> makeBrowserSignIn(connectors::Network &network, const Clock &clock)
{
    return std::make_unique<Browser>(network, clock);
}

} // namespace syncline::app
