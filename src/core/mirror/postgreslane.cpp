#include "core/mirror/postgreslane.h"

#include "core/mirror/postgrescopy.h"
#include "core/mirror/postgresmerge.h"

using namespace Qt::StringLiterals;

namespace syncline::core::mirror::postgres {

namespace {

const QByteArray notUnique = "23505";

} // namespace

Result<void> PostgresLane::land(const Landing &landing)
{
    return m_connection->transaction([&] {
        auto done = copyPages(landing);
        return done ? moveWalk(landing.walk) : done;
    });
}

Result<void> PostgresLane::copyPages(const Landing &landing)
{
    QByteArray rows;
    DataCopy data;
    bool isEmpty = true;
    qint64 chunk = landing.walk.pages - qint64(landing.pages.size());
    for (const QList<Row> &page : landing.pages) {
        for (int i = 0; i < page.size(); ++i)
            appendCopyRow(rows, m_table, page[i], chunk, i);
        if (!page.isEmpty())
            data.append(m_generation.syncId, m_table.entity.name, chunk, page);
        isEmpty = isEmpty && page.isEmpty();
        ++chunk;
    }
    if (isEmpty)
        return {};
    auto done = m_connection->copy("COPY " + quoted(m_part) + " (" + copyColumns(m_table) + ") FROM STDIN", rows);
    if (!done)
        return done;
    const QByteArray part = quoted(Names::part(m_names.data(), m_generation.number));
    return m_connection->copy("COPY " + part + " (" + DataCopy::columns + ") FROM STDIN (FORMAT binary)", data.take());
}

Result<void> PostgresLane::moveWalk(const Walk &walk)
{
    const PostgresConnection::Parameters parameters{QByteArray::number(m_generation.number),
                                                    walk.entity.toUtf8(),
                                                    walk.cursor.toUtf8(),
                                                    walk.nextCursor.toUtf8(),
                                                    walk.resumeAfter.toUtf8(),
                                                    QByteArray::number(walk.delivered),
                                                    QByteArray::number(walk.pages),
                                                    QByteArray(walk.isDone ? "t" : "f")};
    return m_connection
        ->run("INSERT INTO " + m_names.walks()
                  + " AS w VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (generation, entity) DO UPDATE SET"
                    " next_cursor = excluded.next_cursor, resume_after = excluded.resume_after,"
                    " delivered = excluded.delivered, pages = excluded.pages, is_done = excluded.is_done",
              parameters)
        .map([](const PostgresRows &) {});
}

/// A record may come twice: the later one counts.
Result<void> PostgresLane::finish()
{
    auto unique = m_connection->script(uniqueIndex(m_part));
    if (!unique && m_connection->lastState() == notUnique) {
        unique = m_connection->transaction(
            [&] { return m_connection->script(dropRepeated(m_names, m_table, m_generation.number)); });
        if (unique)
            unique = m_connection->script(uniqueIndex(m_part));
    }
    return unique ? m_connection->script(otherIndexes(m_part, m_table.columns)) : unique;
}

} // namespace syncline::core::mirror::postgres
