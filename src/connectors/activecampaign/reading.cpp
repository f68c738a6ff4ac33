#include "connectors/activecampaign/reading.h"

#include "foundation/jsontext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

Error suspicious(const QString &list, const QString &why)
{
    return Error{ErrorKind::Server,
                 tr("%1 cannot be whole: %2").arg(list, why),
                 tr("Try again; if it stays so, ask ActiveCampaign's support."),
                 {},
                 {},
                 false};
}

/// With an offset: how a time without one is read is not known.
QString filterTime(std::chrono::seconds time)
{
    return isoInstant(time).chopped(1) + u"+00:00"_s;
}

std::optional<qint64> totalOf(const Answer &answer)
{
    bool isNumber = false;
    const qint64 total = answer.root()["meta"]["total"].text().toLongLong(&isNumber);
    return isNumber ? std::optional(total) : std::nullopt;
}

} // namespace

void Reading::tellStart(const ReadRequest &request, const Answer &answer) const
{
    if (!request.onStart || !request.resumeAfter.isEmpty())
        return;
    const auto began = answer.response.date();
    request.onStart({began ? isoInstant(*began) : request.cursor.value_or(QString()), totalOf(answer)});
}

QString Reading::listName() const
{
    return tr("The list of %1 in %2").arg(m_entity.name, m_api.host());
}

Result<ReadEnd> Reading::walk(const ReadRequest &request, const PageSink &sink, std::stop_token stop)
{
    m_belongings.forget();
    m_raw = request.raw;
    return m_kind.walk == Walk::ById ? walkById(request, sink, std::move(stop))
                                     : walkByOffset(request, sink, std::move(stop));
}

Query Reading::listQuery(const QStringList &fields) const
{
    Query query{{u"limit"_s, QString::number(m_capabilities.pageSize)}, {u"status"_s, u"-1"_s}};
    if (const QString included = Belongings::included(needs(fields)); !included.isEmpty())
        query.append({u"include"_s, included});
    return query;
}

/// In the reference of no list, though accounts understand it: one that does not tells nothing, and is asked otherwise.
Query Reading::customQuery(const QStringList &fields) const
{
    const CustomRows rows = customRows(m_kind);
    return needs(fields).custom && !rows.included.isEmpty() ? Query{{u"include"_s, rows.included}} : Query();
}

/// By id and not by offset: whatever comes or goes meanwhile shifts nothing.
Result<Reading::Step> Reading::ask(IdWalk &walk, std::stop_token stop)
{
    const Query query = listQuery(walk.fields) + walk.filters
        + Query{{u"orders[id]"_s, u"ASC"_s}, {u"id_greater"_s, walk.after}};
    const QByteArray key = m_kind.entity.toLatin1();
    const auto answer = m_api.list(m_api.get('/' + key, query), key, listName(), stop);
    if (!answer)
        return failure(answer.error());
    ++walk.requests;
    if (!walk.began)
        walk.began = answer->response.date();
    if (walk.requests == 1 && walk.onFirst)
        walk.onFirst(*answer);
    auto records = decoded(*answer, walk.fields, stop);
    if (!records)
        return failure(records.error());
    const bool isLast = records->size() < m_capabilities.pageSize;
    return Step{std::move(*records), totalOf(*answer), isLast};
}

/// Whether the total counts all or only what is behind id_greater is not known: either will do.
Result<void> Reading::checkStep(const IdWalk &walk, const Step &step) const
{
    qint64 last = idNumber(walk.after);
    for (const RemoteRecord &record : step.records) {
        if (idNumber(record.id) <= last)
            return failure(suspicious(listName(), tr("record %1 came behind record %2.").arg(record.id).arg(last)));
        last = idNumber(record.id);
    }
    const qint64 here = step.records.size(), all = walk.delivered + here;
    if (walk.checkTotal && step.isLast && step.total && *step.total > here && *step.total > all)
        return failure(suspicious(listName(), tr("%1 of %2 records came.").arg(all).arg(*step.total)));
    return {};
}

Result<Reading::Step> Reading::next(IdWalk &walk, std::stop_token stop)
{
    auto step = ask(walk, stop);
    if (step && !checkStep(walk, *step)) // the list and its count may be of different moments
        step = ask(walk, stop);
    if (!step)
        return step;
    if (auto sound = checkStep(walk, *step); !sound)
        return failure(sound.error());
    walk.delivered += step->records.size();
    if (!step->records.isEmpty())
        walk.after = step->records.last().id;
    return step;
}

