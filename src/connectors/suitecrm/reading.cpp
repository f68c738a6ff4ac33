#include "connectors/suitecrm/reading.h"

#include "connectors/net/notices.h"
#include "connectors/suitecrm/answer.h"
#include "connectors/suitecrm/links.h"
#include "connectors/suitecrm/wiretext.h"

#include "foundation/jsontext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

constexpr int smallestPage = 20;       ///< a page that kills PHP is asked for again in smaller pieces, down to this
constexpr int longestFieldList = 5000; ///< bytes; web servers refuse addresses beyond 8190

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

QString filterKey(const QString &field, const QString &op)
{
    return u"filter["_s + field + u"]["_s + op + u']';
}

QString cursorText(std::chrono::seconds at)
{
    return QString::number(at.count());
}

std::optional<std::chrono::seconds> cursorTime(const std::optional<QString> &cursor)
{
    bool ok = false;
    const qint64 seconds = cursor.value_or(QString()).toLongLong(&ok);
    return ok ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}

void addRaw(QList<RemoteRecord> &records, const JsonView &data)
{
    auto record = records.begin();
    for (const JsonView view : data)
        (record++)->raw = compactJson(view);
}

QByteArray modulePath(const QString &module)
{
    return "/module/" + module.toLatin1();
}

} // namespace

QString Reading::doing() const
{
    return tr("%1 did not deliver %2.").arg(m_site.host(), m_entity.name);
}

/// Both page parameters and the field list go into every request: without them the server picks 20 records, all fields
/// and a `next` that leads nowhere.
Query Reading::listQuery(const QStringList &fields, int size) const
{
    return fieldQuery(fields) + Query{{u"page[number]"_s, u"1"_s}, {u"page[size]"_s, QString::number(size)}};
}

Query Reading::fieldQuery(const QStringList &fields) const
{
    const QString asked = askedFields(m_entity, fields);
    if (encodeComponent(asked).size() > longestFieldList)
        return {};
    return {{u"fields["_s + m_entity.name + u']', asked}};
}

Result<Reading::Page> Reading::page(const Query &query, const QStringList &fields, std::stop_token stop)
{
    ++m_requests;
    const auto answer = m_site.send(m_site.get(modulePath(m_entity.name), query), stop);
    const auto document = successDocument(answer, doing());
    if (!document)
        return failure(document.error());
    auto records = readRecords(shape(fields), document->root());
    if (!records)
        return failure(records.error());
    if (auto filled = fillLinks(*records, fields, stop); !filled)
        return failure(filled.error());
    return Page{std::move(*records), answer->date()};
}

Result<void> Reading::fillLinks(QList<RemoteRecord> &records, const QStringList &fields, std::stop_token stop)
{
    const RemoteField *field = records.isEmpty() ? nullptr : linkField(m_entity, fields);
    return field ? Links(m_site, m_entity, *field).fill(records, stop) : Result<void>();
}

/// A record of which the links cannot be read is not known.
void Reading::fillLinks(QList<LookUp> &looks, const QStringList &fields, std::stop_token stop)
{
    QList<RemoteRecord> found;
    for (const LookUp &look : std::as_const(looks)) {
        if (look.presence == Presence::Found)
            found << look.record;
    }
    const auto filled = fillLinks(found, fields, stop);
    for (LookUp &look : looks) {
        if (look.presence != Presence::Found)
            continue;
        look.record = found.takeFirst();
        if (!filled) {
            look.presence = Presence::Unknown;
            look.error = filled.error();
        }
    }
}

Result<ReadEnd> Reading::walk(const ReadRequest &request, const PageSink &sink, std::stop_token stop)
{
    const auto since = cursorTime(request.cursor);
    Query filters;
    if (since)
        filters.append({filterKey(u"date_modified"_s, u"gte"_s), instantText(*since - m_capabilities.overlap)});
    auto end = walkById(filters, request, sink, stop);
    if (!end)
        return end;
    end->wasFull = !since && request.resumeAfter.isEmpty();
    // A continued walk does not know when its first half began, and without the server's time there is no new cursor:
    // what may have changed since the old one is read once more.
    if (!request.resumeAfter.isEmpty() || end->nextCursor.isEmpty())
        end->nextCursor = request.cursor.value_or(QString());
    return end;
}

