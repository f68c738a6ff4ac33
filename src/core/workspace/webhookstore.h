#pragma once

#include "core/workspace/database.h"
#include "core/workspace/rows.h"

namespace syncline::core {

/// An address at which a CRM tells of changes.
struct WebhookRow
{
    QString id;
    QString integration; ///< id; each has one at most
    QString token;       ///< SHA-256, in hex, of the part of the address that nobody guesses
    QString url;         ///< what stands before that part, as the CRM sees it
    QString remoteId;    ///< of the subscription in the CRM; "" where it was made by hand
    Millis debounce = 0, longest = 0;
    Millis createdAt = 0;

    qint64 received = 0, refused = 0; ///< requests
    std::optional<Millis> lastAt;     ///< when one was taken
    std::optional<Millis> lastRefusedAt;
    QString lastRefusal; ///< why
};

/// Belongs to the thread of its Database.
class WebhookStore
{
public:
    explicit WebhookStore(Database &database) : m_db(database) {}

    Result<QList<WebhookRow>> all(); ///< oldest first
    Result<void> insert(const WebhookRow &row);
    Result<void> setRemoteId(const WebhookRow &row); ///< of one that is there
    Result<void> remove(const QString &id);

    Result<void> countReceived(const QString &id, int requests, Millis at);
    Result<void> countRefused(const QString &id, int requests, Millis at, const QString &why);

    Result<bool> isKnown(const QString &webhook, const QString &event);
    Result<void> remember(const QString &webhook, const QString &event, Millis at);
    Result<void> forgetEvents(Millis before);

private:
    Database &m_db;
};

} // namespace syncline::core
