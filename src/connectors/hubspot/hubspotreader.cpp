#include "connectors/hubspot/hubspotreader.h"

#include "connectors/common/batches.h"
#include "connectors/hubspot/hubspotasking.h"
#include "connectors/hubspot/hubspotdecoding.h"
#include "connectors/hubspot/hubspotsearch.h"

#include "foundation/jsontext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Reader", text);
}

QJsonArray inputs(const QStringList &keys)
{
    QJsonArray list;
    for (const QString &key : keys)
        list.append(QJsonObject{{u"id"_s, key}});
    return list;
}

/// Of a batch's answer: the first failure that is more than "there is no such record".
std::optional<Refusal> realProblem(const Answer &answer)
{
    for (const JsonView error : answer.root()["errors"]) {
        const Refusal refusal = readRefusal(error);
        if (kindOf(refusal, 207) != ErrorKind::NotFound)
            return refusal;
    }
    return std::nullopt;
}

} // namespace

Result<int> Reader::complete(const RemoteEntity &entity, const QStringList &fields, QList<RemoteRecord> &records,
                             std::stop_token stop)
{
    const auto links = m_associations.fill(*objectKind(entity.name), fields, records, stop);
    if (!links)
        return links;
    return m_lists.fill(entity, fields, records, stop).map([&](int sent) { return *links + sent; });
}

