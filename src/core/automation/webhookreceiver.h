#pragma once

#include "core/automation/deliveries.h"
#include "core/automation/webhookdoor.h"
#include "core/automation/webhooks.h"

#include <condition_variable>
#include <deque>
#include <thread>

namespace syncline::core {

/// Takes webhooks (Y3): verified, told from replays, and stored as they came and as hints before the sender gets a 2xx. Stores
/// on a thread and a session of its own, everything that waits in one transaction, so that neither a run nor a slow disk holds
/// up the port.
class WebhookReceiver final : public WebhookPort
{
public:
    /// `onHints` is called on the receiver's thread when hints have been stored. Addresses that are made or removed later,
    /// also by other programs, are known within a second.
    WebhookReceiver(QString file, const Session::Outside &outside, const WebhookProviders &providers,
                    std::function<void()> onHints);
    ~WebhookReceiver() override; ///< stores what it was given
    WebhookReceiver(const WebhookReceiver &) = delete;
    WebhookReceiver &operator=(const WebhookReceiver &) = delete;

    bool isMine(const QByteArray &path) const override { return WebhookDoor::isMine(path); }
    std::optional<WebAnswer> refuse(const WebRequest &head) override;
    void take(const WebRequest &request, const WebReply &reply) override;

private:
    struct Waiting
    {
        WebhookArrival arrival;
        DeliveryRow delivery;
        WebReply reply;

        bool isNew() const { return delivery.events > 0; }
        bool isReplay() const { return !isNew() && !arrival.events.isEmpty(); }
    };
    struct Refused
    {
        WebhookRefusal first;
        int count = 0;
    };
    using RefusedByKind = std::map<std::pair<QString, WebhookRefusal::Reason>, Refused>; // by webhook

    WebAnswer noteRefusal(const WebhookRefusal &refusal);
    void work(const std::stop_token &stop);
    void tend(Session &session);
    void forgetOld(Session &session);
    void learnAddresses(Session &session);
    void store(Session &session, std::deque<Waiting> waiting);
    Result<void> storeAll(Session &session, std::deque<Waiting> &waiting);
    Result<void> storeOne(Session &session, Waiting &one);
    void logRefusals(Session &session);
    Result<void> logRefusal(Session &session, const Refused &refused);

    QString m_file;
    Session::Outside m_outside;
    const WebhookProviders &m_providers;
    std::function<void()> m_onHints;
    WebhookDoor m_door;

    // Of the thread alone:
    QStringList m_knownAddresses; ///< what the door knows: id and state of each
    Millis m_learnAt = 0, m_forgotAt = 0;
    std::map<std::pair<QString, WebhookRefusal::Reason>, Millis> m_loggedAt;

    std::mutex m_mutex;
    bool m_isReady = false;
    std::condition_variable_any m_changed;
    std::deque<Waiting> m_waiting;
    std::size_t m_waitingBytes = 0; ///< of their bodies
    RefusedByKind m_refused;
    std::jthread m_thread; ///< last: it ends before what it uses
};

} // namespace syncline::core
