#include "connectors/salesforce/salesforcereader.h"

#include "connectors/common/batches.h"
#include "connectors/common/wirevalues.h"
#include "connectors/salesforce/salesforcedecoding.h"
#include "connectors/salesforce/salesforceids.h"
#include "connectors/salesforce/salesforceobjects.h"
#include "connectors/salesforce/salesforcesoql.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

constexpr int longestChain = 5; ///< merges of merged records that are followed

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::Reader", text);
}

Error brokenOff(const QString &about)
{
    return {ErrorKind::Server,
            tr("%1: Salesforce broke off its answer.").arg(about),
            tr("The next run tries again."),
            {},
            {},
            false};
}

} // namespace

QString Reader::about(const RemoteEntity &entity) const
{
    return tr("The records of %1").arg(entity.name);
}

Result<QList<RemoteRecord>> Reader::decoded(const RemoteEntity &entity, JsonView rows, const QStringList &fields) const
{
    QList<RemoteRecord> records;
    for (const JsonView row : rows) {
        auto record = decodedRecord(entity, row, fields);
        if (!record)
            return failure(record.error());
        records.append(std::move(*record));
    }
    return records;
}

Result<int> Reader::complete(const RemoteEntity &entity, const QStringList &fields, QList<RemoteRecord> &records,
                             std::stop_token stop)
{
    const bool isAsked = fields.contains(contactsField) && entity.field(contactsField) && !records.isEmpty();
    return isAsked ? m_roles.fill(records, std::move(stop)) : Result<int>(0);
}

/// In the order of ids, each query behind the last row of the one before: many changes of one second hide nothing, what is
/// made or changed meanwhile comes now or with the next walk, and a walk goes on after a crash or a lost locator.
Result<ReadEnd> Reader::read(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                             std::stop_token stop)
{
    // A cursor that cannot be read makes the walk a full one: too much is safe, too little is not.
    const auto since = request.cursor ? instant(*request.cursor) : std::nullopt;
    ReadEnd end;
    // Behind a crash the start of the walk is not known any more: the cursor stays where it was.
    end.nextCursor = request.cursor.value_or(QString());
    QString last = request.resumeAfter;
    const auto take = [&](JsonView rows) -> Result<void> {
        auto records = decoded(entity, rows, request.fields);
        if (!records)
            return failure(records.error());
        const auto sent = complete(entity, request.fields, *records, stop);
        if (!sent)
            return failure(sent.error());
        end.requests += *sent;
        if (!records->isEmpty())
            last = records->last().id;
        return sink(std::move(*records));
    };
    for (bool isFirst = last.isEmpty();; isFirst = false) {
        QStringList conditions;
        if (since) // long transactions end with a time that is over
            conditions << modifiedColumn + u" >= "_s + isoInstant(*since - m_capabilities.overlap);
        if (!last.isEmpty())
            conditions << u"Id > "_s + quoted(last);
        const QString soql = select(columnsFor(entity, request.fields), entity.name, conditions)
            + u" ORDER BY Id LIMIT %1"_s.arg(m_capabilities.pageSize);
        const QString before = last;
        const auto slice = m_api.query({soql, about(entity), false}, take, stop);
        if (!slice)
            return failure(slice.error());
        if (slice->rows > 0 && last == before)
            return failure(brokenOff(about(entity)));
        end.requests += slice->requests;
        if (isFirst && slice->date)
            end.nextCursor = isoInstant(*slice->date);
        if (!slice->wasCut && slice->rows < m_capabilities.pageSize)
            break;
    }
    end.wasFull = !since && request.resumeAfter.isEmpty();
    return end;
}

