#pragma once

#include "connectors/activecampaign/api.h"
#include "connectors/api/webhooks.h"

namespace syncline::connectors {

/// ActiveCampaign signs nothing, sends each event once at least and never again (docs/crm/activecampaign.md, 9).
std::unique_ptr<WebhookReader> makeActiveCampaignWebhookReader();

} // namespace syncline::connectors

namespace syncline::connectors::activecampaign {

/// Webhooks of one account, by its API.
class Hooks final : public WebhookSubscriber
{
public:
    Hooks(std::unique_ptr<HttpClient> client, const Secrets &secrets);
    Result<QString> subscribe(const QUrl &address, const QByteArray &key, std::stop_token stop) override;
    Result<void> unsubscribe(const QString &id, std::stop_token stop) override;

private:
    std::unique_ptr<HttpClient> m_client;
    Api m_api;
};

} // namespace syncline::connectors::activecampaign
