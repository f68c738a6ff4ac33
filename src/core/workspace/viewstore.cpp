#include "core/workspace/documents.h"
#include "core/workspace/rowreading.h"
#include "core/workspace/store.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QStringList wordsOf(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

Result<int> count(Statement query)
{
    return readNumber(query).map([](qint64 n) { return int(n); });
}

OperationRow operationFrom(const Statement &row)
{
    return {row.text(0),   int(row.integer(1)), Phase(row.integer(2)), row.text(3), row.text(4),
            row.text(5),   row.text(6),         row.text(7),           row.text(8), int(row.integer(9)),
            row.bytes(10), row.text(11),        row.text(12),          row.text(13)};
}

} // namespace

Result<void> ViewStore::create()
{
    for (const QString &name : {u"view_create"_s, u"view_list_create"_s, u"activity_hubs_create"_s}) {
        if (auto done = m_db.query(name).run(); !done)
            return done;
    }
    return {};
}

Result<QList<ViewStore::Stale>> ViewStore::stale(const QString &entity, const QString &after, int limit)
{
    return readAll<Stale>(m_db.query(u"view_stale"_s).bind(entity, after, limit), [](const Statement &row) {
        return Stale{row.text(0), hubFieldsOfDocument(row.bytes(1)), row.integer(2)};
    });
}

Result<void> ViewStore::put(const Shown &row)
{
    return m_db.query(u"view_put"_s)
        .bind(row.entity, row.id, row.name, row.email, row.company, row.updatedAt, row.text)
        .run();
}

Result<void> ViewStore::forgetGone(const QString &entity)
{
    return m_db.query(u"view_forget"_s).bind(entity).run();
}

Result<int> ViewStore::fill(const Filter &filter)
{
    return m_db.query(u"view_list_clear"_s)
        .run()
        .and_then([&] {
            return m_db.query(u"view_list_fill"_s)
                .bind(filter.entity, filter.words.value(0), filter.words.value(1), filter.words.value(2),
                      filter.integration, filter.state, filter.order, filter.descending)
                .run();
        })
        .and_then([&] { return count(m_db.query(u"view_list_count"_s)); });
}

Result<int> ViewStore::fillRest(const QString &entity)
{
    return m_db.query(u"view_list_fill_rest"_s).bind(entity).run().and_then([&] {
        return count(m_db.query(u"view_list_count"_s));
    });
}

Result<QList<ViewStore::Line>> ViewStore::lines(int first, int limit)
{
    return readAll<Line>(m_db.query(u"view_lines"_s).bind(first, limit), [](const Statement &row) {
        return Line{row.text(0),          hubFieldsOfDocument(row.bytes(1)),
                    int(row.integer(2)),  row.integer(3),
                    wordsOf(row.text(4)), wordsOf(row.text(5))};
    });
}

Result<std::optional<int>> ViewStore::indexOf(const QString &id)
{
    return readFirst<int>(m_db.query(u"view_index_of"_s).bind(id),
                          [](const Statement &row) { return int(row.integer(0)); });
}

Result<QMap<QString, int>> ViewStore::countByEntity()
{
    const auto rows = readAll<QPair<QString, int>>(m_db.query(u"view_counts"_s), [](const Statement &row) {
        return QPair<QString, int>(row.text(0), int(row.integer(1)));
    });
    if (!rows)
        return failure(rows.error());
    QMap<QString, int> counts;
    for (const auto &[entity, number] : *rows)
        counts.insert(entity, number);
    return counts;
}

Result<QList<ViewStore::RunHead>> ViewStore::runsSince(Millis at)
{
    return readAll<RunHead>(m_db.query(u"activity_runs"_s).bind(at), [](const Statement &row) {
        return RunHead{row.text(0), row.integer(1), row.text(2)};
    });
}

Result<void> ViewStore::findHubs(const QStringList &words)
{
    return m_db.query(u"activity_hubs_clear"_s).run().and_then([&] {
        return m_db.query(u"activity_hubs_fill"_s).bind(words.value(0), words.value(1), words.value(2)).run();
    });
}

Result<int> ViewStore::countOperations(const OperationFilter &filter)
{
    return count(m_db.query(filter.failedOnly ? u"activity_count_failed"_s : u"activity_count"_s)
                     .bind(filter.run, filter.integration, filter.kind, filter.hubId, filter.text));
}

Result<QList<OperationRow>> ViewStore::operations(const OperationFilter &filter, int first, int limit)
{
    return readAll<OperationRow>(
        m_db.query(filter.failedOnly ? u"activity_page_failed"_s : u"activity_page"_s)
            .bind(filter.run, filter.integration, filter.kind, filter.hubId, filter.text, limit, first),
        operationFrom);
}

Result<QList<OperationRow>> ViewStore::operationsDownFrom(const QString &run, int seq, int limit)
{
    return readAll<OperationRow>(m_db.query(u"activity_page_dense"_s).bind(run, seq, limit), operationFrom);
}

Result<int> ViewStore::countErrors(const QString &run, const QString &integrationName, const QString &text)
{
    return count(m_db.query(u"activity_error_count"_s).bind(run, integrationName, text));
}

Result<QList<QPair<int, QJsonObject>>> ViewStore::errors(const QString &run, const QString &integrationName,
                                                         const QString &text, int first, int limit)
{
    return readAll<QPair<int, QJsonObject>>(
        m_db.query(u"activity_error_page"_s).bind(run, integrationName, text, limit, first),
        [](const Statement &row) { return QPair<int, QJsonObject>(int(row.integer(0)), parseObject(row.bytes(1))); });
}

} // namespace syncline::core
