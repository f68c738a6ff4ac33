#pragma once

#include "core/automation/webhooks.h"

namespace syncline::support {

/// Of a CRM that signs with the key itself, and whose body is "id key; id key".
class PlainReader final : public connectors::WebhookReader
{
public:
    Verdict verify(const connectors::Delivery &delivery, const QByteArray &key,
                   std::chrono::milliseconds) const override
    {
        return delivery.header("X-Key") == key ? Verdict::Genuine : Verdict::Forged;
    }
    Result<QList<connectors::WebhookEvent>> read(const connectors::Delivery &delivery) const override
    {
        QList<connectors::WebhookEvent> events;
        if (delivery.body == "garbage")
            return failure(ErrorKind::Validation, QStringLiteral("no"));
        for (const QByteArray &part : delivery.body.split(';')) {
            const QByteArray event = part.trimmed();
            if (!event.isEmpty())
                events << connectors::WebhookEvent{
                    QStringLiteral("contacts"), QString::fromUtf8(event.split(' ').first()), event, {}};
        }
        return events;
    }
    connectors::Delivery probe(const QByteArray &url, const QByteArray &key, std::chrono::milliseconds) const override
    {
        return {"POST", url, {{"X-Key", key}}, {}};
    }
    Key key() const override { return Key::Ours; }
};

/// Mautic alone sends webhooks, and a person enters the address there.
inline core::WebhookProviders plainProviders(const connectors::WebhookReader &reader)
{
    core::WebhookProviders providers;
    providers.reader = [&reader](const QString &provider) {
        return provider == QLatin1String("mautic") ? &reader : nullptr;
    };
    providers.subscriber = [](const core::IntegrationRow &) -> Result<std::unique_ptr<connectors::WebhookSubscriber>> {
        return nullptr;
    };
    return providers;
}

} // namespace syncline::support
