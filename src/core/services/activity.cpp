#include "core/services/activity.h"

#include "core/engine/context.h"
#include "core/services/recordlist.h"
#include "foundation/log.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// Nothing but the run and the time is asked: the numbers of the operations are the list.
bool isPlain(const ActivityQuery &query)
{
    return query.integration.isEmpty() && query.kind.isEmpty() && !query.failedOnly && query.record.isEmpty()
        && query.text.isEmpty();
}

bool showsErrors(const ActivityQuery &query)
{
    return query.kind.isEmpty() && query.record.isEmpty();
}

ViewStore::OperationFilter filterOf(const ActivityQuery &query, const QString &run)
{
    return {run, query.integration, query.kind, query.record, query.text, query.failedOnly};
}

ActivityLine lineOf(const OperationRow &row)
{
    ActivityLine line;
    line.run = row.run;
    line.seq = row.seq;
    line.integration = row.integration;
    line.entity = row.entity;
    line.kind = row.kind;
    line.record = row.hubId;
    line.remoteId = row.remoteId;
    line.outcome = row.outcome;
    line.what = redact(row.detail.isEmpty() ? row.reason : row.detail);
    return line;
}

ActivityLine lineOf(const QString &run, int seq, const QJsonObject &error)
{
    ActivityLine line;
    line.run = run;
    line.seq = seq;
    line.isError = true;
    line.system = error.value("integration"_L1).toString();
    line.entity = error.value("entity"_L1).toString();
    line.kind = u"read"_s;
    const QString record = error.value("record"_L1).toString();
    (record.startsWith("hub:"_L1) ? line.record : line.remoteId) = record.startsWith("hub:"_L1) ? record.mid(4)
                                                                                                : record;
    line.outcome = u"failed"_s;
    line.what = redact(error.value("message"_L1).toString());
    return line;
}

} // namespace

bool ActivityLine::hasFailed() const
{
    return isError || outcome == "failed"_L1 || outcome == "refused"_L1 || outcome == "lost"_L1;
}

Result<ActivityIndex> Activity::open(const ActivityQuery &query)
{
    Stores &stores = m_session.stores();
    if (auto done = stores.views.create(); !done)
        return failure(done.error());
    if (!query.text.isEmpty()) {
        auto done = RecordList(m_session).prepareSearch().and_then(
            [&] { return stores.views.findHubs(searchWords(query.text)); });
        if (!done)
            return failure(done.error());
    }
    const auto integrations = stores.integrations.all();
    const auto runs = stores.views.runsSince(query.since);
    if (!integrations || !runs)
        return failure(integrations ? runs.error() : integrations.error());
    QString name;
    for (const IntegrationRow &row : *integrations)
        name = row.id == query.integration ? row.name : name;
    ActivityIndex index{query, {}, 0};
    for (const ViewStore::RunHead &run : *runs) {
        if (!query.run.isEmpty() && query.run != run.id)
            continue;
        const auto operations = isPlain(query) ? stores.runs.lastSeq(run.id)
                                               : stores.views.countOperations(filterOf(query, run.id));
        const auto errors = showsErrors(query) ? stores.views.countErrors(run.id, name, query.text) : Result<int>(0);
        if (!operations || !errors)
            return failure(operations ? errors.error() : operations.error());
        if (*operations + *errors > 0)
            index.segments.append({run.id, run.startedAt, *errors, *operations});
        index.count += *operations + *errors;
    }
    return index;
}

Result<QList<ActivityLine>> Activity::lines(const ActivityIndex &index, int first, int count)
{
    const auto integrations = m_session.stores().integrations.all();
    if (!integrations)
        return failure(integrations.error());
    m_names.clear();
    for (const IntegrationRow &row : *integrations)
        m_names.insert(row.id, row.name);
    QList<ActivityLine> all;
    int begin = 0;
    for (const ActivityIndex::Segment &segment : index.segments) {
        const int size = segment.errors + segment.operations;
        if (begin + size > first && all.size() < count) {
            const int from = std::max(0, first - begin);
            const auto part = segmentLines(index, segment, from, std::min(size - from, count - int(all.size())));
            if (!part)
                return failure(part.error());
            all += *part;
        }
        begin += size;
        if (all.size() >= count)
            break;
    }
    return all;
}

Result<QList<ActivityLine>> Activity::segmentLines(const ActivityIndex &index, const ActivityIndex::Segment &segment,
                                                   int first, int count)
{
    ViewStore &views = m_session.stores().views;
    QList<ActivityLine> lines;
    if (first < segment.errors) {
        const auto errors = views.errors(segment.run, m_names.value(index.query.integration), index.query.text, first,
                                         std::min(count, segment.errors - first));
        if (!errors)
            return failure(errors.error());
        for (const auto &[seq, document] : *errors)
            lines.append(lineOf(segment.run, seq, document));
    }
    const int from = std::max(0, first - segment.errors), rest = count - int(lines.size());
    if (rest > 0) {
        const auto rows = isPlain(index.query) ? views.operationsDownFrom(segment.run, segment.operations - from, rest)
                                               : views.operations(filterOf(index.query, segment.run), from, rest);
        if (!rows)
            return failure(rows.error());
        for (const OperationRow &row : *rows) {
            lines.append(lineOf(row));
            lines.last().system = m_names.value(row.integration, row.integration);
        }
    }
    for (ActivityLine &line : lines) {
        line.at = segment.at;
        const auto title = titleOf(line.record, line.remoteId);
        if (!title)
            return failure(title.error());
        line.title = *title;
    }
    return lines;
}

Result<QString> Activity::titleOf(const QString &hubId, const QString &remoteId)
{
    if (!hubId.isEmpty()) {
        const auto hub = m_session.stores().records.hub(hubId);
        if (!hub)
            return failure(hub.error());
        const QString name = *hub ? displayName(openGroups(valuesOf((*hub)->fields))) : QString();
        if (!name.isEmpty())
            return name;
    }
    return remoteId;
}

Result<void> Activity::retry(const ActivityLine &line)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    if (line.record.isEmpty())
        return {}; // records without a link are looked at in every run
    return m_session.stores().db.transaction("retry", [&] { return m_session.stores().records.touch(line.record); });
}

Result<int> Activity::retry(const ActivityIndex &index)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return failure(allowed.error());
    const auto all = lines(index, 0, index.count);
    if (!all)
        return failure(all.error());
    int count = 0;
    auto done = m_session.stores().db.transaction("retry", [&]() -> Result<void> {
        for (const ActivityLine &line : *all) {
            if (!line.hasFailed())
                continue;
            ++count;
            if (line.record.isEmpty())
                continue;
            if (auto touched = m_session.stores().records.touch(line.record); !touched)
                return touched;
        }
        return {};
    });
    if (!done)
        return failure(done.error());
    return count;
}

} // namespace syncline::core
