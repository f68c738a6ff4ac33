#include "core/mirror/sqlitetarget.h"

#include "core/mirror/sqlitelane.h"
#include "core/mirror/sqlitemerge.h"
#include "core/mirror/sqltext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core::mirror::sqlite {

namespace {

using Cells = SqliteConnection::Cells;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::mirror::Sqlite", text);
}

QString textOf(const SqliteConnection::Cell &cell)
{
    return QString::fromUtf8(cell.value_or(QByteArray()));
}

qint64 numberOf(const SqliteConnection::Cell &cell)
{
    return cell.value_or(QByteArray()).toLongLong();
}

QStringList columnNames(const Table &table)
{
    QStringList names{u"id"_s, u"chunk"_s, u"position"_s};
    for (const Column &column : table.columns)
        names << column.name;
    return names;
}

const QStringList dataColumns{u"sync_id"_s,      u"data_type"_s, u"chunk"_s,
                              u"record_count"_s, u"synced_at"_s, u"json_data"_s};

} // namespace

SqliteTarget::SqliteTarget(QString file, std::unique_ptr<SqliteConnection> connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
    , m_turn(m_file + u".mirror-lock"_s)
{
    m_turn.setStaleLockTime(0); // only whose program has ended
}

Result<std::unique_ptr<Target>> SqliteTarget::connect(const QString &file)
{
    auto connection = SqliteConnection::open(file);
    if (!connection)
        return failure(connection.error());
    return std::unique_ptr<Target>(new SqliteTarget(file, std::move(*connection)));
}

QByteArray SqliteTarget::named(const char *ending) const
{
    return quoted(m_prefix + QLatin1StringView(ending));
}

Result<Standing> SqliteTarget::open(const QString &prefix, const QString &account, const QStringList &tables,
                                    std::stop_token)
{
    m_prefix = prefix;
    if (!m_turn.tryLock(0)) {
        return failure(ErrorKind::Conflict, tr("Another mirror is at work in %1.").arg(name()),
                       tr("Wait until it has ended."));
    }
    if (auto ours = refuseForeign(sharedNames(prefix) + tables); !ours)
        return failure(ours.error());
    auto made = m_connection->transaction([&] { return m_connection->script(createShared(prefix)); });
    if (made)
        made = claim(account);
    if (!made)
        return failure(made.error());
    return standing();
}

Result<void> SqliteTarget::refuseForeign(const QStringList &names)
{
    const auto found = m_connection->rows(
        "SELECT name, coalesce(sql, '') FROM sqlite_master WHERE type IN ('table', 'view')"
        " AND name IN (SELECT value FROM json_each(?)) ORDER BY name",
        {listText(names)});
    if (!found)
        return failure(found.error());
    for (const Cells &row : *found) {
        if (!row[1].value_or(QByteArray()).contains(mark))
            return failure(ErrorKind::Conflict,
                           tr("%1 holds something named %2 that is not Syncline's.").arg(name(), textOf(row[0])),
                           tr("Rename it, or give the mirror other names with --prefix. Nothing was changed."));
    }
    return {};
}

Result<void> SqliteTarget::claim(const QString &account)
{
    auto claimed = m_connection->runEach("INSERT INTO " + named("_mirror")
                                             + " (one, account) VALUES (1, ?) ON CONFLICT (one) DO NOTHING",
                                         {{account.toUtf8()}});
    if (!claimed)
        return claimed;
    const auto owner = m_connection->rows("SELECT account FROM " + named("_mirror"));
    if (!owner)
        return failure(owner.error());
    if (textOf(owner->front()[0]) != account) {
        return failure(
            ErrorKind::Conflict,
            tr("The tables %1_… in %2 are the mirror of %3.").arg(m_prefix, name(), textOf(owner->front()[0])),
            tr("Give this mirror other names with --prefix. Nothing was changed."));
    }
    return {};
}

Result<Standing> SqliteTarget::standing()
{
    const auto found = m_connection->rows("SELECT generation, entities, cursors, counts, full_at,"
                                          " (SELECT coalesce(max(generation), 0) FROM "
                                          + named("_mirror_generations") + ") FROM " + named("_mirror"));
    if (!found)
        return failure(found.error());
    const Cells &state = found->front();
    Standing standing;
    standing.isPublished = state[0].has_value();
    standing.entities = listFrom(textOf(state[1]));
    standing.cursors = cursorsFrom(textOf(state[2]));
    standing.counts = countsFrom(textOf(state[3]));
    if (state[4])
        standing.fullAt = timeFrom(textOf(state[4]));
    standing.lastNumber = numberOf(state[5]);
    if (auto read = readUnfinished(standing); !read)
        return failure(read.error());
    return standing;
}

Result<void> SqliteTarget::readUnfinished(Standing &standing)
{
    const auto begun = m_connection->rows("SELECT generation, kind, sync_id, started_at, entities FROM "
                                          + named("_mirror_generations")
                                          + " WHERE state = 'loading' ORDER BY generation DESC LIMIT 1");
    if (!begun)
        return failure(begun.error());
    if (begun->empty())
        return {};
    const Cells &row = begun->front();
    standing.unfinished = Generation{numberOf(row[0]), textOf(row[1]) == "full"_L1 ? Kind::Full : Kind::Incremental,
                                     textOf(row[2]), timeFrom(textOf(row[3])), listFrom(textOf(row[4]))};
    const auto walks = m_connection->rows(
        "SELECT entity, cursor, next_cursor, resume_after, delivered, pages, is_done FROM " + named("_mirror_walks")
            + " WHERE generation = ?",
        {row[0]});
    if (!walks)
        return failure(walks.error());
    for (const Cells &walk : *walks)
        standing.walks.insert(textOf(walk[0]),
                              {textOf(walk[0]), textOf(walk[1]), textOf(walk[2]), textOf(walk[3]), numberOf(walk[4]),
                               numberOf(walk[5]), numberOf(walk[6]) == 1});
    return {};
}

Result<QList<Table>> SqliteTarget::begin(const Generation &generation, const QList<Table> &tables)
{
    QStringList names{part(m_prefix + u"_sync_data"_s, generation.number)};
    for (const Table &table : tables)
        names << table.name << part(table.name, generation.number);
    if (auto ours = refuseForeign(names); !ours)
        return failure(ours.error());
    auto done = m_connection->transaction([&] {
        auto noted = m_connection->runEach(
            "INSERT INTO " + named("_mirror_generations")
                + " VALUES (?, ?, ?, ?, 'loading', ?) ON CONFLICT (generation) DO NOTHING",
            {{QByteArray::number(generation.number), kindName(generation.kind).toUtf8(), generation.syncId.toUtf8(),
              timeText(generation.startedAt), listText(generation.entities)}});
        if (noted)
            noted = m_connection->script(createData(m_prefix, generation.number));
        for (const Table &table : tables) {
            m_roles.set(table);
            if (noted)
                noted = m_connection->script(createRows(table, generation.number));
            if (noted)
                noted = addMissing(table, generation.number);
        }
        return noted;
    });
    if (!done)
        return failure(done.error());
    return tables;
}

/// A generation that is gone on with may lack a field that was made meanwhile.
Result<void> SqliteTarget::addMissing(const Table &table, qint64 generation)
{
    const auto known = m_connection->rows("SELECT name FROM pragma_table_info(?)",
                                          {part(table.name, generation).toUtf8()});
    if (!known)
        return failure(known.error());
    QStringList names;
    for (const Cells &row : *known)
        names << textOf(row[0]);
    QByteArray sql;
    for (const Column &column : table.columns) {
        if (!names.contains(column.name))
            sql += addColumn(table, column, generation);
    }
    return m_connection->script(sql);
}

QByteArray SqliteTarget::dropParts(qint64 generation, const QStringList &entities) const
{
    QByteArray sql = "DROP TABLE IF EXISTS " + quoted(part(m_prefix + u"_sync_data"_s, generation)) + ";\n";
    for (const QString &entity : entities)
        sql += "DROP TABLE IF EXISTS " + quoted(part(m_prefix + u'_' + snakeCase(entity), generation)) + ";\n";
    return sql;
}

Result<void> SqliteTarget::discard(const Generation &generation)
{
    const QByteArray number = QByteArray::number(generation.number);
    return m_connection->transaction([&] {
        return m_connection->script(dropParts(generation.number, generation.entities) + "DELETE FROM "
                                    + named("_mirror_walks") + " WHERE generation = " + number + ";\nUPDATE "
                                    + named("_mirror_generations")
                                    + " SET state = 'given up' WHERE generation = " + number);
    });
}

Result<std::unique_ptr<Lane>> SqliteTarget::lane(const Generation &generation, const Table &table)
{
    auto connection = SqliteConnection::open(m_file);
    if (!connection)
        return failure(connection.error());
    return std::make_unique<SqliteLane>(std::move(*connection), m_prefix, generation, table);
}

QByteArray SqliteTarget::showAll(const QList<Table> &tables, qint64 generation) const
{
    QByteArray sql = createView(m_prefix + u"_sync_data"_s, generation, dataColumns);
    for (const Table &table : tables)
        sql += createView(table.name, generation, columnNames(table));
    return sql;
}

Result<QMap<QString, qint64>> SqliteTarget::publish(const LogEntry &entry, const QList<Table> &tables,
                                                    const QMap<QString, Walk> &walks)
{
    QMap<QString, qint64> counts;
    auto done = m_connection->transaction([&] { return put(entry, tables, walks, counts); });
    if (!done)
        return failure(done.error());
    return counts;
}

Result<void> SqliteTarget::put(const LogEntry &entry, const QList<Table> &tables, const QMap<QString, Walk> &walks,
                               QMap<QString, qint64> &counts)
{
    const Generation &generation = entry.generation;
    const bool isFull = generation.kind == Kind::Full;
    const auto state = m_connection->rows("SELECT generation FROM " + named("_mirror"));
    if (!state)
        return failure(state.error());
    const qint64 current = isFull ? generation.number : numberOf(state->front()[0]);
    QByteArray sql;
    for (const Table &table : tables) {
        if (isFull)
            continue;
        if (auto added = addMissing(table, current); !added)
            return added;
        sql += mergeInto(m_prefix, table, generation.number, current, generation.syncId);
    }
    if (!isFull)
        sql += dropParts(generation.number, generation.entities);
    sql += showAll(tables, current) + "UPDATE " + named("_mirror_generations") + " SET state = "
        + (isFull ? "'published'" : "'merged'") + " WHERE generation = " + QByteArray::number(generation.number);
    if (auto done = m_connection->script(sql); !done)
        return done;
    for (const Table &table : tables) {
        const auto counted = m_connection->rows("SELECT count(*) FROM " + quoted(table.name));
        if (!counted)
            return failure(counted.error());
        counts.insert(table.entity.name, numberOf(counted->front()[0]));
    }
    const QByteArray startedAt = timeText(generation.startedAt);
    auto moved = m_connection->runEach(
        "UPDATE " + named("_mirror")
            + " SET generation = ?, entities = ?, cursors = ?, counts = ?,"
              " full_at = coalesce(?, full_at), data_at = ?",
        {{QByteArray::number(current), listText(generation.entities), cursorsText(walks), countsText(counts),
          isFull ? std::optional(startedAt) : std::nullopt, startedAt}});
    return moved ? log(entry, counts) : moved;
}

Result<void> SqliteTarget::log(const LogEntry &entry, const QMap<QString, qint64> &counts)
{
    const Generation &generation = entry.generation;
    return m_connection->runEach(
        "INSERT INTO " + named("_sync_logs")
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, '')) ON CONFLICT (sync_id) DO UPDATE SET duration_ms ="
              " excluded.duration_ms, overall_success = excluded.overall_success, contacts_count = "
              "excluded.contacts_count,"
              " deals_count = excluded.deals_count, counts = excluded.counts, requests = excluded.requests,"
              " throttled_ms = excluded.throttled_ms, error = excluded.error",
        {{generation.syncId.toUtf8(), timeText(generation.startedAt), QByteArray::number(entry.durationMs),
          kindName(generation.kind).toUtf8(), QByteArray(entry.error.isEmpty() ? "1" : "0"),
          m_roles.count(u"contact"_s, counts), m_roles.count(u"deal"_s, counts), countsText(counts),
          QByteArray::number(entry.requests), QByteArray::number(entry.throttledMs), entry.error.toUtf8()}});
}

Result<void> SqliteTarget::tidy(int keep)
{
    const auto old = m_connection->rows("SELECT generation, entities FROM " + named("_mirror_generations")
                                            + " WHERE state = 'published' ORDER BY generation DESC LIMIT -1 OFFSET ?",
                                        {QByteArray::number(std::max(1, keep))});
    if (!old)
        return failure(old.error());
    for (const Cells &row : *old) {
        const QByteArray number = row[0].value_or(QByteArray());
        auto dropped = m_connection->transaction([&] {
            return m_connection->script(dropParts(number.toLongLong(), listFrom(textOf(row[1]))) + "UPDATE "
                                        + named("_mirror_generations")
                                        + " SET state = 'dropped' WHERE generation = " + number + ";\nDELETE FROM "
                                        + named("_mirror_walks") + " WHERE generation = " + number);
        });
        if (!dropped)
            return dropped;
    }
    return {};
}

} // namespace syncline::core::mirror::sqlite
