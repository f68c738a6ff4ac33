#include "connectors/salesforce/salesforcedeletions.h"

#include "connectors/common/wirevalues.h"
#include "connectors/salesforce/salesforceids.h"
#include "connectors/salesforce/salesforceobjects.h"
#include "connectors/salesforce/salesforcesoql.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

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

} // namespace

Result<DeletedFeed> deletedRecords(Api &api, const RemoteEntity &entity, const std::optional<QString> &cursor,
                                   const Capabilities &capabilities, std::stop_token stop)
{
    const QString about = tr("The recycle bin of %1").arg(entity.name);
    const auto since = cursor ? instant(*cursor) : std::nullopt;
    if (!since)
        return begin(api, entity, about, std::move(stop));
    QStringList columns{u"Id"_s};
    if (entity.field(masterColumn))
        columns.append(masterColumn);
    DeletedFeed feed{{}, *cursor};
    for (QString last;;) {
        QStringList conditions{deletedColumn + u" = true"_s,
                               modifiedColumn + u" >= "_s + isoInstant(*since - capabilities.overlap)};
        if (!last.isEmpty())
            conditions << u"Id > "_s + quoted(last);
        const QString soql = select(columns, entity.name, conditions)
            + u" ORDER BY Id LIMIT %1"_s.arg(capabilities.pageSize);
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
        if (!end->wasCut && end->rows < capabilities.pageSize)
            return feed;
        last = feed.records.isEmpty() ? QString() : feed.records.last().id;
    }
}

} // namespace syncline::connectors::salesforce
