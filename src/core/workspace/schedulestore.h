#pragma once

#include "core/workspace/database.h"
#include "core/workspace/rows.h"

namespace syncline::core {

/// A schedule as it is stored: texts as core/automation/schedule.h writes them, and how it stands.
struct ScheduleRow
{
    QString id;
    QString integration; ///< id; "": all
    QStringList entities;
    QString timing, zone, quiet;
    bool full = false, shadow = false;
    int jitterSeconds = 0;
    bool enabled = true;
    Millis createdAt = 0;

    std::optional<Millis> nextAt;
    int failures = 0;             ///< in a row
    std::optional<Millis> lastAt; ///< when its last run ended
    Millis lastMs = 0;            ///< how long it took
    QString lastRun, lastStatus, lastDetail;
};

/// Schedules, and the leases that one process holds at a time. Belongs to the thread of its Database.
class ScheduleStore
{
public:
    explicit ScheduleStore(Database &database) : m_db(database) {}

    Result<QList<ScheduleRow>> all(); ///< oldest first
    Result<std::optional<ScheduleRow>> get(const QString &id);
    Result<void> save(const ScheduleRow &row);
    Result<void> remove(const QString &id);

    struct Lease
    {
        QString claimedBy;
        Millis until = 0;
    };
    Result<std::optional<Lease>> lease(const QString &name);
    Result<void> setLease(const QString &name, const Lease &lease);
    /// Only its holder gives it up.
    Result<void> releaseLease(const QString &name, const QString &claim);

private:
    Database &m_db;
};

} // namespace syncline::core
