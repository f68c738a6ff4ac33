#include "app/connectorfactory.h"

#include "app/keptrefreshtokens.h"
#include "connectors/activecampaign/activecampaignconnector.h"
#include "connectors/hubspot/hubspotconnector.h"
#include "connectors/mautic/mauticconnector.h"
#include "connectors/salesforce/salesforceconnector.h"
#include "connectors/suitecrm/suitecrmconnector.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

using connectors::Connector;
using connectors::ConnectorSettings;
using Make = Result<std::unique_ptr<Connector>> (*)(ConnectorSettings, connectors::Network &, const Clock &);

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::app", text);
}

struct Provider
{
    Make make;
    double ratePerSecond = 0; ///< unless the integration has one of its own; 0: no limit
};

const QMap<QString, Provider> &known()
{
    static const QMap<QString, Provider> table{
        {u"activecampaign"_s, {connectors::makeActiveCampaignConnector, connectors::activeCampaignRate}},
        {u"hubspot"_s, {connectors::makeHubSpotConnector}},
        {u"mautic"_s, {connectors::makeMauticConnector}},
        {u"salesforce"_s, {connectors::makeSalesforceConnector}},
        {u"suitecrm"_s, {connectors::makeSuiteCrmConnector}}};
    return table;
}

tl::unexpected<Error> unknownProvider(const core::IntegrationRow &row)
{
    return failure(ErrorKind::Usage, tr("There is no provider named %1.").arg(row.provider),
                   tr("Providers are: %1.").arg(providers().join(u", "_s)));
}

double number(const QJsonObject &settings, const QString &key)
{
    return settings.value(key).toString().toDouble();
}

/// The stand-ins take this sign-in, and nothing else does.
core::SecretMap demoSecrets()
{
    return {{u"client_id"_s, u"demo"_s},
            {u"client_secret"_s, u"demo"_s},
            {u"username"_s, u"demo"_s},
            {u"password"_s, u"demo"_s},
            {u"token"_s, u"demo"_s}};
}

Result<core::SecretMap> secretsOf(const core::IntegrationRow &row, core::SecretStore &secrets)
{
    if (row.settings.value("demo"_L1).toString() == "true"_L1)
        return demoSecrets();
    if (core::EnvironmentSecrets::has(row.name))
        return core::EnvironmentSecrets::read(row.name);
    return secrets.read(row.id).map_error([&](Error error) {
        if (error.kind == ErrorKind::NotFound) {
            error.kind = ErrorKind::Authentication;
            error.message = tr("The keychain holds no secret of %1.").arg(row.name);
            error.remedy =
                tr("Sign in again with: syncline-cli integration reconnect %1, or set %2 in the environment.")
                    .arg(row.name, core::EnvironmentSecrets::variableFor(row.name));
        }
        return error;
    });
}

/// Of an account that nobody else knows yet.
class TriedTokens final : public connectors::RefreshTokens
{
public:
    explicit TriedTokens(std::shared_ptr<core::SecretMap> secrets) : m_secrets(std::move(secrets)) {}
    Result<std::shared_ptr<void>> lock(std::stop_token) override { return m_secrets; }
    Result<connectors::Secrets> read() override { return *m_secrets; }
    Result<void> write(const connectors::Secrets &secrets) override
    {
        *m_secrets = secrets;
        return {};
    }

private:
    std::shared_ptr<core::SecretMap> m_secrets;
};

} // namespace

Result<QString> checkedAddress(const QString &text)
{
    return connectors::checkedBaseUrl(text).map([](const QUrl &url) { return url.toString(); });
}

QStringList providers()
{
    return known().keys();
}

Result<connectors::ConnectorSettings> connectorSettings(const core::IntegrationRow &row, const core::SecretMap &secrets)
{
    const auto url = connectors::checkedBaseUrl(row.url);
    if (!url)
        return failure(url.error());
    const auto kind = connectors::authKindFromName(row.auth);
    if (!kind)
        return failure(ErrorKind::Usage, tr("There is no sign-in kind named %1.").arg(row.auth),
                       tr("Remove %1 and add it again with another --auth.").arg(row.name));
    ConnectorSettings settings;
    settings.baseUrl = *url;
    settings.http.account = row.id.toUtf8();
    settings.auth = *kind;
    settings.secrets = secrets;
    settings.http.ratePerSecond = row.settings.value("rate_per_second"_L1).toString().isEmpty()
        ? known().value(row.provider).ratePerSecond
        : number(row.settings, u"rate_per_second"_s);
    settings.http.ratePerMinute = number(row.settings, u"rate_per_minute"_s);
    settings.http.ratePerHour = number(row.settings, u"rate_per_hour"_s);
    settings.http.ratePerDay = number(row.settings, u"rate_per_day"_s);
    settings.http.sharePercent = int(number(row.settings, u"share"_s));
    if (const int timeout = int(number(row.settings, u"timeout_ms"_s)); timeout > 0)
        settings.http.timeout = std::chrono::milliseconds(timeout);
    if (row.settings.value("retry"_L1).toString() == "false"_L1)
        settings.http.tries = 1;
    settings.pageSize = int(number(row.settings, u"page_size"_s));
    settings.batchSize = int(number(row.settings, u"batch_size"_s));
    settings.currency = row.settings.value("currency"_L1).toString();
    settings.apiVersion = row.settings.value("api_version"_L1).toString();
    return settings;
}

Result<connectors::ConnectorSettings> signInSettings(const core::IntegrationRow &row, core::SecretStore &secrets)
{
    const auto found = secretsOf(row, secrets);
    if (!found)
        return failure(found.error());
    auto settings = connectorSettings(row, *found);
    if (settings && !core::EnvironmentSecrets::has(row.name)) // what comes from there cannot be stored there
        settings->refreshTokens = keptRefreshTokens(secrets, row.id);
    return settings;
}

core::ConnectorFactory connectorFactory(connectors::Network &network, core::SecretStore &secrets, const Clock &clock)
{
    return [&network, &secrets, &clock](const core::IntegrationRow &row) -> Result<std::unique_ptr<Connector>> {
        const auto provider = known().constFind(row.provider);
        if (provider == known().cend())
            return unknownProvider(row);
        auto settings = signInSettings(row, secrets);
        if (!settings)
            return failure(settings.error());
        return provider->make(std::move(*settings), network, clock);
    };
}

TryConnector tryConnector(connectors::Network &network, const Clock &clock)
{
    return [&network, &clock](const core::IntegrationRow &row,
                              const std::shared_ptr<core::SecretMap> &secrets) -> Result<std::unique_ptr<Connector>> {
        const auto provider = known().constFind(row.provider);
        if (provider == known().cend())
            return unknownProvider(row);
        auto settings = connectorSettings(row, *secrets);
        if (!settings)
            return failure(settings.error());
        settings->refreshTokens = std::make_shared<TriedTokens>(secrets);
        return provider->make(std::move(*settings), network, clock);
    };
}

core::Breakers breakers(const connectors::Network &network)
{
    return [&network](const QString &integration) -> std::optional<core::Breaker> {
        using Kind = connectors::BreakerState::Kind;
        using State = core::Breaker::State;
        const auto told = network.breaker(integration.toUtf8());
        if (!told)
            return std::nullopt;
        const State state = told->kind == Kind::Open ? State::Open
            : told->kind == Kind::HalfOpen           ? State::HalfOpen
                                                     : State::Closed;
        return core::Breaker{state, told->failures, told->problem, told->retryIn};
    };
}

} // namespace syncline::app