Result<Reader::Batch> Reader::batch(const RemoteEntity &entity, const QStringList &keys, const QStringList &fields,
                                    const QString &keyProperty, std::stop_token stop)
{
    Batch found;
    for (const QStringList &part : splitTexts(distinct(keys), m_capabilities.readBatch, 50'000, lengthInBody)) {
        if (auto done = batchPart(entity, part, fields, keyProperty, found, stop); !done)
            return failure(done.error());
    }
    std::ranges::sort(found.records, {}, [](const RemoteRecord &record) { return idNumber(record.id); });
    const auto same = std::ranges::unique(found.records, {}, &RemoteRecord::id);
    found.records.erase(same.begin(), same.end());
    const auto sent = complete(entity, fields, found.records, stop);
    if (!sent)
        return failure(sent.error());
    found.requests += *sent;
    return found;
}

Result<void> Reader::batchPart(const RemoteEntity &entity, const QStringList &keys, const QStringList &fields,
                               const QString &keyProperty, Batch &found, std::stop_token stop)
{
    QJsonObject body{{u"inputs"_s, inputs(keys)},
                     {u"properties"_s, QJsonArray::fromStringList(askedProperties(entity, fields))},
                     {u"propertiesWithHistory"_s, QJsonArray()}};
    if (!keyProperty.isEmpty())
        body.insert(u"idProperty"_s, keyProperty);
    const QString about = tr("Records of %1").arg(entity.name);
    const auto answer = m_api.ask(m_api.objects(entity.name, "/batch/read"), body, stop);
    if (!answer)
        return failure(answer.error());
    ++found.requests;
    const JsonView results = answer->root()["results"];
    if (!answer->isSuccess() || !results.isArray())
        return failure(m_api.refusal(*answer, about));
    if (const auto problem = realProblem(*answer))
        return failure(m_api.refusal(*problem, answer->response.status, about));
    for (const JsonView view : results) {
        auto record = decodedRecord(entity, view, fields);
        if (!record)
            return failure(record.error());
        for (const QString &old : mergedIds(view))
            found.winners.insert(old, record->id);
        if (m_raw)
            record->raw = compactJson(view);
        found.otherEmails[record->id] = view["properties"][otherEmailsProperty.toStdString()].text().split(
            u';', Qt::SkipEmptyParts);
        found.records.append(std::move(*record));
    }
    return {};
}

Result<ReadEnd> Reader::read(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                             std::stop_token stop)
{
    // A cursor that cannot be read makes the walk a full one: too much is safe, too little is not.
    const auto since = request.cursor ? instant(*request.cursor) : std::nullopt;
    m_raw = request.raw;
    auto end = since ? readChanged(entity, request, *since - m_capabilities.overlap, sink, stop)
                     : readList(entity, request, sink, stop);
    m_raw = false;
    return end;
}

/// In the order of ids, so that what is made meanwhile comes at the end; the cursor of a page is the last id of the one
/// before, which is how a walk goes on after a crash.
Result<ReadEnd> Reader::readList(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                                 std::stop_token stop)
{
    const QStringList names = askedProperties(entity, request.fields);
    const QByteArray asked = encodeComponent(names.join(u','));
    const bool isWhole = asked.size() <= longestQuery;
    ReadEnd end;
    // Behind a crash the start of the walk is not known any more: the cursor stays where it was.
    end.nextCursor = request.cursor.value_or(QString());
    QString after = request.resumeAfter;
    for (bool isFirst = after.isEmpty();; isFirst = false) {
        QByteArray query = "limit=" + QByteArray::number(m_capabilities.pageSize) + "&archived=false";
        query += "&properties=" + (isWhole ? asked : encodeComponent(objectKind(entity.name)->modifiedProperty()));
        if (!after.isEmpty())
            query += "&after=" + encodeComponent(after);
        const auto answer = m_api.get(m_api.objects(entity.name), query, stop);
        if (!answer)
            return failure(answer.error());
        ++end.requests;
        auto page = listed(entity, *answer, request.fields, isWhole, end.requests, stop);
        if (!page)
            return failure(page.error());
        if (isFirst && answer->response.date())
            end.nextCursor = isoInstant(*answer->response.date());
        if (isFirst && request.onStart)
            request.onStart({end.nextCursor, std::nullopt});
        if (auto taken = sink(std::move(*page)); !taken)
            return failure(taken.error());
        const QString next = answer->root()["paging"]["next"]["after"].text();
        if (next.isEmpty())
            break;
        if (next == after) {
            return failure(ErrorKind::Server, tr("HubSpot's list of %1 goes round in a circle.").arg(entity.name),
                           tr("Try again; if it stays so, tell HubSpot's support."));
        }
        after = next;
    }
    end.wasFull = request.resumeAfter.isEmpty();
    return end;
}

/// Where the list of properties was too long for an address, the records are read once more, by id.
Result<QList<RemoteRecord>> Reader::listed(const RemoteEntity &entity, const Answer &answer, const QStringList &fields,
                                           bool isWhole, int &requests, std::stop_token stop)
{
    const JsonView results = answer.root()["results"];
    if (!answer.isSuccess() || !results.isArray())
        return failure(m_api.refusal(answer, tr("The list of %1").arg(entity.name)));
    QList<RemoteRecord> records;
    QStringList ids;
    for (const JsonView view : results) {
        auto record = decodedRecord(entity, view, isWhole ? fields : QStringList());
        if (!record)
            return failure(record.error());
        if (m_raw)
            record->raw = compactJson(view);
        ids.append(record->id);
        records.append(std::move(*record));
    }
    if (isWhole) {
        const auto sent = complete(entity, fields, records, stop);
        if (!sent)
            return failure(sent.error());
        requests += *sent;
    }
    if (isWhole || ids.isEmpty())
        return records;
    auto found = batch(entity, ids, fields, {}, stop);
    if (!found)
        return failure(found.error());
    requests += found->requests;
    return std::move(found->records);
}

Result<ReadEnd> Reader::readChanged(const RemoteEntity &entity, const ReadRequest &request,
                                    std::chrono::milliseconds since, const PageSink &sink, std::stop_token stop)
{
    const QString modified = objectKind(entity.name)->modifiedProperty();
    ReadEnd end;
    end.nextCursor = *request.cursor;
    QString after = request.resumeAfter;
    for (bool isFirst = after.isEmpty();; isFirst = false) {
        const auto page = searchPage(m_api, entity.name, Conditions().atLeast(modified, since), after, stop);
        if (!page)
            return failure(page.error());
        ++end.requests;
        if (isFirst && page->date)
            end.nextCursor = isoInstant(*page->date);
        if (isFirst && request.onStart)
            request.onStart({end.nextCursor, std::nullopt});
        auto found = batch(entity, page->ids, request.fields, {}, stop);
        if (!found)
            return failure(found.error());
        end.requests += found->requests;
        if (auto taken = sink(std::move(found->records)); !taken)
            return failure(taken.error());
        if (page->isLast)
            return end;
        after = page->ids.last();
    }
}

} // namespace syncline::connectors::hubspot