Result<void> Reader::find(const RemoteEntity &entity, const QStringList &ids, const QStringList &fields, Found &found,
                          std::stop_token stop)
{
    QStringList columns = columnsFor(entity, fields), literals;
    for (const QString &column : {deletedColumn, masterColumn}) {
        if (entity.field(column))
            columns.append(column);
    }
    columns.removeDuplicates();
    for (const QString &id : ids)
        literals.append(quoted(id));
    const auto take = [&](JsonView rows) -> Result<void> {
        QList<RemoteRecord> live;
        for (const JsonView row : rows) {
            auto record = decodedRecord(entity, row, fields);
            if (!record)
                return failure(record.error());
            const QString master = longId(row[masterColumn.toStdString()].text());
            if (!row[deletedColumn.toStdString()].toBool())
                live.append(std::move(*record));
            else if (!master.isEmpty())
                found.masters.insert(record->id, master);
        }
        if (const auto sent = complete(entity, fields, live, stop); !sent)
            return failure(sent.error());
        for (const RemoteRecord &record : std::as_const(live))
            found.records.insert(record.id, record);
        return {};
    };
    for (const QStringList &part : splitTexts(literals, m_capabilities.readBatch, longestList, lengthInAddress)) {
        const QString soql = select(columns, entity.name, {u"Id IN "_s + listOf(part)});
        const auto end = m_api.query({soql, about(entity), true}, take, stop);
        if (!end)
            return failure(end.error());
        if (end->wasCut)
            return failure(brokenOff(about(entity)));
    }
    return {};
}

/// A record that another one swallowed is found as that one. Whom sharing rules hide looks like one that is gone for good.
Result<QList<LookUp>> Reader::byIds(const RemoteEntity &entity, const QStringList &ids, const QStringList &fields,
                                    std::stop_token stop)
{
    QSet<QString> asked;
    QStringList open;
    for (const QString &id : ids)
        open.append(longId(id));
    Found found;
    for (int round = 0; round <= longestChain; ++round) {
        open.removeAll(QString());
        open.removeDuplicates();
        open.removeIf([&](const QString &id) { return asked.contains(id); });
        if (open.isEmpty())
            break;
        if (auto done = find(entity, open, fields, found, stop); !done)
            return failure(done.error());
        asked += QSet<QString>(open.begin(), open.end());
        open = found.masters.values();
    }
    QList<LookUp> looks;
    for (const QString &id : ids) {
        QString now = longId(id);
        for (int hop = 0; hop < longestChain && found.masters.contains(now); ++hop)
            now = found.masters.value(now);
        const auto record = found.records.constFind(now);
        if (record == found.records.cend())
            looks.append({id, Presence::NotFound, {}, {}});
        else
            looks.append({id, Presence::Found, *record, {}});
    }
    return looks;
}

Result<QList<RemoteRecord>> Reader::matching(const RemoteEntity &entity, const QString &condition,
                                             const QStringList &fields, std::stop_token stop)
{
    QList<RemoteRecord> all;
    const auto take = [&](JsonView rows) -> Result<void> {
        auto records = decoded(entity, rows, fields);
        if (!records)
            return failure(records.error());
        if (const auto sent = complete(entity, fields, *records, stop); !sent)
            return failure(sent.error());
        all += *records;
        return {};
    };
    const QString soql = select(columnsFor(entity, fields), entity.name, {condition});
    const auto end = m_api.query({soql, about(entity), false}, take, stop);
    if (!end)
        return failure(end.error());
    if (end->wasCut)
        return failure(brokenOff(about(entity)));
    return all;
}

/// Queries compare texts without regard to case.
Result<QList<RemoteRecord>> Reader::byKey(const RemoteEntity &entity, const QString &name, const QStringList &values,
                                          const QStringList &fields, std::stop_token stop)
{
    const RemoteField *field = entity.field(name);
    if (!field || field->nativeType == "made"_L1 || !partColumn(*field).isEmpty()) {
        return failure(ErrorKind::Usage,
                       tr("%1 in Salesforce cannot be asked for by the field %2.").arg(entity.name, name),
                       tr("Choose another field as the match key."));
    }
    QStringList literals;
    for (const QString &value : values) {
        if (const auto one = literal(*field, value))
            literals.append(*one);
    }
    literals.removeDuplicates();
    QList<RemoteRecord> records;
    QSet<QString> known;
    for (const QStringList &part : splitTexts(literals, m_capabilities.readBatch, longestList, lengthInAddress)) {
        const auto found = matching(entity, name + u" IN "_s + listOf(part), fields, stop);
        if (!found)
            return found;
        for (const RemoteRecord &record : *found) {
            if (!known.contains(record.id))
                records.append(record);
            known.insert(record.id);
        }
    }
    return records;
}

Result<QList<RemoteRecord>> Reader::createdSince(const RemoteEntity &entity, std::chrono::seconds since,
                                                 const QStringList &fields, std::stop_token stop)
{
    return matching(entity, createdColumn + u" >= "_s + isoInstant(since), fields, std::move(stop));
}

} // namespace syncline::connectors::salesforce
