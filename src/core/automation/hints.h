#pragma once

#include "core/services/runcontrol.h"
#include "core/workspace/hintstore.h"

namespace syncline::core {

/// A run that looks at what hints name.
struct HintedRun
{
    QString claim; ///< of its hints
    RunRequest request;
    Millis dueAt = 0; ///< of the hint that waited longest
};

/// The queue of hints and the runs that they lead to. A hint says where to look and nothing else. Where it names a record,
/// that one is read, matched and planned by itself, and one run does so for all that wait. Where it names an entity alone,
/// as for a record that is gone, what changed there is read, which takes longer: such runs come when nothing else waits,
/// after entityPatience at the latest. Hints stay in the workspace until a run has been through with them: one that dies
/// leaves them to the next.
class Hints
{
public:
    static constexpr std::chrono::milliseconds leaseFor{120'000};
    static constexpr std::chrono::milliseconds entityPatience{10'000};
    static constexpr int mostAtOnce = 500;
    static QString actorName(); ///< who asks in `runs`
    /// Kinds of HintRow.
    static QString recordKind();
    static QString entityKind();

    explicit Hints(Session &session, QString worker = ownClaim());

    Result<std::optional<Millis>> nextDue();
    /// Claims hints that are due, for one run. Nothing where there are none, or where nothing comes of them: of systems
    /// that are gone, are not mapped, or have never been read, which the first sync does as a whole.
    Result<std::optional<HintedRun>> take();
    /// Keeps this worker's claims while it works at them.
    Result<void> renew();
    /// To be called for each run that was taken. After a failure its hints come again, later each time.
    Result<void> ended(const QString &claim, const RunEnd &end);

private:
    struct Place
    {
        qint64 hint = 0;
        QString hubEntity;
        LinkKey record; ///< no id: something in the entity
        Millis dueAt = 0;
    };
    Result<void> freeDead();
    Result<std::optional<HintedRun>> sort(const QList<HintStore::Waiting> &waiting);
    Result<std::optional<Place>> placeOf(const HintStore::Waiting &waiting, const QList<IntegrationRow> &integrations);
    Result<std::optional<HintedRun>> runFor(const QList<Place> &places);

    Session &m_session;
    HintStore m_store;
    QString m_worker;
};

} // namespace syncline::core
