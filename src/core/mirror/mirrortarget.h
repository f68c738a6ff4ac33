#pragma once

#include "core/mirror/mirrorrow.h"

#include <QDateTime>

#include <memory>
#include <optional>
#include <stop_token>

/// What a database must offer to hold a mirror.
namespace syncline::core::mirror {

/// How far the walk over one entity is. Durable together with what it delivered.
struct Walk
{
    QString entity;
    QString cursor;      ///< that it began with; "" for a full walk
    QString nextCursor;  ///< for the walk after this one
    QString resumeAfter; ///< the last record that has landed
    qint64 delivered = 0;
    qint64 pages = 0;
    bool isDone = false;
};

/// Pages that were read, as they land together.
struct Landing
{
    std::vector<QList<Row>> pages; ///< the arrays of ac_sync_data, at most Target::largestPage rows each
    Walk walk;                     ///< after them
};

enum class Kind { Full, Incremental };
QString kindName(Kind kind); ///< "full", "incremental"

/// One mirror as it comes to be: everything that a full one reads, or what changed since the one before.
struct Generation
{
    qint64 number = 0;
    Kind kind = Kind::Full;
    QString syncId;
    QDateTime startedAt;
    QStringList entities;
};

/// What is in the database before a mirror begins.
struct Standing
{
    bool isPublished = false;
    QStringList entities;            ///< of what is published
    QMap<QString, QString> cursors;  ///< by entity
    QMap<QString, qint64> counts;    ///< records, by entity
    std::optional<QDateTime> fullAt; ///< when the last full mirror began
    qint64 lastNumber = 0;
    std::optional<Generation> unfinished; ///< a mirror that was stopped on its way
    QMap<QString, Walk> walks;            ///< of the unfinished one, by entity
};

/// What is told in ac_sync_logs.
struct LogEntry
{
    Generation generation;
    qint64 durationMs = 0;
    qint64 requests = 0;
    qint64 throttledMs = 0;
    QString error; ///< "": it went well
};

/// One entity's way into the database. Belongs to the thread that uses it.
class Lane
{
public:
    virtual ~Lane() = default;
    /// In one transaction: the rows, their documents, and how far the walk is.
    virtual Result<void> land(const Landing &landing) = 0;
    /// The walk is over: makes what has landed ready to be published.
    virtual Result<void> finish() = 0;
};

/// A database with room for one mirror. Everything but lanes belongs to the thread that made it. Errors name the database
/// and the remedy: kinds Network (gone, not reached), Authentication, Permission, Storage (full, read-only), Conflict (a
/// table of that name is not ours), Usage.
class Target
{
public:
    static constexpr int largestPage = 1000;

    virtual ~Target() = default;
    /// Makes the tables that are missing and takes the mirror for this run: another one is refused until the object goes.
    /// \param account whose mirror it is; that of another one is refused
    /// \param tables that it will need; a table of such a name that is not ours is refused before anything is made
    virtual Result<Standing> open(const QString &prefix, const QString &account, const QStringList &tables,
                                  std::stop_token stop) = 0;
    /// Room for what this generation will read; the tables may get other columns than they were given.
    virtual Result<QList<Table>> begin(const Generation &generation, const QList<Table> &tables) = 0;
    /// Drops what an unfinished generation has landed.
    virtual Result<void> discard(const Generation &generation) = 0;
    virtual Result<std::unique_ptr<Lane>> lane(const Generation &generation, const Table &table) = 0;
    /// In one transaction: from now on readers see this generation, or the changes that it read, and its log entry.
    /// Returns how many records there are now, by entity.
    virtual Result<QMap<QString, qint64>> publish(const LogEntry &entry, const QList<Table> &tables,
                                                  const QMap<QString, Walk> &walks) = 0;
    virtual Result<void> logFailure(const LogEntry &entry) = 0;
    /// Drops full generations beyond the last `keep`. One that somebody reads just now stays until the next time.
    virtual Result<void> tidy(int keep) = 0;
    /// For messages: "PostgreSQL at db.example.org, database crm". Holds no secret.
    virtual QString name() const = 0;
};

} // namespace syncline::core::mirror
