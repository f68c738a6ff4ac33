#include "connectors/activecampaign/reading.h"

#include "connectors/activecampaign/refusals.h"

#include <QCoreApplication>

#include <algorithm>

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

/// How ActiveCampaign compares: without case.
QString folded(const QString &text)
{
    return text.trimmed().toCaseFolded();
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

QString Reading::listName() const
{
    return tr("The list of %1 in %2").arg(m_entity.name, m_api.host());
}

Result<ReadEnd> Reading::walk(const ReadRequest &request, const PageSink &sink, std::stop_token stop)
{
    m_belongings.forget();
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
    Result<Beside> beside = Beside();
    if (!since)
        beside = m_belongings.ofRecords(m_kind, m_entity, needs(request.fields), {}, stop);
    if (!beside)
        return failure(beside.error());
    ReadEnd end;
    std::optional<std::chrono::seconds> began;
    const auto page = [&](const QList<JsonView> &rows, const Answer &answer) -> Result<void> {
        ++end.requests;
        if (!began)
            began = answer.response.date();
        QStringList ids;
        for (const JsonView row : rows)
            ids.append(row["id"].text());
        if (since && !ids.isEmpty())
            beside = m_belongings.ofRecords(m_kind, m_entity, needs(request.fields), ids, stop);
        if (!beside)
            return failure(beside.error());
        auto records = decodedRows(rows, *beside, request.fields);
        return records ? sink(std::move(*records)) : failure(records.error());
    };
    if (auto done = m_api.each('/' + m_kind.entity.toLatin1(), query, page, stop); !done)
        return failure(done.error());
    end.nextCursor = began ? isoInstant(*began) : request.cursor.value_or(QString());
    end.wasFull = !since;
    return end;
}

Result<QList<RemoteRecord>> Reading::decodedRows(const QList<JsonView> &rows, const Beside &beside,
                                                 const QStringList &fields) const
{
    QList<RemoteRecord> records;
    for (const JsonView row : rows) {
        auto record = decodedRecord(m_kind, m_entity, row, beside, fields);
        if (!record)
            return failure(record.error());
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

Result<QList<LookUp>> Reading::byIds(const QStringList &ids, const QStringList &fields, std::stop_token stop)
{
    QMap<QString, RemoteRecord> found;
    if (m_kind.walk == Walk::ById) {
        const auto records = contactsWithIds(ids, fields, stop);
        if (!records)
            return failure(records.error());
        for (const RemoteRecord &record : *records)
            found.insert(record.id, record);
    }
    // A list leaves out what it does not show, for whatever reason; only the record's own address tells why.
    QStringList alone;
    for (const QString &id : ids) {
        if (!found.contains(id) && idNumber(id) > 0)
            alone.append(id);
    }
    const auto looks = eachAlone(alone, fields, stop);
    if (!looks)
        return failure(looks.error());
    QList<LookUp> all;
    for (const QString &id : ids) {
        if (found.contains(id))
            all.append({id, Presence::Found, found.value(id), {}});
        else if (const auto at = alone.indexOf(id); at >= 0)
            all.append(looks->at(at));
        else
            all.append({id, Presence::NotFound, {}, {}});
    }
    return all;
}

Result<QList<RemoteRecord>> Reading::contactsWithIds(const QStringList &ids, const QStringList &fields,
                                                     std::stop_token stop)
{
    QStringList numbers;
    std::ranges::copy_if(ids, std::back_inserter(numbers), [](const QString &id) { return idNumber(id) > 0; });
    QList<RemoteRecord> all;
    for (qsizetype from = 0; from < numbers.size(); from += m_capabilities.readBatch) {
        Query query = listQuery(fields);
        query.first().second = QString::number(m_capabilities.readBatch);
        for (const QString &id : numbers.mid(from, m_capabilities.readBatch))
            query.append({u"ids[]"_s, id});
        const auto answer = m_api.list(m_api.get("/contacts", query), "contacts", listName(), stop);
        if (!answer)
            return failure(answer.error());
        const auto records = decoded(*answer, fields, stop);
        if (!records)
            return failure(records.error());
        all.append(*records);
    }
    return all;
}

Result<QList<LookUp>> Reading::eachAlone(const QStringList &ids, const QStringList &fields, std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const QString &id : ids)
        requests << m_api.get('/' + m_kind.entity.toLatin1() + '/' + id.toLatin1());
    const auto answers = m_api.sendAll(requests, stop);
    QList<LookUp> looks;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (!answers[std::size_t(i)])
            return failure(answers[std::size_t(i)].error());
        auto look = lookUp(ids[i], *answers[std::size_t(i)], fields, stop);
        if (!look)
            return failure(look.error());
        looks.append(std::move(*look));
    }
    return looks;
}

Result<LookUp> Reading::lookUp(const QString &id, const Answer &answer, const QStringList &fields, std::stop_token stop)
{
    LookUp look{id, Presence::Unknown, {}, {}};
    const JsonView row = answer.root()[m_kind.one.toStdString()];
    if (!answer.isSuccess() || !row.isObject()) {
        look.error = m_api.refusal(answer, tr("Record %1 of %2 in %3").arg(id, m_entity.name, m_api.host()));
        if (saysNoResult(answer.response.body))
            look.presence = Presence::NotFound;
        else if (answer.response.status == 403 && answer.isJson)
            look.presence = Presence::Forbidden;
        else
            look.error.kind = ErrorKind::Server;
        return look;
    }
    const auto beside = m_kind.custom == CustomValues::OfContacts
        ? m_belongings.ofContacts(m_entity, needs(fields), {id}, answer.root(), false, stop)
        : m_belongings.ofRecords(m_kind, m_entity, needs(fields), {id}, stop);
    if (!beside)
        return failure(beside.error());
    auto record = decodedRecord(m_kind, m_entity, row, *beside, fields);
    if (!record)
        return failure(record.error());
    look.presence = Presence::Found;
    look.record = std::move(*record);
    return look;
}

Result<QList<RemoteRecord>> Reading::byKey(const QString &field, const QStringList &values, const QStringList &fields,
                                           std::stop_token stop)
{
    if (m_kind.keyField.isEmpty() || field != m_kind.keyField) {
        return failure(ErrorKind::Usage, tr("%1 in ActiveCampaign cannot be searched by %2.").arg(m_entity.name, field),
                       m_kind.keyField.isEmpty() ? QString() : tr("Choose %1 as the match key.").arg(m_kind.keyField));
    }
    QStringList wanted;
    for (const QString &value : values) {
        const auto isSame = [&](const QString &other) { return folded(other) == folded(value); };
        if (!value.trimmed().isEmpty() && std::ranges::none_of(wanted, isSame))
            wanted.append(value.trimmed());
    }
    return m_kind.walk == Walk::ById ? contactsWithAddress(wanted, fields, std::move(stop))
                                     : accountsNamed(wanted, fields, std::move(stop));
}

Result<QList<RemoteRecord>> Reading::contactsWithAddress(const QStringList &addresses, const QStringList &fields,
                                                         std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const QString &address : addresses)
        requests << m_api.get("/contacts", listQuery(fields) + Query{{u"email"_s, address}});
    QList<RemoteRecord> found;
    const QStringList asked = fields.contains(u"email"_s) ? fields : fields + QStringList{u"email"_s};
    const auto answers = m_api.sendAll(requests, stop);
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        if (!answers[std::size_t(i)])
            return failure(answers[std::size_t(i)].error());
        if (!answers[std::size_t(i)]->isSuccess() || !answers[std::size_t(i)]->root()["contacts"].isArray())
            return failure(m_api.refusal(*answers[std::size_t(i)], listName()));
        const auto records = decoded(*answers[std::size_t(i)], asked, stop);
        if (!records)
            return failure(records.error());
        for (RemoteRecord record : *records) { // a filter that is not understood is ignored
            if (folded(record.fields.value(u"email"_s).text()) != folded(addresses[i]))
                continue;
            if (!fields.contains(u"email"_s))
                record.fields.remove(u"email"_s);
            found.append(record);
        }
    }
    return found;
}

/// The search finds every name that contains the words.
Result<QList<RemoteRecord>> Reading::accountsNamed(const QStringList &names, const QStringList &fields,
                                                   std::stop_token stop)
{
    QStringList ids;
    for (const QString &name : names) {
        const auto take = [&](const QList<JsonView> &rows, const Answer &) -> Result<void> {
            for (const JsonView row : rows) {
                if (folded(row["name"].text()) == folded(name) && !ids.contains(row["id"].text()))
                    ids.append(row["id"].text());
            }
            return {};
        };
        if (auto done = m_api.each("/accounts", {{u"search"_s, name}}, take, stop); !done)
            return failure(done.error());
    }
    const auto looks = eachAlone(ids, fields, stop);
    if (!looks)
        return failure(looks.error());
    QList<RemoteRecord> found;
    for (const LookUp &look : *looks) {
        if (look.presence == Presence::Found)
            found.append(look.record);
    }
    return found;
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
