#include "connectors/mautic/mauticreader.h"

#include "connectors/common/batches.h"
#include "connectors/mautic/mauticfields.h"
#include "connectors/mautic/mautictext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

constexpr qsizetype longestList = 4000; ///< bytes of one look-up's values: an address of 8 KB is the usual limit

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::Reader", text);
}

Error suspicious(const QString &entity, const QString &why)
{
    return Error{ErrorKind::Server,
                 tr("Mautic's list of %1 cannot be whole: %2").arg(entity, why),
                 tr("Try again; if it stays so, look for a cache between here and Mautic."),
                 {},
                 {},
                 false};
}

/// Mautic says of a record that it does not exist. A 404 for the path, or of a proxy, says nothing about a record.
bool saysNotFound(const Answer &answer)
{
    const JsonView error = answer.root()["errors"].at(0);
    return answer.response.status == 404 && answer.isRefusal() && error["code"].text() == "404"_L1
        && !error["message"].text().contains("/api/"_L1);
}

/// Failures that the next request would meet as well.
bool concernsAll(const Error &error)
{
    return error.kind != ErrorKind::Server;
}

} // namespace

bool Reader::isTooShort(const Walk &walk, const Step &step)
{
    return walk.checkTotal && step.isLast && step.page.total > step.page.records.size();
}

/// Mautic counts before it lists, and may take the count from a cache: a contact that was deleted just now is counted
/// still. Asked once more, with a condition that is always true, it counts anew.
Result<Reader::Step> Reader::next(Walk &walk, std::stop_token stop)
{
    auto step = ask(walk, {}, stop);
    if (step && isTooShort(walk, *step))
        step = ask(walk, {{u"id"_s, Operator::Greater, u"0"_s}}, stop);
    if (!step)
        return step;
    if (auto sound = checkStep(walk, *step); !sound)
        return failure(sound.error());
    if (!step->page.records.isEmpty())
        walk.after = step->page.records.last().id;
    return step;
}

Result<Reader::Step> Reader::ask(const Walk &walk, const QList<Condition> &more, std::stop_token stop)
{
    ListQuery query;
    if (walk.identifiedOnly)
        query.set(u"search"_s, u"!is:anonymous"_s);
    if (!walk.any.isEmpty())
        query.whereAny(walk.any);
    for (const Condition &condition : walk.all + more)
        query.where(condition);
    query.where({u"id"_s, Operator::Greater, walk.after}).byId(m_capabilities.pageSize);
    const auto answer = m_api.get('/' + walk.entity.name.toLatin1(), query.encoded(), stop);
    if (!answer)
        return failure(answer.error());
    if (!answer->response.isSuccess())
        return failure(m_api.refusal(*answer, tr("The list of %1 in %2").arg(walk.entity.name, m_api.site())));
    auto page = decodedPage(walk.entity, answer->root(), walk.fields, walk.raw);
    if (!page)
        return failure(page.error());
    if (auto filled = m_memberships.fill(walk.entity, walk.fields, page->records, stop); !filled)
        return failure(filled.error());
    Step step{std::move(*page), answer->response.date(), false};
    step.isLast = step.page.records.size() < m_capabilities.pageSize;
    return step;
}

Result<void> Reader::checkStep(const Walk &walk, const Step &step) const
{
    const auto &records = step.page.records;
    if (records.size() > m_capabilities.pageSize) {
        return failure(suspicious(
            walk.entity.name,
            tr("%1 records came where %2 were asked for.").arg(records.size()).arg(m_capabilities.pageSize)));
    }
    if (!records.isEmpty() && idNumber(records.first().id) <= idNumber(walk.after)) {
        return failure(suspicious(walk.entity.name,
                                  tr("record %1 came again behind record %2.").arg(records.first().id, walk.after)));
    }
    if (isTooShort(walk, step)) {
        return failure(suspicious(
            walk.entity.name, tr("%1 records came although %2 are left.").arg(records.size()).arg(step.page.total)));
    }
    return {};
}

Result<ReadEnd> Reader::read(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                             std::stop_token stop)
{
    Walk walk{entity,
              request.fields,
              {},
              {},
              objectOf(entity.name) == Object::Contact,
              true,
              request.resumeAfter.isEmpty() ? u"0"_s : request.resumeAfter,
              request.raw};
    // A cursor that cannot be read makes the walk a full one: too much is safe, too little is not.
    const auto since = request.cursor ? instant(*request.cursor) : std::nullopt;
    if (since) {
        const QString from = databaseTime(*since - m_capabilities.overlap);
        walk.any = {{u"date_added"_s, Operator::GreaterOrEqual, from},
                    {u"date_modified"_s, Operator::GreaterOrEqual, from}};
    }
    ReadEnd end;
    // Behind a crash the start of the walk is not known any more: the cursor stays where it was.
    end.nextCursor = request.cursor.value_or(QString());
    for (bool isFirst = request.resumeAfter.isEmpty();; isFirst = false) {
        auto step = next(walk, stop);
        if (!step)
            return failure(step.error());
        ++end.requests;
        if (isFirst && step->date)
            end.nextCursor = isoInstant(*step->date);
        if (isFirst && request.onStart) {
            const qint64 total = step->page.total;
            request.onStart({end.nextCursor, total < 0 ? std::nullopt : std::optional(total)});
        }
        if (auto taken = sink(std::move(step->page.records)); !taken)
            return failure(taken.error());
        if (step->isLast)
            break;
    }
    end.wasFull = !since && request.resumeAfter.isEmpty();
    return end;
}

