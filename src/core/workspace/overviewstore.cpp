#include "core/workspace/overviewstore.h"

#include "core/workspace/documents.h"
#include "core/workspace/rowreading.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

OperationRow operationFrom(const Statement &row)
{
    return {row.text(0),   int(row.integer(1)), Phase(row.integer(2)), row.text(3), row.text(4),
            row.text(5),   row.text(6),         row.text(7),           row.text(8), int(row.integer(9)),
            row.bytes(10), row.text(11),        row.text(12),          row.text(13)};
}

/// For LIKE: the text anywhere.
QString patternOf(const QString &text)
{
    QString pattern = text;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + pattern + u'%';
}

} // namespace

Result<QList<OverviewStore::HubCount>> OverviewStore::hubs()
{
    return readAll<HubCount>(m_db.query(u"overview_hubs"_s), [](const Statement &row) {
        return HubCount{row.text(0), HubState(row.integer(1)), row.integer(2) != 0, row.integer(3) != 0,
                        int(row.integer(4))};
    });
}

Result<QList<OverviewStore::StrangerCount>> OverviewStore::strangers()
{
    return readAll<StrangerCount>(m_db.query(u"overview_strangers"_s), [](const Statement &row) {
        return StrangerCount{row.text(0), row.text(1),         row.text(2),
                             row.text(3), row.integer(4) != 0, int(row.integer(5))};
    });
}

Result<QList<OverviewStore::Failing>> OverviewStore::failing()
{
    return readAll<Failing>(m_db.query(u"overview_failing"_s), [](const Statement &row) {
        return Failing{
            row.text(0),         row.text(1),         row.text(2), row.text(3), row.text(4), HubState(row.integer(5)),
            row.integer(6) != 0, row.integer(7) != 0, row.text(8), row.text(9)};
    });
}

Result<QList<OverviewStore::WaitingCount>> OverviewStore::waiting()
{
    return readAll<WaitingCount>(m_db.query(u"overview_waiting"_s), [](const Statement &row) {
        return WaitingCount{row.text(0), row.text(1), row.integer(2) != 0, int(row.integer(3))};
    });
}

Result<QList<OverviewStore::ReasonCount>> OverviewStore::reasons(const QString &run)
{
    return readAll<ReasonCount>(m_db.query(u"overview_reasons"_s).bind(run), [](const Statement &row) {
        return ReasonCount{row.text(0), row.text(1), Status(row.integer(2)), row.text(3), int(row.integer(4))};
    });
}

Result<QList<OperationRow>> OverviewStore::latestOperations(const QString &run, int limit)
{
    return readAll<OperationRow>(m_db.query(u"overview_latest_operations"_s).bind(run, limit), operationFrom);
}

Result<QList<OverviewStore::Planned>> OverviewStore::plan(const QString &run)
{
    return readAll<Planned>(m_db.query(u"preview_index"_s).bind(run), [](const Statement &row) {
        return Planned{int(row.integer(0)), Phase(row.integer(1)), row.text(2), row.text(3),
                       row.text(4),         row.text(5),           row.text(6), row.integer(7) != 0};
    });
}

Result<QList<int>> OverviewStore::search(const QString &run, const QString &text)
{
    return readAll<int>(m_db.query(u"preview_search"_s).bind(run, patternOf(text)),
                        [](const Statement &row) { return int(row.integer(0)); });
}

Result<void> OverviewStore::moveRecord(const QString &run, const QString &hubId, const QString &toRun)
{
    return m_db.query(u"operation_move"_s).bind(toRun, run, hubId).run().and_then([&] {
        return m_db.query(u"ledger_move_hub"_s).bind(toRun, run, hubId).run();
    });
}

Result<QList<OverviewStore::Fate>> OverviewStore::fates(const QString &undoRun)
{
    return readAll<Fate>(m_db.query(u"undone_index"_s).bind(undoRun), [](const Statement &row) {
        return Fate{int(row.integer(0)), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
    });
}

Result<std::optional<QJsonObject>> OverviewStore::fate(const QString &undoRun, int id)
{
    return readFirst<QJsonObject>(m_db.query(u"undone_get"_s).bind(undoRun, id),
                                  [](const Statement &row) { return parseObject(row.bytes(0)); });
}

Result<QList<int>> OverviewStore::searchFates(const QString &undoRun, const QString &text)
{
    return readAll<int>(m_db.query(u"undone_search"_s).bind(undoRun, patternOf(text)),
                        [](const Statement &row) { return int(row.integer(0)); });
}

Result<OverviewStore::RunTotals> OverviewStore::runTotals()
{
    return readFirst<RunTotals>(m_db.query(u"overview_run_totals"_s),
                                [](const Statement &row) {
                                    return RunTotals{int(row.integer(0)), int(row.integer(1)), row.integer(2)};
                                })
        .map([](const std::optional<RunTotals> &totals) { return totals.value_or(RunTotals{}); });
}

} // namespace syncline::core