Result<ReadEnd> Reading::walkById(const ReadRequest &request, const PageSink &sink, std::stop_token stop)
{
    // A cursor that cannot be read makes the walk a full one: too much is safe, too little is not.
    const auto since = request.cursor ? instant(*request.cursor) : std::nullopt;
    const bool isResumed = !request.resumeAfter.isEmpty();
    IdWalk walk{request.fields, {}, isResumed ? request.resumeAfter : u"0"_s, !since && !isResumed, 0, 0, {}};
    if (since)
        walk.filters = {{u"filters[updated_after]"_s, filterTime(*since - m_capabilities.overlap)}};
    walk.onFirst = [&](const Answer &answer) { tellStart(request, answer); };
    for (;;) {
        auto step = next(walk, stop);
        if (!step)
            return failure(step.error());
        if (auto taken = sink(std::move(step->records)); !taken)
            return failure(taken.error());
        if (step->isLast)
            break;
    }
    ReadEnd end;
    end.requests = walk.requests;
    // Behind a crash the start of the walk is not known any more: the cursor stays where it was.
    const bool isKnown = !isResumed && walk.began;
    end.nextCursor = isKnown ? isoInstant(*walk.began) : request.cursor.value_or(QString());
    end.wasFull = !since && !isResumed;
    return end;
}

/// Where no filter tells what changed, everything is read each time. The engine sees by content what is new.
Result<ReadEnd> Reading::walkByOffset(const ReadRequest &request, const PageSink &sink, std::stop_token stop)
{
    const auto since = m_kind.walk == Walk::SinceTime && request.cursor ? instant(*request.cursor) : std::nullopt;
    Query query;
    if (m_kind.walk == Walk::SinceTime)
        query.append({u"orders[cdate]"_s, u"ASC"_s});
    if (since)
        query.append({u"filters[updated_after]"_s, filterTime(*since - m_capabilities.overlap)});
    query += customQuery(request.fields);
    const Extent extent = since ? Extent::Some : Extent::All;
    ReadEnd end;
    std::optional<std::chrono::seconds> began;
    const auto page = [&](const QList<JsonView> &rows, const Answer &answer) -> Result<void> {
        ++end.requests;
        if (!began)
            began = answer.response.date();
        if (end.requests == 1)
            tellStart(request, answer);
        QStringList ids;
        for (const JsonView row : rows)
            ids.append(row["id"].text());
        const auto beside = m_belongings.ofRecords(m_kind, m_entity, needs(request.fields), ids, answer.root(), extent,
                                                   stop);
        if (!beside)
            return failure(beside.error());
        auto records = decodedRows(rows, *beside, request.fields);
        return records ? sink(std::move(*records)) : failure(records.error());
    };
    const bool isResumed = !request.resumeAfter.isEmpty();
    OffsetWalk walk = Api::offsetWalk();
    if (isResumed)
        walk.resume(request.resumeAfter, request.delivered);
    if (auto done = m_api.each('/' + m_kind.entity.toLatin1(), query, page, stop, walk); !done)
        return failure(done.error());
    end.nextCursor = began && !isResumed ? isoInstant(*began) : request.cursor.value_or(QString());
    end.wasFull = !since && !isResumed;
    return end;
}

Result<QList<RemoteRecord>> Reading::decodedRows(const QList<JsonView> &rows, const Beside &beside,
                                                 const QStringList &fields) const
{
    const RowDecoder decoder(m_kind, m_entity, fields);
    QList<RemoteRecord> records;
    records.reserve(rows.size());
    for (const JsonView row : rows) {
        auto record = decoder.record(row, beside);
        if (!record)
            return failure(record.error());
        if (m_raw)
            record->raw = compactJson(row);
        records.append(std::move(*record));
    }
    return records;
}

Result<QList<RemoteRecord>> Reading::decoded(const Answer &answer, const QStringList &fields, std::stop_token stop)
{
    QStringList ids;
    QList<JsonView> rows;
    for (const JsonView row : answer.root()[m_kind.entity.toStdString()]) {
        ids.append(row["id"].text());
        rows.append(row);
    }
    const auto beside = m_belongings.ofContacts(m_entity, needs(fields), ids, answer.root(), true, std::move(stop));
    if (!beside)
        return failure(beside.error());
    return decodedRows(rows, *beside, fields);
}

Result<QList<RemoteRecord>> Reading::createdSince(std::chrono::seconds since, const QStringList &fields,
                                                  std::stop_token stop)
{
    QList<RemoteRecord> found;
    const auto take = [&](QList<RemoteRecord> page) -> Result<void> {
        for (RemoteRecord &record : page) {
            if (!record.createdAt || *record.createdAt >= since)
                found.append(std::move(record));
        }
        return {};
    };
    if (m_kind.walk != Walk::ById) {
        if (const auto end = walkByOffset({m_entity.name, fields, {}, {}}, take, std::move(stop)); !end)
            return failure(end.error());
        return found;
    }
    IdWalk walk{fields, {{u"filters[created_after]"_s, filterTime(since)}}, u"0"_s, false, 0, 0, {}};
    for (;;) {
        auto step = next(walk, stop);
        if (!step)
            return failure(step.error());
        if (auto taken = take(std::move(step->records)); !taken)
            return failure(taken.error());
        if (step->isLast)
            return found;
    }
}

} // namespace syncline::connectors::activecampaign
