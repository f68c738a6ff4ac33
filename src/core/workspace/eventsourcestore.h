#pragma once

#include "core/workspace/database.h"

#include <QStringList>

namespace syncline::core {

/// Who may send business events: a booking system, a shop.
struct EventSourceRow
{
    QString name;
    QString token;     ///< SHA-256, in hex; nobody has the token itself but the source
    QStringList kinds; ///< of events that it may send; none: all
    qint64 madeAt = 0; ///< ms since 1970, as all times here

    qint64 events = 0, refused = 0;
    std::optional<qint64> lastAt, lastRefusedAt;
    QString lastRefusal; ///< why
};

/// Belongs to the thread of its Database.
class EventSourceStore
{
public:
    explicit EventSourceStore(Database &database) : m_db(database) {}

    Result<QList<EventSourceRow>> all();                                 ///< by name
    Result<std::optional<EventSourceRow>> ofToken(const QString &token); ///< its SHA-256
    Result<void> insert(const EventSourceRow &row);                      ///< changes nothing where the name is taken
    Result<void> setToken(const QString &name, const QString &token);
    Result<void> remove(const QString &name);
    Result<void> countTaken(const QString &name, qint64 at);
    Result<void> countRefused(const QString &name, qint64 at, const QString &why);

private:
    Database &m_db;
};

} // namespace syncline::core