Result<QList<RemoteRecord>> Reader::collect(Walk walk, std::stop_token stop)
{
    QList<RemoteRecord> records;
    for (;;) {
        auto step = next(walk, stop);
        if (!step)
            return failure(step.error());
        records.append(step->page.records);
        if (step->isLast)
            return records;
    }
}

Result<QList<LookUp>> Reader::byIds(const RemoteEntity &entity, const QStringList &ids, const QStringList &fields,
                                    std::stop_token stop)
{
    QStringList numbers;
    for (const QString &id : ids) {
        if (idNumber(id) > 0)
            numbers.append(id);
    }
    QMap<qint64, RemoteRecord> found;
    std::optional<Error> forbidden;
    for (const QStringList &part : splitTexts(numbers, m_capabilities.readBatch, longestList, lengthInAddress)) {
        const Condition asked{u"id"_s, Operator::In, part.join(u',')};
        auto records = collect({entity, fields, {asked}, {}, false, false, u"0"_s}, stop);
        if (!records && records.error().kind != ErrorKind::Permission)
            return failure(records.error());
        if (!records)
            forbidden = records.error();
        for (const RemoteRecord &record : records.value_or(QList<RemoteRecord>()))
            found.insert(idNumber(record.id), record);
    }
    QList<LookUp> looks;
    for (const QString &id : ids) {
        const auto record = found.constFind(idNumber(id));
        if (record != found.constEnd())
            looks.append({id, Presence::Found, *record, {}});
        else if (forbidden && idNumber(id) > 0)
            looks.append({id, Presence::Forbidden, {}, *forbidden});
        else
            looks.append(alone(entity, id, fields, stop));
        if (looks.last().presence == Presence::Unknown && concernsAll(looks.last().error))
            return failure(looks.last().error);
    }
    return looks;
}

/// A list leaves out what it does not show, for whatever reason; only the record's own address tells why.
LookUp Reader::alone(const RemoteEntity &entity, const QString &id, const QStringList &fields, std::stop_token stop)
{
    LookUp look{id, Presence::Unknown, {}, {}};
    const QString about = tr("Record %1 of %2 in %3").arg(id, entity.name, m_api.site());
    if (idNumber(id) <= 0) {
        look.presence = Presence::NotFound;
        return look;
    }
    const auto answer = m_api.get('/' + entity.name.toLatin1() + '/' + id.toLatin1(), {}, stop);
    if (!answer) {
        look.error = answer.error();
        return look;
    }
    if (answer->response.isSuccess()) {
        auto record = decodedRecord(entity, answer->root()[recordKey(*objectOf(entity.name)).toStdString()], fields);
        QList<RemoteRecord> one;
        if (record)
            one.append(*record);
        const auto filled = m_memberships.fill(entity, fields, one, stop);
        if (record && !filled)
            record = failure(filled.error());
        look.presence = record ? Presence::Found : Presence::Unknown;
        if (record)
            look.record = one.first();
        else
            look.error = record.error();
        return look;
    }
    look.error = m_api.refusal(*answer, about);
    if (saysNotFound(*answer))
        look.presence = Presence::NotFound;
    else if (answer->response.status == 403 && answer->isRefusal())
        look.presence = Presence::Forbidden;
    else
        look.error.kind = ErrorKind::Server;
    return look;
}

Result<QList<RemoteRecord>> Reader::byKey(const RemoteEntity &entity, const QString &name, const QStringList &values,
                                          const QStringList &fields, std::stop_token stop)
{
    const RemoteField *field = entity.field(name);
    const bool isColumn = field && field->type != FieldType::Consent && field->nativeType != "tags"_L1
        && field->name != ownerField && field->name != stageField && !isMembership(*field);
    if (!isColumn) {
        return failure(ErrorKind::Usage, tr("%1 in Mautic cannot be searched by %2.").arg(entity.name, name),
                       tr("Choose another field as the match key."));
    }
    QStringList wanted, folded;
    for (const QString &value : values) {
        if (!value.trimmed().isEmpty() && !folded.contains(collated(value))) {
            wanted.append(value.trimmed());
            folded.append(collated(value));
        }
    }
    const QStringList asked = fields.contains(name) ? fields : fields + QStringList{name};
    QMap<qint64, RemoteRecord> found;
    for (const QStringList &part : splitTexts(wanted, m_capabilities.readBatch, longestList, lengthInAddress)) {
        // "eq" never finds a text with & ' or "; "in" with quoted values does.
        const Condition condition{name, Operator::In, csvList(part)};
        auto records = collect({entity, asked, {condition}, {}, false, false, u"0"_s}, stop);
        if (!records)
            return failure(records.error());
        for (RemoteRecord &record : *records) {
            if (!folded.contains(collated(record.fields.value(name).text())))
                continue;
            if (!fields.contains(name))
                record.fields.remove(name);
            found.insert(idNumber(record.id), record);
        }
    }
    return found.values();
}

Result<QList<RemoteRecord>> Reader::createdSince(const RemoteEntity &entity, std::chrono::seconds since,
                                                 const QStringList &fields, std::stop_token stop)
{
    const Condition added{u"date_added"_s, Operator::GreaterOrEqual, databaseTime(since)};
    return collect({entity, fields, {added}, {}, false, false, u"0"_s}, stop);
}

} // namespace syncline::connectors::mautic
