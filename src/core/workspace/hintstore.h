#pragma once

#include "core/workspace/database.h"
#include "core/workspace/rows.h"

namespace syncline::core {

/// The queue of hints ("look at this record"): each once, however often it is given. Belongs to the thread of its Database.
class HintStore
{
public:
    explicit HintStore(Database &database) : m_db(database) {}

    /// How long a hint waits for more of its kind.
    struct Patience
    {
        Millis quiet = 0;   ///< after the last one
        Millis longest = 0; ///< after the first one
    };
    /// Given anew while a run works at it, a hint belongs to no run again: that one may have looked before the change.
    Result<void> announce(const HintRow &hint, Millis now, const Patience &patience);

    struct Waiting
    {
        HintRow hint; ///< without its origin
        Millis dueAt = 0;
    };
    Result<QList<Waiting>> waiting(Millis now, int limit); ///< due and claimed by nobody, longest due first
    Result<std::optional<Millis>> nextDue(); ///< of all, those that a run works at by the end of its lease

    Result<QStringList> claims();
    Result<void> take(qint64 id, const QString &claim, Millis until);
    Result<void> renew(const QString &claim, Millis until);
    Result<void> free(const QString &claim); ///< due as they were
    struct Again
    {
        Millis at = 0, step = 0; ///< due at `at`, and a step later for each time it failed
        int mostSteps = 1;
    };
    Result<void> fail(const QString &claim, const Again &again);
    Result<void> done(const QString &claim);
    Result<void> remove(qint64 id);
    /// None of this integration is due before.
    Result<void> defer(const QString &integration, Millis until);

private:
    Database &m_db;
};

} // namespace syncline::core
