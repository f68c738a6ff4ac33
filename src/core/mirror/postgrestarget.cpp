#include "core/mirror/postgrestarget.h"

#include "core/mirror/pause.h"
#include "core/mirror/postgreslane.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::core::mirror::postgres {

namespace {

constexpr int oldestServer = 120'000; ///< partitions are attached without locking readers out from 12 on
const QByteArray notInTime = "55P03";

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::mirror::Postgres", text);
}

/// Times as ISO 8601, whatever the server's DateStyle is.
QByteArray shown(const QByteArray &column)
{
    return "to_char(" + column + ", 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
}

} // namespace

Result<std::unique_ptr<Target>> PostgresTarget::connect(const QString &address)
{
    auto connection = PostgresConnection::open(address);
    if (!connection)
        return failure(connection.error());
    return std::unique_ptr<Target>(new PostgresTarget(address, std::move(*connection)));
}

Result<Standing> PostgresTarget::open(const QString &prefix, const QString &account, const QStringList &tables,
                                      std::stop_token stop)
{
    m_names = {prefix};
    m_stop = stop;
    m_connection->watch(stop);
    if (auto able = checkServer(); !able)
        return failure(able.error());
    if (auto turn = takeTurn(stop); !turn)
        return failure(turn.error());
    if (auto ours = refuseForeign(m_names.shared() + tables); !ours)
        return failure(ours.error());
    auto made = m_connection->transaction([&] { return m_connection->script(createShared(m_names)); });
    if (made)
        made = claim(account);
    if (!made)
        return failure(made.error());
    return standing();
}

