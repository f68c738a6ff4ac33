#include "core/mirror/sqlitelane.h"

#include "core/mirror/sqlitemerge.h"
#include "core/mirror/sqltext.h"

using namespace Qt::StringLiterals;

namespace syncline::core::mirror::sqlite {

namespace {

QByteArray arrayOf(const QList<Row> &rows)
{
    QByteArray array = "[";
    for (const Row &row : rows)
        array += (array.size() > 1 ? "," : "") + row.document;
    return array + ']';
}

} // namespace

Result<void> SqliteLane::land(const Landing &landing)
{
    std::vector<SqliteConnection::Cells> rows, arrays;
    qint64 chunk = landing.walk.pages - qint64(landing.pages.size());
    for (const QList<Row> &page : landing.pages) {
        for (qsizetype i = 0; i < page.size(); ++i)
            rows.push_back(cellsOf(m_table, page[i], chunk, i));
        if (!page.isEmpty())
            arrays.push_back({m_generation.syncId.toUtf8(), m_table.entity.name.toUtf8(), QByteArray::number(chunk),
                              QByteArray::number(page.size()), arrayOf(page)});
        ++chunk;
    }
    const Walk &walk = landing.walk;
    const SqliteConnection::Cells state{QByteArray::number(m_generation.number),
                                        walk.entity.toUtf8(),
                                        walk.cursor.toUtf8(),
                                        walk.nextCursor.toUtf8(),
                                        walk.resumeAfter.toUtf8(),
                                        QByteArray::number(walk.delivered),
                                        QByteArray::number(walk.pages),
                                        QByteArray(walk.isDone ? "1" : "0")};
    const QByteArray data = quoted(part(m_prefix + u"_sync_data"_s, m_generation.number));
    return m_connection->transaction([&] {
        auto done = m_connection->runEach(insertRow(m_table, m_generation.number), rows);
        if (done)
            done = m_connection->runEach(
                "INSERT INTO " + data + " (sync_id, data_type, chunk, record_count, json_data) VALUES (?, ?, ?, ?, ?)",
                arrays);
        if (!done)
            return done;
        return m_connection->runEach(
            "INSERT INTO " + quoted(m_prefix + u"_mirror_walks"_s)
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (generation, entity) DO UPDATE SET next_cursor ="
                  " excluded.next_cursor, resume_after = excluded.resume_after, delivered = excluded.delivered,"
                  " pages = excluded.pages, is_done = excluded.is_done",
            {state});
    });
}

Result<void> SqliteLane::finish()
{
    return m_connection->transaction([&] {
        return m_connection->script(createIndexes(m_table, m_generation.number)
                                    + dropRepeated(m_prefix, m_table, m_generation.number));
    });
}

} // namespace syncline::core::mirror::sqlite
