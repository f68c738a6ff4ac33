#include "core/mirror/pause.h"
#include "core/mirror/postgresmerge.h"
#include "core/mirror/postgrestarget.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The end of a mirror in PostgreSQL: what was read becomes what readers see.
namespace syncline::core::mirror::postgres {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::mirror::Postgres", text);
}

} // namespace

Result<QMap<QString, qint64>> PostgresTarget::publish(const LogEntry &entry, const QList<Table> &tables,
                                                      const QMap<QString, Walk> &walks)
{
    QMap<QString, qint64> now;
    const Generation &generation = entry.generation;
    if (generation.kind == Kind::Full) {
        QStringList views{m_names.data()};
        for (const Table &table : tables)
            views << table.name;
        if (auto ready = attach(generation, views); !ready)
            return failure(ready.error());
    }
    auto done = m_connection->transaction([&]() -> Result<void> {
        auto moved = generation.kind == Kind::Full ? swapIn(generation) : merge(generation, tables);
        if (moved)
            moved = moveState(generation, walks);
        if (!moved)
            return moved;
        auto counted = countRecords(tables); // of what readers are about to see
        if (!counted)
            return failure(counted.error());
        now = *std::move(counted);
        return log(entry, now);
    });
    if (!done)
        return failure(done.error());
    return now;
}

/// Before it is published, so that every question that may find it current was planned with it.
Result<void> PostgresTarget::attach(const Generation &generation, const QStringList &views)
{
    auto attached = m_connection->transaction([&]() -> Result<void> {
        for (const QString &view : views) {
            const auto part = m_connection->run("SELECT relispartition FROM pg_class WHERE oid = to_regclass($1)",
                                                {quoted(Names::part(view, generation.number))});
            if (!part)
                return failure(part.error());
            if (part->size() == 1 && part->flag(0, 0))
                continue; // by a run that was stopped right then
            if (auto done = m_connection->script(attachPart(view, generation.number)); !done)
                return done;
        }
        return {};
    });
    return attached ? awaitPlanned(views) : attached;
}

/// A question is planned first and takes its snapshot afterwards: one that was planned without the new part must not see
/// that it is current. Whoever has had the tables in hand since before is waited for. Long ones have had their snapshot for
/// long when the time is over.
Result<void> PostgresTarget::awaitPlanned(const QStringList &views)
{
    constexpr int looks = 500;
    QStringList parents;
    for (const QString &view : views)
        parents << QString::fromUtf8(Names::parent(view));
    const QByteArray held = " FROM pg_locks WHERE locktype = 'relation' AND pid <> pg_backend_pid() AND relation IN"
                            " (SELECT to_regclass(name)::oid FROM jsonb_array_elements_text($1::jsonb) name)";
    const auto holders = m_connection->run("SELECT coalesce(jsonb_agg(DISTINCT virtualtransaction), '[]')" + held,
                                           {listText(parents)});
    if (!holders)
        return failure(holders.error());
    for (int look = 0; look < looks; ++look) {
        const auto left = m_connection->run(
            "SELECT count(*)" + held + " AND virtualtransaction IN (SELECT jsonb_array_elements_text($2::jsonb))",
            {listText(parents), holders->text(0, 0).toUtf8()});
        if (!left)
            return failure(left.error());
        if (left->integer(0, 0) == 0)
            return {};
        if (!pause(20ms, m_stop))
            return failure(ErrorKind::Cancelled, tr("Cancelled before it was published."));
    }
    return {};
}

Result<void> PostgresTarget::swapIn(const Generation &generation)
{
    return m_connection->script("UPDATE " + m_names.generations() + " SET state = 'published' WHERE generation = "
                                + QByteArray::number(generation.number));
}

Result<void> PostgresTarget::merge(const Generation &generation, const QList<Table> &tables)
{
    const auto current = m_connection->run("SELECT generation FROM " + m_names.state());
    if (!current)
        return failure(current.error());
    for (const Table &table : tables) {
        auto merged = m_connection->script(
            mergeInto(m_names, table, generation.number, current->integer(0, 0), generation.syncId));
        if (!merged)
            return merged;
    }
    if (auto dropped = dropParts(generation); !dropped)
        return dropped;
    return m_connection->script("UPDATE " + m_names.generations()
                                + " SET state = 'merged' WHERE generation = " + QByteArray::number(generation.number));
}

Result<void> PostgresTarget::moveState(const Generation &generation, const QMap<QString, Walk> &walks)
{
    const bool isFull = generation.kind == Kind::Full;
    return m_connection
        ->run("UPDATE " + m_names.state()
                  + " SET generation = CASE WHEN $1::boolean THEN $2 ELSE generation END, entities = $3, cursors = $4,"
                    " full_at = CASE WHEN $1::boolean THEN $5 ELSE full_at END, data_at = $5",
              {QByteArray(isFull ? "t" : "f"), QByteArray::number(generation.number), listText(generation.entities),
               cursorsText(walks), timeText(generation.startedAt)})
        .map([](const PostgresRows &) {});
}

Result<QMap<QString, qint64>> PostgresTarget::countRecords(const QList<Table> &tables)
{
    QMap<QString, qint64> counts;
    for (const Table &table : tables) {
        const auto counted = m_connection->run("SELECT count(*) FROM " + quoted(table.name));
        if (!counted)
            return failure(counted.error());
        counts.insert(table.entity.name, counted->integer(0, 0));
    }
    return m_connection->run("UPDATE " + m_names.state() + " SET counts = $1", {countsText(counts)})
        .map([&](const PostgresRows &) { return counts; });
}

Result<void> PostgresTarget::log(const LogEntry &entry, const QMap<QString, qint64> &counts)
{
    const Generation &generation = entry.generation;
    return m_connection
        ->run("INSERT INTO " + m_names.logs()
                  + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, nullif($11, '')) ON CONFLICT (sync_id) DO "
                    "UPDATE SET"
                    " duration_ms = excluded.duration_ms, overall_success = excluded.overall_success,"
                    " contacts_count = excluded.contacts_count, deals_count = excluded.deals_count,"
                    " counts = excluded.counts, requests = excluded.requests, throttled_ms = excluded.throttled_ms,"
                    " error = excluded.error",
              {generation.syncId.toUtf8(), timeText(generation.startedAt), QByteArray::number(entry.durationMs),
               kindName(generation.kind).toLatin1(), QByteArray(entry.error.isEmpty() ? "t" : "f"),
               m_roles.count(u"contact"_s, counts), m_roles.count(u"deal"_s, counts), countsText(counts),
               QByteArray::number(entry.requests), QByteArray::number(entry.throttledMs), entry.error.toUtf8()})
        .map([](const PostgresRows &) {});
}

Result<void> PostgresTarget::logFailure(const LogEntry &entry)
{
    m_connection->watch({}); // the stop that ended the mirror must not end this
    return log(entry, {});
}

} // namespace syncline::core::mirror::postgres
