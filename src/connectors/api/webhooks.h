#pragma once

#include "foundation/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

/// Webhooks: what a CRM tells by itself, by a request to an address of ours. Nothing in it is believed but where to look.
namespace syncline::connectors {

/// Such a request, as it came over the wire.
struct Delivery
{
    QByteArray method;
    QByteArray url; ///< the whole address as the CRM called it, with its query
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    QByteArray header(const QByteArray &name) const; ///< names are the same in either case; "" where there is none
};

/// One event of a delivery.
struct WebhookEvent
{
    QString entity; ///< of the connector: "contacts"
    QString id;     ///< "": something in the entity, such as a record that is gone
    QByteArray key; ///< what tells it from other events; the same event, sent again, has the same
    std::optional<std::chrono::milliseconds> at; ///< since 1970 UTC, by the CRM's clock
};

/// How a CRM's webhooks are read. Pure; may be used from any thread.
class WebhookReader
{
public:
    virtual ~WebhookReader() = default;

    enum class Verdict {
        Genuine,
        Forged, ///< the signature is missing or wrong
        Stale,  ///< signed, and too old
    };
    /// `key`: of the signature. A CRM that does not sign is believed: its address is the secret.
    virtual Verdict verify(const Delivery &delivery, const QByteArray &key, std::chrono::milliseconds now) const = 0;
    /// What it tells of; empty where that is nothing to look at. An error: it is not in this CRM's form.
    virtual Result<QList<WebhookEvent>> read(const Delivery &delivery) const = 0;

    /// A request that verify() calls genuine and read() finds nothing in.
    virtual Delivery probe(const QByteArray &url, const QByteArray &key, std::chrono::milliseconds now) const = 0;

    enum class Key {
        None,  ///< it does not sign
        Ours,  ///< it signs with the key that we give it
        Theirs ///< it signs with a key of its own, which a person copies
    };
    virtual Key key() const = 0;
};

/// Has a CRM send webhooks, by its API. Calls block.
class WebhookSubscriber
{
public:
    virtual ~WebhookSubscriber() = default;

    /// Returns the subscription's id in the CRM.
    virtual Result<QString> subscribe(const QUrl &address, const QByteArray &key, std::stop_token stop) = 0;
    /// One that is gone already is no error.
    virtual Result<void> unsubscribe(const QString &id, std::stop_token stop) = 0;
};

/// Takes as long for a wrong text as for the right one.
bool isSameText(const QByteArray &given, const QByteArray &secret);
QByteArray hmacSha256(const QByteArray &message, const QByteArray &key);

} // namespace syncline::connectors
