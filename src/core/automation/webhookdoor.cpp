#include "core/automation/webhookdoor.h"

#include "core/automation/webhooks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

using Reason = WebhookRefusal::Reason;
using connectors::WebhookEvent;
using connectors::WebhookReader;

constexpr qsizetype longestToken = 200, longestId = 100;
constexpr std::chrono::hours clocksDiffer{1}; ///< by so much, between the CRM and here

WebhookRefusal refusal(Reason reason, const WebhookAddress *address, const QByteArray &peer)
{
    if (!address)
        return {reason, {}, {}, {}, peer};
    return {reason, address->webhook, address->integration, address->name, peer};
}

} // namespace

int statusOf(Reason reason)
{
    switch (reason) {
    case Reason::Unknown:
        return 404;
    case Reason::Method:
        return 405;
    case Reason::Forged:
    case Reason::Stale:
        return 401;
    case Reason::Garbage:
        return 400;
    case Reason::Replayed:
        return 409;
    }
    return 500;
}

QString nameOf(Reason reason)
{
    switch (reason) {
    case Reason::Unknown:
        return u"unknown"_s;
    case Reason::Method:
        return u"method"_s;
    case Reason::Forged:
        return u"forged"_s;
    case Reason::Stale:
        return u"stale"_s;
    case Reason::Garbage:
        return u"garbage"_s;
    case Reason::Replayed:
        return u"replayed"_s;
    }
    return {};
}

void WebhookDoor::setAddresses(const QList<std::pair<QString, WebhookAddress>> &addresses)
{
    std::map<QString, std::shared_ptr<const WebhookAddress>> known;
    for (const auto &[token, address] : addresses)
        known.emplace(token, std::make_shared<const WebhookAddress>(address));
    const std::lock_guard lock(m_mutex);
    m_addresses = std::move(known);
}

bool WebhookDoor::isMine(const QByteArray &path)
{
    return path.startsWith(Webhooks::path.data());
}

/// Looked up by its hash, so that the time that takes says nothing about the address.
std::shared_ptr<const WebhookAddress> WebhookDoor::find(const QByteArray &path) const
{
    const QByteArray token = path.mid(Webhooks::path.size());
    if (token.isEmpty() || token.size() > longestToken)
        return {};
    const QString hash = Webhooks::tokenHash(token);
    const std::lock_guard lock(m_mutex);
    const auto found = m_addresses.find(hash);
    return found == m_addresses.end() ? nullptr : found->second;
}

std::optional<WebhookRefusal> WebhookDoor::lookAt(const WebRequest &head) const
{
    const auto address = find(head.path);
    if (!address)
        return refusal(Reason::Unknown, nullptr, head.peer);
    if (head.method != "POST")
        return refusal(Reason::Method, address.get(), head.peer);
    return {};
}

std::variant<WebhookArrival, WebhookRefusal> WebhookDoor::open(const WebRequest &request,
                                                               std::chrono::milliseconds now) const
{
    if (const auto refused = lookAt(request))
        return *refused;
    const auto address = find(request.path);
    if (!address) // removed just now
        return refusal(Reason::Unknown, nullptr, request.peer);
    const connectors::Delivery delivery{request.method,
                                        request.query.isEmpty() ? address->url : address->url + '?' + request.query,
                                        request.headers, request.body};
    switch (address->reader->verify(delivery, address->key, now)) {
    case WebhookReader::Verdict::Genuine:
        break;
    case WebhookReader::Verdict::Forged:
        return refusal(Reason::Forged, address.get(), request.peer);
    case WebhookReader::Verdict::Stale:
        return refusal(Reason::Stale, address.get(), request.peer);
    }
    auto events = address->reader->read(delivery);
    if (!events)
        return refusal(Reason::Garbage, address.get(), request.peer);
    events->removeIf([](const WebhookEvent &event) { return event.id.size() > longestId; });
    const auto oldest = now - remembers + clocksDiffer;
    const auto isOld = [&](const WebhookEvent &event) { return event.at && *event.at < oldest; };
    if (!events->isEmpty() && std::ranges::all_of(*events, isOld))
        return refusal(Reason::Stale, address.get(), request.peer);
    events->removeIf(isOld);
    return WebhookArrival{address, *events};
}

} // namespace syncline::core
