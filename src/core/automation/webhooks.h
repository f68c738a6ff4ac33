#pragma once

#include "connectors/api/webhooks.h"
#include "core/automation/deliveries.h"
#include "core/automation/postman.h"
#include "core/services/session.h"
#include "core/workspace/webhookstore.h"

namespace syncline::core {

/// What the program knows of webhooks, by provider.
struct WebhookProviders
{
    /// How a provider's webhooks are read; null: it sends none. The object lives as long as the program.
    std::function<const connectors::WebhookReader *(const QString &provider)> reader;
    /// Null: the API of this provider makes no webhooks, a person does.
    std::function<Result<std::unique_ptr<connectors::WebhookSubscriber>>(const IntegrationRow &)> subscriber;
};

/// A webhook as a person sees it.
struct WebhookInfo
{
    WebhookRow row;
    QString integration, provider; ///< names
    QString address;               ///< "" where the keychain does not give it now
};

/// An integration that can tell of changes, with its webhook where it has one.
struct WebhookPlace
{
    QString integration, provider; ///< names
    bool asksKey = false;          ///< of a person, who copies it from the CRM
    std::optional<WebhookInfo> webhook;
};

/// The workspace's webhooks (Y3): each integration has one address at most, and nobody guesses it. The address and the key of
/// the signatures are in the keychain, else in SYNCLINE_SECRET_WEBHOOK_<NAME>, a JSON object of `address` and `key`.
class Webhooks
{
public:
    static constexpr QLatin1StringView path{"/webhooks/"};
    static constexpr qsizetype leastAddress = 32; ///< characters of the part that nobody guesses
    static constexpr Millis usualDebounce = 5'000, usualLongest = 30'000, longestLongest = 3'600'000;

    Webhooks(Session &session, const WebhookProviders &providers) : m_session(session), m_providers(providers) {}

    struct Wanted
    {
        QString integration; ///< name
        QString url;         ///< at which the CRM reaches this program, without the part that is made here
        std::function<Result<QByteArray>()> askKey; ///< of the CRM's signatures, where it has one of its own
        Millis debounce = usualDebounce, longest = usualLongest;
    };
    struct Added
    {
        QString address;
        bool isByHand = false; ///< a person enters the address in the CRM
    };
    /// Makes the address and has the CRM send to it.
    Result<Added> add(const Wanted &wanted, std::stop_token stop);
    Result<QList<WebhookInfo>> list();
    Result<QList<WebhookPlace>> places();
    /// The last requests to the webhook of an integration, newest first; to addresses that do not exist for "". Does not ask the
    /// keychain.
    Result<QList<DeliveryRow>> deliveries(const QString &integration, int limit);
    /// One of them, with its headers and its body.
    Result<DeliveryRow> delivery(qint64 id);
    /// Sends a request of ours to the address, signed as the CRM signs and telling of nothing, to see whether the way from
    /// there to here is open.
    Result<void> test(const QString &integration, Postman &postman, std::stop_token stop);
    /// `alsoThere`: the CRM is told to send nothing more. One that cannot be told keeps the webhook here.
    Result<void> remove(const QString &integration, bool alsoThere, std::stop_token stop);

    struct Secrets
    {
        QByteArray token; ///< the part of the address that nobody guesses
        QByteArray key;
    };
    Result<Secrets> secretsOf(const WebhookRow &row, const QString &integrationName);
    static QString environmentName(const QString &integrationName);
    static QString tokenHash(const QByteArray &token);

private:
    Result<WebhookInfo> infoOf(const QString &integration);
    Result<IntegrationRow> integrationFor(const Wanted &wanted);
    Result<Secrets> makeSecrets(const Wanted &wanted, const QString &account, const connectors::WebhookReader &reader);
    Result<void> subscribe(const IntegrationRow &integration, WebhookRow &row, const Secrets &secrets,
                           std::stop_token stop);
    Result<void> audit(const QString &action, const WebhookRow &row);

    Session &m_session;
    const WebhookProviders &m_providers;
};

} // namespace syncline::core