Result<void> PostgresTarget::checkServer()
{
    if (m_connection->serverVersion() < oldestServer) {
        return failure(
            ErrorKind::Usage,
            tr("%1 is too old for a mirror: it is version %2.").arg(name()).arg(m_connection->serverVersion() / 10'000),
            tr("Use PostgreSQL 12 or newer."));
    }
    const auto schema = m_connection->run("SELECT current_schema()");
    if (!schema)
        return failure(schema.error());
    if (schema->isNull(0, 0))
        return failure(
            ErrorKind::Usage, tr("%1 has no schema to put the mirror into.").arg(name()),
            tr("Make the schema public, or name another one with ?options=-csearch_path%3D… in the address."));
    return {};
}

/// One mirror at a time. The session of a program that was killed may take a moment to go.
Result<void> PostgresTarget::takeTurn(const std::stop_token &stop)
{
    constexpr int tries = 50;
    for (int i = 0; i < tries; ++i) {
        const auto taken = m_connection->run("SELECT pg_try_advisory_lock(hashtext(current_schema()), hashtext($1))",
                                             {m_names.prefix.toUtf8()});
        if (!taken)
            return failure(taken.error());
        if (taken->flag(0, 0))
            return {};
        if (!pause(200ms, stop))
            return failure(ErrorKind::Cancelled, tr("Cancelled while another mirror was at work."));
    }
    return failure(ErrorKind::Conflict, tr("Another mirror is at work in %1.").arg(name()),
                   tr("Wait until it has ended, or give this one names of its own with --prefix."));
}

Result<void> PostgresTarget::refuseForeign(const QStringList &relations)
{
    const auto found = m_connection->run(
        "SELECT c.relname, coalesce(obj_description(c.oid, 'pg_class'), '') FROM pg_class c"
        " WHERE c.relnamespace = current_schema()::regnamespace AND c.relname IN"
        " (SELECT jsonb_array_elements_text($1::jsonb)) ORDER BY 1",
        {listText(relations)});
    if (!found)
        return failure(found.error());
    for (int row = 0; row < found->size(); ++row) {
        if (!found->text(row, 1).startsWith(QLatin1StringView(mark)))
            return failure(ErrorKind::Conflict,
                           tr("%1 holds something named %2 that is not Syncline's.").arg(name(), found->text(row, 0)),
                           tr("Rename it, or give the mirror other names with --prefix. Nothing was changed."));
    }
    return {};
}

Result<void> PostgresTarget::claim(const QString &account)
{
    auto claimed = m_connection->run(
        "INSERT INTO " + m_names.state() + " (account) VALUES ($1) ON CONFLICT (one) DO NOTHING", {account.toUtf8()});
    if (claimed)
        claimed = m_connection->run("SELECT account FROM " + m_names.state());
    if (!claimed)
        return failure(claimed.error());
    if (claimed->text(0, 0) != account) {
        return failure(
            ErrorKind::Conflict,
            tr("The tables %1_… in %2 are the mirror of %3.").arg(m_names.prefix, name(), claimed->text(0, 0)),
            tr("Give this mirror other names with --prefix. Nothing was changed."));
    }
    return {};
}

Result<Standing> PostgresTarget::standing()
{
    const auto state = m_connection->run("SELECT generation, entities, cursors, counts, " + shown("full_at")
                                         + ", (SELECT coalesce(max(generation), 0) FROM " + m_names.generations()
                                         + ") FROM " + m_names.state());
    if (!state)
        return failure(state.error());
    Standing standing;
    standing.isPublished = !state->isNull(0, 0);
    standing.entities = listFrom(state->text(0, 1));
    standing.cursors = cursorsFrom(state->text(0, 2));
    standing.counts = countsFrom(state->text(0, 3));
    if (!state->isNull(0, 4))
        standing.fullAt = timeFrom(state->text(0, 4));
    standing.lastNumber = state->integer(0, 5);
    if (auto read = readUnfinished(standing); !read)
        return failure(read.error());
    return standing;
}

Result<void> PostgresTarget::readUnfinished(Standing &standing)
{
    const auto begun = m_connection->run("SELECT generation, kind, sync_id, " + shown("started_at") + ", entities FROM "
                                         + m_names.generations()
                                         + " WHERE state = 'loading' ORDER BY generation DESC LIMIT 1");
    if (!begun)
        return failure(begun.error());
    if (begun->size() == 0)
        return {};
    standing.unfinished = Generation{begun->integer(0, 0),
                                     begun->text(0, 1) == "full"_L1 ? Kind::Full : Kind::Incremental, begun->text(0, 2),
                                     timeFrom(begun->text(0, 3)), listFrom(begun->text(0, 4))};
    const auto walks = m_connection->run(
        "SELECT entity, cursor, next_cursor, resume_after, delivered, pages, is_done FROM " + m_names.walks()
            + " WHERE generation = $1",
        {begun->text(0, 0).toLatin1()});
    if (!walks)
        return failure(walks.error());
    for (int row = 0; row < walks->size(); ++row) {
        const Walk walk{walks->text(row, 0),    walks->text(row, 1),    walks->text(row, 2), walks->text(row, 3),
                        walks->integer(row, 4), walks->integer(row, 5), walks->flag(row, 6)};
        standing.walks.insert(walk.entity, walk);
    }
    return {};
}

Result<QHash<QString, ColumnKind>> PostgresTarget::columnsOf(const QString &relation, QStringList *order)
{
    const auto found = m_connection->run("SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
                                         " WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped"
                                         " ORDER BY attnum",
                                         {quoted(relation)});
    if (!found)
        return failure(found.error());
    QHash<QString, ColumnKind> columns;
    for (int row = 0; row < found->size(); ++row) {
        if (order)
            order->append(found->text(row, 0));
        if (const auto kind = kindOfType(found->text(row, 1)))
            columns.insert(found->text(row, 0), *kind);
    }
    return columns;
}

Result<QList<Table>> PostgresTarget::begin(const Generation &generation, const QList<Table> &tables)
{
    QStringList relations;
    for (const Table &table : tables)
        relations << table.name << table.name + u"_generations"_s << Names::part(table.name, generation.number);
    relations << Names::part(m_names.data(), generation.number);
    if (auto ours = refuseForeign(relations); !ours)
        return failure(ours.error());
    QList<Table> made;
    auto done = m_connection->transaction([&]() -> Result<void> {
        auto noted = m_connection->run(
            "INSERT INTO " + m_names.generations()
                + " VALUES ($1, $2, $3, $4, 'loading', $5) ON CONFLICT (generation) DO NOTHING",
            {QByteArray::number(generation.number), kindName(generation.kind).toLatin1(), generation.syncId.toUtf8(),
             timeText(generation.startedAt), listText(generation.entities)});
        if (!noted)
            return failure(noted.error());
        for (const Table &table : tables) {
            auto ready = room(generation, table);
            if (!ready)
                return failure(ready.error());
            m_roles.set(table);
            made.append(std::move(*ready));
        }
        if (auto part = m_connection->script(createPart(m_names.data(), generation.number)); !part)
            return part;
        return showColumns(m_names.data());
    });
    if (!done)
        return failure(done.error());
    // Documents compressed with lz4 land in half the time. Servers may be built without it.
    const QByteArray faster = "ALTER TABLE " + quoted(Names::part(m_names.data(), generation.number))
        + " ALTER json_data SET COMPRESSION lz4";
    if (auto set = m_connection->script(faster); !set && set.error().kind == ErrorKind::Network)
        return failure(set.error());
    return made;
}

Result<Table> PostgresTarget::room(const Generation &generation, const Table &table)
{
    const auto existing = columnsOf(table.name + u"_generations"_s);
    if (!existing)
        return failure(existing.error());
    Table fitted = reconciled(table, *existing);
    QList<Column> missing;
    for (const Column &column : std::as_const(fitted.columns)) {
        if (!existing->contains(column.name))
            missing.append(column);
    }
    Result<void> done;
    if (existing->isEmpty())
        done = m_connection->script(createParent(fitted));
    else if (!missing.isEmpty())
        done = m_connection->script(addColumns(Names::parent(table.name), missing));
    if (done)
        done = m_connection->script(createPart(table.name, generation.number));
    if (done)
        done = addMissing(Names::part(table.name, generation.number), fitted.columns);
    if (done)
        done = showColumns(table.name);
    if (!done)
        return failure(done.error());
    return fitted;
}

/// A generation that is gone on with may lack a field that was made meanwhile.
Result<void> PostgresTarget::addMissing(const QString &part, const QList<Column> &columns)
{
    const auto known = columnsOf(part);
    if (!known)
        return failure(known.error());
    QList<Column> missing;
    for (const Column &column : columns) {
        if (!known->contains(column.name))
            missing.append(column);
    }
    return missing.isEmpty() ? Result<void>() : m_connection->script(addColumns(quoted(part), missing));
}

/// A view that shows everything already stays untouched: replacing it would wait for readers.
Result<void> PostgresTarget::showColumns(const QString &view)
{
    QStringList wanted, shown;
    if (auto read = columnsOf(view + u"_generations"_s, &wanted); !read)
        return failure(read.error());
    if (auto read = columnsOf(view, &shown); !read)
        return failure(read.error());
    wanted.removeAll(u"generation"_s);
    return wanted == shown ? Result<void>() : m_connection->script(createView(m_names, view, wanted));
}

QStringList PostgresTarget::partsOf(qint64 generation, const QStringList &entities) const
{
    QStringList parts{Names::part(m_names.data(), generation)};
    for (const QString &entity : entities)
        parts << Names::part(m_names.prefix + u'_' + snakeCase(entity), generation);
    return parts;
}

/// Of a generation that no reader sees.
Result<void> PostgresTarget::dropParts(const Generation &generation)
{
    QByteArray sql;
    for (const QString &part : partsOf(generation.number, generation.entities))
        sql += "DROP TABLE IF EXISTS " + quoted(part) + ";\n";
    return m_connection->script(sql);
}

Result<void> PostgresTarget::discard(const Generation &generation)
{
    const QByteArray number = QByteArray::number(generation.number);
    return m_connection->transaction([&] {
        auto dropped = dropParts(generation);
        if (!dropped)
            return dropped;
        return m_connection->script("DELETE FROM " + m_names.walks() + " WHERE generation = " + number + ";\nUPDATE "
                                    + m_names.generations() + " SET state = 'given up' WHERE generation = " + number);
    });
}

/// What lands is complete or not there, which is all that a resumed run needs: it waits for no disk.
Result<std::unique_ptr<Lane>> PostgresTarget::lane(const Generation &generation, const Table &table)
{
    auto connection = PostgresConnection::open(m_address);
    if (!connection)
        return failure(connection.error());
    if (auto set = (*connection)->script("SET synchronous_commit = off"); !set)
        return failure(set.error());
    (*connection)->watch(m_stop);
    return std::make_unique<PostgresLane>(std::move(*connection), m_names, generation, table);
}

/// What cannot be dropped now is left to the next mirror.
Result<void> PostgresTarget::tidy(int keep)
{
    const auto old = m_connection->run("SELECT generation, entities FROM " + m_names.generations()
                                           + " WHERE state = 'published' ORDER BY generation DESC OFFSET $1",
                                       {QByteArray::number(std::max(1, keep))});
    if (!old)
        return failure(old.error());
    for (int row = 0; row < old->size(); ++row) {
        const QByteArray number = old->text(row, 0).toLatin1();
        for (const QString &part : partsOf(number.toLongLong(), listFrom(old->text(row, 1)))) {
            const auto isDropped = dropBesideReaders(part);
            if (!isDropped || !*isDropped)
                return isDropped.map([](bool) {});
        }
        auto noted = m_connection->transaction([&] {
            return m_connection->script("UPDATE " + m_names.generations()
                                        + " SET state = 'dropped' WHERE generation = " + number + ";\nDELETE FROM "
                                        + m_names.walks() + " WHERE generation = " + number);
        });
        if (!noted)
            return noted;
    }
    return {};
}

/// False if readers left no moment for it. They hold what they read until their transactions end, and who comes meanwhile waits
/// behind this, so it gives way after a time limit. A table at a time: readers of two tables would wait for the one that
/// is dropped and hold the one that comes next, for ever.
Result<bool> PostgresTarget::dropBesideReaders(const QString &part)
{
    constexpr int tries = 6;
    const auto drop = [&] {
        return m_connection->script("SET LOCAL lock_timeout = '300ms'").and_then([&] {
            return m_connection->script("DROP TABLE IF EXISTS " + quoted(part));
        });
    };
    for (int i = 0; i < tries; ++i) {
        const auto dropped = m_connection->transaction(drop);
        if (dropped)
            return true;
        if (m_connection->lastState() != notInTime)
            return failure(dropped.error());
    }
    return false;
}

} // namespace syncline::core::mirror::postgres
