#pragma once

#include "connectors/api/webhooks.h"
#include "connectors/mautic/mauticapi.h"

namespace syncline::connectors {

/// Mautic signs the body with the hook's secret, sends no id and keeps no order (docs/crm/mautic.md, "Webhooks").
std::unique_ptr<WebhookReader> makeMauticWebhookReader();

} // namespace syncline::connectors

namespace syncline::connectors::mautic {

/// Hooks of one Mautic, by its API.
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

} // namespace syncline::connectors::mautic