/// Walks by key: page numbers shift and lose records with equal times (docs/crm/suitecrm.md, section 4). A short page
/// is not the end, an empty one is.
Result<ReadEnd> Reading::walkById(const Query &filters, const ReadRequest &request, const PageSink &sink,
                                  std::stop_token stop)
{
    const QStringList &fields = request.fields;
    QString after = request.resumeAfter;
    m_requests = 0;
    QSet<size_t> seen;
    QString cursor;
    for (int size = m_capabilities.pageSize;;) {
        Query query = listQuery(fields, size) + filters + Query{{u"sort"_s, u"id"_s}};
        if (!after.isEmpty())
            query.append({filterKey(u"id"_s, u"gt"_s), after});
        const auto answer = sendPage(query, size, stop);
        const auto document = successDocument(answer, doing());
        if (!document)
            return failure(document.error());
        if (cursor.isEmpty() && answer->date())
            cursor = cursorText(*answer->date());
        if (seen.isEmpty() && after.isEmpty() && request.onStart)
            request.onStart({cursor, std::nullopt});
        auto records = readRecords(shape(fields), document->root());
        if (!records)
            return failure(records.error());
        if (records->isEmpty())
            return ReadEnd{cursor, m_requests, false};
        for (const RemoteRecord &record : std::as_const(*records)) {
            const auto known = seen.size();
            if (seen.insert(qHash(record.id, 0)); seen.size() == known) {
                return failure(
                    ErrorKind::Server,
                    tr("%1 delivers the same page of %2 again and again.").arg(m_site.host(), m_entity.name),
                    tr("Look for a cache or proxy before SuiteCRM that ignores the query; nothing was taken over."));
            }
        }
        if (request.raw)
            addRaw(*records, document->root()["data"]);
        if (auto filled = fillLinks(*records, fields, stop); !filled)
            return failure(filled.error());
        after = records->last().id; // as sent: the database's order decides, not ours
        if (auto taken = sink(std::move(*records)); !taken)
            return failure(taken.error());
    }
}

/// Out of memory is a 500 with an empty body: smaller pages help, and the same page again does not.
Result<HttpResponse> Reading::sendPage(Query query, int &size, std::stop_token stop)
{
    for (;;) {
        ++m_requests;
        HttpRequest request = m_site.get(modulePath(m_entity.name), query);
        request.retryServerErrors = size <= smallestPage;
        auto answer = m_site.send(request, stop);
        if (!answer || answer->status != 500 || request.retryServerErrors)
            return answer;
        size = std::max(size / 4, smallestPage);
        for (auto &[key, value] : query) {
            if (key == "page[size]"_L1)
                value = QString::number(size);
        }
    }
}

Result<QList<RemoteRecord>> Reading::createdSince(std::chrono::seconds since, const QStringList &fields,
                                                  std::stop_token stop)
{
    QList<RemoteRecord> all;
    const auto collect = [&all](QList<RemoteRecord> records) -> Result<void> {
        all.append(std::move(records));
        return {};
    };
    const Query filters{{filterKey(u"date_entered"_s, u"gte"_s), instantText(since)}};
    const auto end = walkById(filters, {m_entity.name, fields, {}, {}}, collect, stop);
    if (!end)
        return failure(end.error());
    return all;
}

QList<LookUp> Reading::byIds(const QStringList &ids, const QStringList &fields, std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const QString &id : ids)
        requests.append(m_site.get(modulePath(m_entity.name) + '/' + encodeComponent(id), fieldQuery(fields)));
    const auto answers = m_site.sendAll(requests, stop);
    QList<LookUp> looks;
    for (int i = 0; i < ids.size(); ++i)
        looks.append(lookUp(ids[i], fields, answers[i], stop));
    fillLinks(looks, fields, stop);
    return looks;
}

LookUp Reading::lookUp(const QString &id, const QStringList &fields, const Result<HttpResponse> &answer,
                       std::stop_token stop)
{
    LookUp look{id, Presence::Unknown, {}, {}};
    if (answer && !answer->isSuccess()) {
        const Refusal refusal = readRefusal(*answer);
        if (refusal.reason == Refusal::Reason::BadId)
            return lookInList(id, fields, stop);
        if (refusal.reason == Refusal::Reason::Gone && refusal.id.compare(id, Qt::CaseInsensitive) == 0)
            look.presence = Presence::NotFound;
        if (refusal.reason == Refusal::Reason::Forbidden)
            look.presence = Presence::Forbidden;
        look.error = refusalError(refusal, doing());
        return look;
    }
    const auto document = successDocument(answer, doing());
    const auto record = document ? readRecord(shape(fields), document->root()["data"])
                                 : Result<RemoteRecord>(failure(document.error()));
    if (!record) {
        look.error = record.error();
        return look;
    }
    look.presence = Presence::Found;
    look.record = *record;
    return look;
}

/// Ids of records that came from old systems may have a form that only lists take. A list cannot tell "deleted" from
/// "not visible", so an empty one is no verdict.
LookUp Reading::lookInList(const QString &id, const QStringList &fields, std::stop_token stop)
{
    LookUp look{id, Presence::Unknown, {}, {}};
    const auto found = page(listQuery(fields, 1) + Query{{filterKey(u"id"_s, u"eq"_s), id}}, fields, stop);
    if (!found) {
        look.error = found.error();
    } else if (found->records.isEmpty()) {
        look.error = Error{ErrorKind::NotFound,
                           tr("%1 does not list the record %2 of %3.").arg(m_site.host(), id, m_entity.name),
                           tr("Look whether it was deleted there."),
                           {},
                           {},
                           false};
    } else {
        look.presence = Presence::Found;
        look.record = found->records.first();
    }
    return look;
}

