#pragma once

#include "core/mirror/mirrormeter.h"
#include "core/mirror/mirrortarget.h"

namespace syncline::core::mirror {

using MakeConnector = std::function<Result<std::unique_ptr<connectors::Connector>>()>;

struct MirrorRequest
{
    QString account;      ///< whose mirror it is, for people and to tell two apart: "activecampaign https://…"
    QString prefix;       ///< of all names in the database
    QStringList entities; ///< the provider's; empty: contacts, companies and deals
    bool full = false;    ///< else what changed since the last mirror, if there is one that is not too old
    int keep = 5;         ///< full generations
    std::chrono::hours fullEvery{24};
};

struct MirroredEntity
{
    QString entity, table;
    qint64 records = 0; ///< in the mirror now
    qint64 read = 0;    ///< by this mirror
    qint64 pages = 0;
};

struct MirrorReport
{
    Generation generation;
    bool isResumed = false; ///< it went on with one that had been stopped
    QList<MirroredEntity> entities;
    qint64 requests = 0;
    std::chrono::milliseconds throttled{0}, duration{0};
    std::optional<QDateTime> fullAt; ///< since when deletes, tags and lists are as they are here
};

/// One mirror from beginning to end, on the calling thread and two more for each entity.
class MirrorRun
{
public:
    MirrorRun(MakeConnector makeConnector, const Clock &clock, MirrorMeter::Sink sink);

    /// What had been published before is untouched unless it succeeds. What has landed is kept for the next run.
    Result<MirrorReport> run(Target &target, const MirrorRequest &request, std::stop_token stop);

private:
    struct Plan;
    Result<QList<connectors::RemoteEntity>> chosenEntities(const MirrorRequest &request, std::stop_token stop);
    Result<void> nameUsers(QList<connectors::RemoteEntity> &chosen, std::stop_token stop);
    Result<Plan> plan(Target &target, const MirrorRequest &request, const QList<connectors::RemoteEntity> &chosen,
                      std::stop_token stop);
    Result<QMap<QString, Walk>> mirrorAll(Target &target, const Plan &plan, std::stop_token stop);
    LogEntry logEntry(const Generation &generation, const QString &error) const;
    static Generation nextGeneration(const Standing &standing, const MirrorRequest &request,
                                     const QStringList &entities, const QDateTime &now);
    static bool goesOn(const Standing &standing, const Generation &wanted, const QDateTime &now);
    QDateTime now() const;

    MakeConnector m_makeConnector;
    const Clock &m_clock;
    MirrorMeter m_meter;
    std::unique_ptr<connectors::Connector> m_connector; ///< asks for what describes the account
    QList<connectors::RemoteEntity> m_described;
};

} // namespace syncline::core::mirror
