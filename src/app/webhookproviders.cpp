#include "app/webhookproviders.h"

#include "app/connectorfactory.h"
#include "connectors/activecampaign/activecampaignconnector.h"
#include "connectors/activecampaign/activecampaignwebhooks.h"
#include "connectors/hubspot/hubspotwebhooks.h"
#include "connectors/mautic/mauticconnector.h"
#include "connectors/mautic/mauticwebhooks.h"

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

using connectors::WebhookReader;
using connectors::WebhookSubscriber;
using MakeSubscriber = Result<std::unique_ptr<WebhookSubscriber>> (*)(connectors::ConnectorSettings,
                                                                      connectors::Network &, const Clock &);

struct Provider
{
    std::unique_ptr<WebhookReader> (*makeReader)();
    MakeSubscriber makeSubscriber = nullptr; ///< null: webhooks are made by hand there
};

const QMap<QString, Provider> &known()
{
    static const QMap<QString, Provider> table{
        {u"activecampaign"_s, {connectors::makeActiveCampaignWebhookReader, connectors::makeActiveCampaignSubscriber}},
        {u"hubspot"_s, {connectors::makeHubSpotWebhookReader}},
        {u"mautic"_s, {connectors::makeMauticWebhookReader, connectors::makeMauticSubscriber}},
    };
    return table;
}

/// One for each provider, for as long as the program lives.
const WebhookReader *readerOf(const QString &provider)
{
    static const auto readers = [] {
        std::map<QString, std::unique_ptr<WebhookReader>> made;
        for (auto it = known().begin(); it != known().end(); ++it)
            made.emplace(it.key(), it->makeReader());
        return made;
    }();
    const auto found = readers.find(provider);
    return found == readers.end() ? nullptr : found->second.get();
}

} // namespace

core::WebhookProviders webhookProviders(connectors::Network &network, core::SecretStore &secrets, const Clock &clock)
{
    core::WebhookProviders providers;
    providers.reader = readerOf;
    providers.subscriber = [&](const core::IntegrationRow &row) -> Result<std::unique_ptr<WebhookSubscriber>> {
        const auto provider = known().constFind(row.provider);
        if (provider == known().cend() || !provider->makeSubscriber)
            return nullptr;
        auto settings = signInSettings(row, secrets);
        if (!settings)
            return failure(settings.error());
        return provider->makeSubscriber(std::move(*settings), network, clock);
    };
    return providers;
}

} // namespace syncline::app
