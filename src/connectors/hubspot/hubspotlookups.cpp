#include "connectors/hubspot/hubspotreader.h"

#include "connectors/common/batches.h"
#include "connectors/hubspot/hubspotasking.h"
#include "connectors/hubspot/hubspotdecoding.h"
#include "connectors/hubspot/hubspotsearch.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Records that are asked for by id, by key, or by the time they were made.
namespace syncline::connectors::hubspot {

namespace {

constexpr qsizetype longestValues = 1'500; ///< of one search, whose body may have 3,000 characters

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Reader", text);
}

} // namespace

Result<QList<LookUp>> Reader::byIds(const RemoteEntity &entity, const QStringList &ids, const QStringList &fields,
                                    std::stop_token stop)
{
    QStringList numbers;
    std::ranges::copy_if(ids, std::back_inserter(numbers), [](const QString &id) { return idNumber(id) > 0; });
    const auto found = batch(entity, numbers, fields, {}, stop);
    if (!found && found.error().kind != ErrorKind::Permission)
        return failure(found.error());
    QHash<QString, RemoteRecord> records;
    for (const RemoteRecord &record : found ? found->records : QList<RemoteRecord>())
        records.insert(record.id, record);
    QList<LookUp> looks;
    for (const QString &id : ids) {
        const QString now = found ? found->winners.value(id, id) : id;
        const auto record = records.constFind(records.contains(id) ? id : now);
        if (idNumber(id) <= 0)
            looks.append({id, Presence::NotFound, {}, {}});
        else if (!found)
            looks.append({id, Presence::Forbidden, {}, found.error()});
        else if (record != records.cend())
            looks.append({id, Presence::Found, *record, {}});
        else
            looks.append({id, Presence::Unknown, {}, {}});
    }
    QList<LookUp *> open;
    for (LookUp &look : looks) {
        if (look.presence == Presence::Unknown)
            open.append(&look);
    }
    alone(entity, fields, open, stop);
    for (const LookUp *look : open) {
        if (look->presence == Presence::Unknown && look->error.kind != ErrorKind::Server)
            return failure(look->error); // the next request would meet it as well
    }
    return looks;
}

/// A batch leaves out what is not there; the record's own address tells whether it is gone or has another id by now.
void Reader::alone(const RemoteEntity &entity, const QStringList &fields, const QList<LookUp *> &looks,
                   std::stop_token stop)
{
    if (looks.isEmpty())
        return;
    const ObjectKind &kind = *objectKind(entity.name);
    const QByteArray all = encodeComponent(askedProperties(entity, fields).join(u','));
    const bool isWhole = all.size() <= longestQuery;
    QList<QByteArray> paths;
    for (const LookUp *look : looks) {
        const QByteArray path = m_api.objects(entity.name, '/' + look->id.toLatin1());
        paths.append(path + "?properties=" + (isWhole ? all : encodeComponent(mergedProperty)));
    }
    auto look = looks.begin();
    m_api.getAll(
        paths,
        [&](Result<Answer> answer) {
            LookUp &seenNow = **look++;
            if (answer)
                seenNow = seen(entity, seenNow.id, *answer, isWhole ? fields : QStringList());
            else
                seenNow.error = answer.error();
            return true;
        },
        stop);
    const auto isBeside = [&](const QString &field) { return kind.association(field) || field == listsField; };
    if (!isWhole || std::ranges::any_of(fields, isBeside))
        fill(entity, fields, looks, stop);
}

/// The values of records that were found by an address too short to ask for them.
void Reader::fill(const RemoteEntity &entity, const QStringList &fields, const QList<LookUp *> &looks,
                  std::stop_token stop)
{
    for (LookUp *look : looks) {
        if (look->presence != Presence::Found)
            continue;
        const auto found = batch(entity, {look->record.id}, fields, {}, stop);
        if (found && !found->records.isEmpty()) {
            look->record = found->records.first();
        } else {
            look->presence = Presence::Unknown;
            look->error = found ? Error{ErrorKind::Server, {}, {}, {}, {}, false} : found.error();
        }
    }
}

LookUp Reader::seen(const RemoteEntity &entity, const QString &id, const Answer &answer,
                    const QStringList &fields) const
{
    LookUp look{id, Presence::Unknown, {}, {}};
    if (answer.isSuccess()) {
        auto record = decodedRecord(entity, answer.root(), fields);
        look.presence = record ? Presence::Found : Presence::Unknown;
        if (record)
            look.record = std::move(*record);
        else
            look.error = record.error();
        return look;
    }
    look.error = m_api.refusal(answer, tr("Record %1 of %2").arg(id, entity.name));
    if (answer.isRefusal() && answer.response.status == 404)
        look.presence = Presence::NotFound;
    else if (answer.isRefusal() && answer.response.status == 403)
        look.presence = Presence::Forbidden;
    else if (look.error.kind == ErrorKind::NotFound) // a path or a proxy, which says nothing about a record
        look.error.kind = ErrorKind::Server;
    return look;
}

/// What HubSpot keeps unique it finds at once; everything else goes through the search's index, which is late.
Result<QList<RemoteRecord>> Reader::byKey(const RemoteEntity &entity, const QString &name, const QStringList &values,
                                          const QStringList &fields, std::stop_token stop)
{
    const RemoteField *field = entity.field(name);
    if (!field) {
        return failure(ErrorKind::Usage, tr("%1 in HubSpot have no property %2.").arg(entity.name, name),
                       tr("Choose another field as the match key."));
    }
    const QStringList wanted = distinct(values);
    QStringList asked = fields;
    if (!asked.contains(name))
        asked.append(name);
    Result<Batch> found = Batch();
    if (field->unique) {
        found = batch(entity, wanted, asked, name, stop);
    } else {
        QStringList ids;
        for (const QStringList &part : splitTexts(wanted, m_capabilities.readBatch, longestValues, lengthInBody)) {
            const auto more = searchAll(m_api, entity.name, Conditions().oneOf(name, part), stop);
            if (!more)
                return failure(more.error());
            ids += *more;
        }
        found = batch(entity, ids, asked, {}, stop);
    }
    if (!found)
        return failure(found.error());
    QSet<QString> keys;
    for (const QString &value : wanted)
        keys.insert(folded(value));
    QList<RemoteRecord> records;
    for (RemoteRecord &record : found->records) {
        QStringList held = record.fields.value(name).members();
        if (field->unique && field->type == FieldType::Email)
            held += found->otherEmails.value(record.id);
        if (std::ranges::none_of(held, [&](const QString &value) { return keys.contains(folded(value)); }))
            continue;
        if (!fields.contains(name))
            record.fields.remove(name);
        records.append(std::move(record));
    }
    return records;
}

Result<QList<RemoteRecord>> Reader::createdSince(const RemoteEntity &entity, std::chrono::seconds since,
                                                 const QStringList &fields, std::stop_token stop)
{
    const auto ids = searchAll(
        m_api, entity.name, Conditions().atLeast(QString::fromLatin1(objectKind(entity.name)->created), since), stop);
    if (!ids)
        return failure(ids.error());
    auto found = batch(entity, *ids, fields, {}, stop);
    if (!found)
        return failure(found.error());
    return std::move(found->records);
}

} // namespace syncline::connectors::hubspot
