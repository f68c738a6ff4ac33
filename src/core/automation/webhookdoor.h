#pragma once

#include "connectors/api/webhooks.h"
#include "core/automation/web.h"
#include "core/workspace/hintstore.h"

#include <map>
#include <memory>
#include <mutex>
#include <variant>

namespace syncline::core {

/// An address that webhooks are taken at.
struct WebhookAddress
{
    QString webhook, integration, name; ///< ids; name of the integration
    const connectors::WebhookReader *reader = nullptr;
    QByteArray url; ///< whole, as the CRM calls it
    QByteArray key;
    HintStore::Patience patience;
};

/// Why a request was turned away.
struct WebhookRefusal
{
    enum class Reason {
        Unknown, ///< there is no such address: 404
        Method,  ///< 405
        Forged,  ///< 401
        Stale,   ///< 401
        Garbage, ///< 400
        Replayed ///< 409
    };
    Reason reason = Reason::Unknown;
    QString webhook, integration, name; ///< "" for an unknown address
    QByteArray peer;
};
int statusOf(WebhookRefusal::Reason reason);
QString nameOf(WebhookRefusal::Reason reason); ///< "forged": as it is stored

/// A request that is what it says it is.
struct WebhookArrival
{
    std::shared_ptr<const WebhookAddress> address;
    QList<connectors::WebhookEvent> events; ///< none: nothing to look at
};

/// Tells what a CRM sent from what others did. Thread-safe and quick: it knows all addresses and asks nobody.
class WebhookDoor
{
public:
    /// Events that are older are as good as replayed: what came before is not remembered.
    static constexpr std::chrono::hours remembers{7 * 24};

    /// By the hash of what nobody guesses (Webhooks::tokenHash()).
    void setAddresses(const QList<std::pair<QString, WebhookAddress>> &addresses);
    static bool isMine(const QByteArray &path);
    /// Before the body has been read.
    std::optional<WebhookRefusal> lookAt(const WebRequest &head) const;
    std::variant<WebhookArrival, WebhookRefusal> open(const WebRequest &request, std::chrono::milliseconds now) const;

private:
    std::shared_ptr<const WebhookAddress> find(const QByteArray &path) const;

    mutable std::mutex m_mutex;
    std::map<QString, std::shared_ptr<const WebhookAddress>> m_addresses;
};

} // namespace syncline::core
