#include "connectors/salesforce/salesforcedeletions.h"

#include "connectors/common/wirevalues.h"
#include "connectors/salesforce/salesforceids.h"
#include "connectors/salesforce/salesforceobjects.h"
#include "connectors/salesforce/salesforcesoql.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

constexpr std::chrono::seconds shortestSpan{60}; ///< of the log of deletions

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::Deletions", text);
}

DeletedRecord deletedRecord(JsonView row)
{
    const QString master = longId(row[masterColumn.toStdString()].text());
    return {longId(row["Id"].text()), master.isEmpty() ? std::nullopt : std::optional(master)};
}

/// Where a feed begins that nobody has read yet: now, by the server's clock.
Result<DeletedFeed> begin(Api &api, const RemoteEntity &entity, const QString &about, std::stop_token stop)
{
    const QString soql = select({u"Id"_s}, entity.name, {}) + u" LIMIT 1"_s;
    return api
        .query(
            {soql, about, false}, [](JsonView) { return Result<void>(); }, std::move(stop))
        .map([](const Api::QueryEnd &end) {
            return DeletedFeed{{}, end.date ? isoInstant(*end.date) : QString()};
        });
}

/// What lies in the recycle bin, page by page.
Result<DeletedFeed> inBin(Api &api, const RemoteEntity &entity, const QString &about, std::chrono::seconds since,
                          int pageSize, std::stop_token stop)
{
    QStringList columns{u"Id"_s};
    if (entity.field(masterColumn))
        columns.append(masterColumn);
    DeletedFeed feed;
    for (QString last;;) {
        QStringList conditions{deletedColumn + u" = true"_s, modifiedColumn + u" >= "_s + isoInstant(since)};
        if (!last.isEmpty())
            conditions << u"Id > "_s + quoted(last);
        const QString soql = select(columns, entity.name, conditions) + u" ORDER BY Id LIMIT %1"_s.arg(pageSize);
        const bool isFirst = last.isEmpty();
        const auto end = api.query(
            {soql, about, true},
            [&](JsonView rows) -> Result<void> {
                for (const JsonView row : rows)
                    feed.records.append(deletedRecord(row));
                return {};
            },
            stop);
        if (!end)
            return failure(end.error());
        if (isFirst && end->date)
            feed.nextCursor = isoInstant(*end->date);
        if (!end->wasCut && end->rows < pageSize)
            return feed;
        last = feed.records.isEmpty() ? QString() : feed.records.last().id;
    }
}

/// The log of deletions names what the bin does not hold any more, too, but not what became of it. It goes back fifteen days
/// and is kept for some objects only: what it does not tell is found by whole readings.
Result<void> addFromLog(Api &api, const RemoteEntity &entity, std::chrono::seconds since, DeletedFeed &feed,
                        std::stop_token stop)
{
    constexpr std::chrono::seconds reach = std::chrono::days(15) - std::chrono::minutes(2);
    const auto now = instant(feed.nextCursor);
    if (!now || *now - since < shortestSpan)
        return {};
    const QByteArray path = api.path("/sobjects/" + entity.name.toLatin1() + "/deleted/");
    const QByteArray query = "start=" + encodeComponent(isoInstant(std::max(since, *now - reach)))
        + "&end=" + encodeComponent(isoInstant(*now));
    const auto answer = api.get(path, query, std::move(stop));
    if (!answer)
        return failure(answer.error());
    const JsonView deleted = answer->root["deletedRecords"];
    if (!answer->isSuccess() || !deleted.isArray())
        return {};
    QSet<QString> known;
    for (const DeletedRecord &record : std::as_const(feed.records))
        known.insert(record.id);
    for (const JsonView row : deleted) {
        const QString id = longId(row["id"].text());
        if (!id.isEmpty() && !known.contains(id))
            feed.records.append({id, std::nullopt});
    }
    // It is behind its own end: the next question begins where it stopped.
    const auto covered = instant(answer->root["latestDateCovered"].text());
    if (covered && *covered < *now)
        feed.nextCursor = isoInstant(*covered);
    return {};
}

} // namespace

Result<DeletedFeed> deletedRecords(Api &api, const RemoteEntity &entity, const std::optional<QString> &cursor,
                                   const Capabilities &capabilities, std::stop_token stop)
{
    const QString about = tr("The recycle bin of %1").arg(entity.name);
    if (!entity.field(deletedColumn))
        return failure(ErrorKind::NotFound, tr("Nobody deletes records of %1 in Salesforce.").arg(entity.name));
    const auto last = cursor ? instant(*cursor) : std::nullopt;
    if (!last)
        return begin(api, entity, about, std::move(stop));
    const std::chrono::seconds since = *last - capabilities.overlap;
    auto feed = inBin(api, entity, about, since, capabilities.pageSize, stop);
    if (!feed)
        return feed;
    if (feed->nextCursor.isEmpty())
        feed->nextCursor = *cursor;
    if (auto done = addFromLog(api, entity, since, *feed, stop); !done)
        return failure(done.error());
    return feed;
}

} // namespace syncline::connectors::salesforce
