#pragma once

#include "core/workspace/database.h"
#include "core/workspace/rows.h"

namespace syncline::core {

/// A request that a CRM, or somebody, sent to the address of a webhook.
struct DeliveryRow
{
    qint64 id = 0;
    QString webhook; ///< id; "" for an address that does not exist
    Millis at = 0;
    QString outcome;  ///< "accepted", or why it was refused
    int requests = 1; ///< that this row stands for
    int events = 0;   ///< that were new
    QString peer;
    qint64 bytes = 0; ///< of the body as it came
    QList<QPair<QString, QString>> headers = {};
    QByteArray body = {}; ///< as it came; cut where it was long
};

/// The last deliveries of each webhook. Belongs to the thread of its Database.
class DeliveryStore
{
public:
    explicit DeliveryStore(Database &database) : m_db(database) {}

    Result<void> add(const DeliveryRow &row);
    Result<QList<DeliveryRow>> latest(const QString &webhook, int limit); ///< newest first, without headers and bodies
    Result<std::optional<DeliveryRow>> get(qint64 id);
    Result<void> keepLatest(const QString &webhook, int count);
    Result<void> forget(Millis before);
    Result<void> removeOf(const QString &webhook);

private:
    Database &m_db;
};

} // namespace syncline::core