Result<QList<RemoteRecord>> Reading::byKey(const QString &field, const QStringList &values, const QStringList &fields,
                                           std::stop_token stop)
{
    QStringList asked = fields;
    if (!asked.contains(field))
        asked << field;
    QList<HttpRequest> requests;
    QList<Query> queries;
    QSet<QString> wanted;
    for (const QString &value : values) {
        const QString plain = value.trimmed();
        if (plain.isEmpty() || wanted.contains(plain.toCaseFolded()))
            continue;
        wanted.insert(plain.toCaseFolded());
        // No sort: together with the joined address table "id" is not unique. Values go out raw, never escaped.
        queries.append(listQuery(asked, m_capabilities.pageSize) + Query{{filterKey(field, u"eq"_s), plain}});
        requests.append(m_site.get(modulePath(m_entity.name), queries.last()));
    }
    const auto answers = m_site.sendAll(requests, stop);
    QList<RemoteRecord> all;
    for (int i = 0; i < answers.size(); ++i) {
        const auto document = successDocument(answers[i], doing());
        if (!document)
            return failure(document.error());
        auto records = readRecords(shape(asked), document->root());
        if (!records)
            return failure(records.error());
        if (auto filled = fillLinks(*records, asked, stop); !filled)
            return failure(filled.error());
        all.append(*records);
        if (records->size() < m_capabilities.pageSize)
            continue;
        const auto more = rest(queries[i], asked, stop);
        if (!more)
            return failure(more.error());
        all.append(*more);
    }
    // The address filter also finds addresses that were removed long ago, and a record once per link (section 4).
    QSet<QString> ids;
    const auto unwanted = [&](const RemoteRecord &record) {
        const bool stale = field == "email1"_L1
            && !wanted.contains(record.fields.value(field).text().trimmed().toCaseFolded());
        const auto known = ids.size();
        ids.insert(record.id);
        return stale || ids.size() == known;
    };
    all.removeIf(unwanted);
    return all;
}

/// The pages behind a full first page.
Result<QList<RemoteRecord>> Reading::rest(const Query &query, const QStringList &fields, std::stop_token stop)
{
    QList<RemoteRecord> all;
    Query next = query;
    for (int number = 2;; ++number) {
        for (auto &[key, value] : next) {
            if (key == "page[number]"_L1)
                value = QString::number(number);
        }
        const auto found = page(next, fields, stop);
        if (!found)
            return failure(found.error());
        if (found->records.isEmpty())
            return all;
        all.append(found->records);
    }
}

Result<DeletedFeed> Reading::deletedSince(const std::optional<QString> &cursor, std::stop_token stop)
{
    const auto since = cursorTime(cursor);
    if (!since) {
        const auto first = page(listQuery({u"deleted"_s}, 1), {}, stop);
        if (!first)
            return failure(first.error());
        if (!first->serverTime)
            return failure(ErrorKind::NotFound, tr("%1 does not tell its time.").arg(m_site.host()));
        return DeletedFeed{{}, cursorText(*first->serverTime)};
    }
    return collectDeleted({{filterKey(u"deleted"_s, u"eq"_s), u"1"_s},
                           {filterKey(u"date_modified"_s, u"gte"_s), instantText(*since - m_capabilities.overlap)}},
                          stop);
}

/// Deleted records cannot be listed: SuiteCRM stumbles over the first one and names it in its error, so they come one
/// by one (docs/crm/suitecrm.md, section 6). A server that was mended lists them.
Result<DeletedFeed> Reading::collectDeleted(const Query &filters, std::stop_token stop)
{
    const auto unavailable = [this] {
        return failure(ErrorKind::NotFound, tr("%1 does not tell what was deleted.").arg(m_site.host()),
                       tr("Deletions are found by comparing complete lists instead."));
    };
    DeletedFeed feed;
    QString after;
    for (int size = 1;;) {
        Query query = listQuery({u"deleted"_s}, size) + filters + Query{{u"sort"_s, u"id"_s}};
        if (!after.isEmpty())
            query.append({filterKey(u"id"_s, u"gt"_s), after});
        const auto answer = m_site.send(m_site.get(modulePath(m_entity.name), query), stop);
        if (!answer)
            return failure(answer.error());
        if (feed.nextCursor.isEmpty() && answer->date())
            feed.nextCursor = cursorText(*answer->date());
        QStringList ids;
        if (answer->isSuccess()) {
            const auto document = JsonDocument::parse(withoutNotices(answer->body));
            if (!document || !document->root()["data"].isArray())
                return unavailable();
            for (const JsonView &item : document->root()["data"]) {
                if (item["attributes"]["deleted"].text() != "1"_L1) // the filter was ignored: these are alive
                    return unavailable();
                ids << item["id"].text();
            }
            if (ids.isEmpty())
                return feed.nextCursor.isEmpty() ? Result<DeletedFeed>(unavailable()) : feed;
            size = m_capabilities.pageSize;
        } else {
            const Refusal refusal = readRefusal(*answer);
            if (refusal.reason != Refusal::Reason::Gone || refusal.id == after)
                return unavailable();
            ids << refusal.id;
        }
        for (const QString &id : std::as_const(ids))
            feed.records.append({id, std::nullopt});
        after = ids.last();
    }
}

} // namespace syncline::connectors::suitecrm
