#include "core/engine/context.h"
#include "core/services/memento.h"
#include "core/services/recordtypes.h"
#include "core/services/review.h"
#include "foundation/ids.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Review", text);
}

QJsonObject toJson(const ReviewItem &item)
{
    return {{u"id"_s, item.id},
            {u"kind"_s, item.kind},
            {u"entity"_s, item.entity},
            {u"hub"_s, item.hubId},
            {u"integration"_s, item.integration},
            {u"remote"_s, item.remoteId},
            {u"document"_s, item.document},
            {u"run"_s, item.run},
            {u"at"_s, item.at}};
}

ReviewItem itemFrom(const QJsonObject &json)
{
    return {json.value("id"_L1).toString(),          json.value("kind"_L1).toString(),
            json.value("entity"_L1).toString(),      json.value("hub"_L1).toString(),
            json.value("integration"_L1).toString(), json.value("remote"_L1).toString(),
            json.value("document"_L1).toObject(),    json.value("run"_L1).toString(),
            json.value("at"_L1).toInteger()};
}

std::optional<LinkKey> strangerKey(const QJsonObject &document)
{
    const QJsonArray key = document.value("stranger"_L1).toArray();
    if (key.isEmpty())
        return std::nullopt;
    return LinkKey{key.at(0).toString(), key.at(1).toString(), key.at(2).toString()};
}

} // namespace

Result<void> Review::decide(const ReviewItem &found, const Act &act, const std::function<Result<void>()> &body)
{
    Stores &stores = m_session.stores();
    const QString batch = m_batch.isEmpty() ? newUuid7(m_session.clock().now(), randomBytes(10)) : m_batch;
    return stores.db.transaction("decide", [&]() -> Result<void> {
        const auto before = Memento::take(stores, act.hubId, act.stranger);
        if (!before)
            return failure(before.error());
        if (auto done = body(); !done)
            return done;
        const auto after = Memento::take(stores, act.hubId, act.stranger);
        if (!after)
            return failure(after.error());
        QJsonObject document{{u"item"_s, toJson(found)},
                             {u"before"_s, before->toJson()},
                             {u"after"_s, QString::fromLatin1(after->digest())}};
        if (act.stranger)
            document.insert(u"stranger"_s,
                            QJsonArray{act.stranger->integration, act.stranger->remoteEntity, act.stranger->remoteId});
        const DecisionRow row{0,
                              m_session.clock().now().count(),
                              m_session.actor.name,
                              batch,
                              act.action,
                              found.id,
                              found.entity,
                              act.hubId,
                              act.field,
                              act.answer,
                              false,
                              document};
        // The audit names the field that merges; the decision the one that the person saw.
        return audit(act.action, found, found.document.value("field"_L1).toString(), act.details).and_then([&] {
            return stores.review.addDecision(row);
        });
    });
}

Result<bool> Review::canBeTakenBack(const DecisionRow &row)
{
    if (row.takenBack)
        return false;
    const auto now = Memento::take(m_session.stores(), row.hubId, strangerKey(row.document));
    const auto underWay = m_session.stores().runs.intentsOfHub(row.hubId);
    if (!now || !underWay)
        return failure(now ? underWay.error() : now.error());
    return *underWay == 0 && QString::fromLatin1(now->digest()) == row.document.value("after"_L1).toString();
}

Result<QList<PastDecision>> Review::decided(qint64 before, int limit)
{
    const auto rows = m_session.stores().review.decisions(before > 0 ? before : std::numeric_limits<qint64>::max(),
                                                          limit);
    if (!rows)
        return failure(rows.error());
    QList<PastDecision> list;
    for (const DecisionRow &row : *rows) {
        const auto open = canBeTakenBack(row);
        const auto hub = m_session.stores().records.hub(row.hubId);
        if (!open || !hub)
            return failure(open ? hub.error() : open.error());
        const QString title = *hub ? displayName(openGroups(valuesOf((*hub)->fields))) : QString();
        list.append({row.id, row.at, row.actor, row.batch, row.action, row.entity, row.hubId, title, row.field,
                     row.answer, row.takenBack, *open});
    }
    return list;
}

Result<int> Review::decidedSince(Millis at)
{
    return m_session.stores().review.decisionsSince(at);
}

Result<void> Review::takeBack(qint64 id)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    Stores &stores = m_session.stores();
    return stores.db.transaction("take back", [&]() -> Result<void> {
        const auto row = stores.review.decision(id);
        if (!row)
            return failure(row.error());
        if (!*row || (*row)->takenBack)
            return failure(ErrorKind::Usage, tr("There is no such decision to take back."),
                           tr("Look at the list again."));
        const auto open = canBeTakenBack(**row);
        if (!open)
            return failure(open.error());
        if (!*open) {
            return failure(ErrorKind::Conflict, tr("This was carried out already, or the record moved on since."),
                           tr("Change the record itself, or undo the run."));
        }
        const ReviewItem found = itemFrom((*row)->document.value("item"_L1).toObject());
        const auto now = Memento::take(stores, (*row)->hubId, strangerKey((*row)->document));
        if (!now)
            return failure(now.error());
        return Memento::fromJson((*row)->document.value("before"_L1).toObject())
            .restore(stores, *now)
            .and_then([&] { return stores.review.put(found); })
            .and_then([&] { return stores.review.setTakenBack(id); })
            .and_then([&] {
                return audit(u"taken_back"_s, found, found.document.value("field"_L1).toString(),
                             {{u"action"_s, (*row)->action}});
            });
    });
}

Result<int> Review::takeBackAll(const QString &batch)
{
    const auto rows = m_session.stores().review.decisionsOfBatch(batch);
    if (!rows)
        return failure(rows.error());
    int count = 0;
    std::optional<Error> first;
    for (const DecisionRow &row : *rows) { // newest first: two decisions about one record undo in reverse
        auto done = takeBack(row.id);
        count += done ? 1 : 0;
        if (!done && !first)
            first = done.error();
    }
    if (count == 0 && first)
        return failure(*first);
    return count;
}

} // namespace syncline::core
