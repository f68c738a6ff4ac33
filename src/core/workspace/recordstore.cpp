#include "core/workspace/documents.h"
#include "core/workspace/rowreading.h"
#include "core/workspace/store.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

std::optional<QString> sightText(const std::optional<Sight> &sight)
{
    if (!sight)
        return std::nullopt;
    return QString::fromUtf8(QJsonDocument(sightToJson(*sight)).toJson(QJsonDocument::Compact));
}

std::optional<Sight> sightFrom(const Statement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return sightFromJson(QJsonDocument::fromJson(row.bytes(column)).array());
}

RecordStore::IdAndHub idAndHub(const Statement &row)
{
    return {row.text(0), row.text(1)};
}

} // namespace

HubRow hubFrom(const Statement &row)
{
    HubRow hub;
    hub.id = row.text(0);
    hub.entity = row.text(1);
    hub.state = HubState(row.integer(2));
    hub.matchKey = row.text(3);
    hub.fields = hubFieldsOfDocument(row.bytes(4));
    hub.deleteAsked = sightFrom(row, 5);
    hub.released = sightFrom(row, 6);
    hub.revision = int(row.integer(7));
    hub.pending = int(row.integer(8));
    hub.createdAt = row.integer(9);
    hub.updatedAt = row.integer(10);
    return hub;
}

LinkRow linkFrom(const Statement &row)
{
    LinkRow link;
    link.integration = row.text(0);
    link.remoteEntity = row.text(1);
    link.remoteId = row.text(2);
    link.entity = row.text(3);
    link.hubId = row.text(4);
    link.state = LinkState(row.integer(5));
    link.matchKey = row.text(6);
    readLinkDocument(row.bytes(7), link);
    link.contentHash = row.integer(8);
    link.wroteOpen = row.integer(9) != 0;
    if (!link.wroteOpen)
        link.wrote.clear();
    link.modifiedAt = row.optionalInteger(10);
    link.evidence = {row.integer(11) != 0, row.integer(12) != 0, int(row.integer(13))};
    link.seen = int(row.integer(14));
    return link;
}

StrangerRow strangerFrom(const Statement &row)
{
    StrangerRow stranger;
    stranger.integration = row.text(0);
    stranger.remoteEntity = row.text(1);
    stranger.remoteId = row.text(2);
    stranger.entity = row.text(3);
    stranger.matchKey = row.text(4);
    stranger.fields = valuesOfDocument(row.bytes(5));
    stranger.contentHash = row.integer(6);
    stranger.modifiedAt = row.optionalInteger(7);
    stranger.createdAt = row.optionalInteger(8);
    if (!row.isNull(9))
        stranger.ours = row.integer(9) != 0;
    stranger.leftOut = row.text(10);
    stranger.seen = int(row.integer(11));
    stranger.firstSeen = row.integer(12);
    return stranger;
}

Result<std::optional<HubRow>> RecordStore::hub(const QString &id)
{
    return readFirst<HubRow>(m_db.query(u"hub_get"_s).bind(id), hubFrom);
}

Result<std::optional<RecordStore::Standing>> RecordStore::standing(const QString &id)
{
    return readFirst<Standing>(m_db.query(u"hub_revision"_s).bind(id), [](const Statement &row) {
        return Standing{int(row.integer(0)), HubState(row.integer(1))};
    });
}

Result<void> RecordStore::insertHub(const HubRow &row)
{
    return m_db.query(u"hub_insert"_s)
        .bind(row.id, row.entity, int(row.state), row.matchKey, hubFieldsDocument(row.fields),
              sightText(row.deleteAsked), sightText(row.released), row.revision, row.pending, row.createdAt,
              row.updatedAt)
        .run();
}

Result<void> RecordStore::updateHub(const HubRow &row)
{
    return m_db.query(u"hub_update"_s)
        .bind(int(row.state), row.matchKey, hubFieldsDocument(row.fields), sightText(row.deleteAsked),
              sightText(row.released), row.revision, row.pending, row.updatedAt, row.id)
        .run();
}

Result<QStringList> RecordStore::hubsByKey(const QString &entity, const QString &key)
{
    return readAll<QString>(m_db.query(u"hub_by_key"_s).bind(entity, key), firstText);
}

Result<void> RecordStore::setPending(const QString &id, int pending)
{
    return m_db.query(u"hub_set_pending"_s).bind(pending, id).run();
}

Result<void> RecordStore::touch(const QString &id)
{
    return m_db.query(u"hub_touch"_s).bind(id).run();
}

Result<void> RecordStore::settlePending(const QString &entity, const QString &run)
{
    return m_db.query(u"hub_settled"_s).bind(entity, run).run();
}

Result<int> RecordStore::countPending(const QString &entity, int pending)
{
    return readNumber(m_db.query(u"hub_count_pending"_s).bind(entity, pending)).map([](qint64 n) { return int(n); });
}

Result<void> RecordStore::setAllPending(const QString &entity)
{
    return m_db.query(u"hub_pending_all"_s).bind(entity).run();
}

Result<QStringList> RecordStore::pendingHubs(const QString &entity, const QString &after, int limit)
{
    return readAll<QString>(m_db.query(u"hub_pending_page"_s).bind(entity, after, limit), firstText);
}

Result<QList<HubRow>> RecordStore::hubPage(const QString &entity, const QString &after, int limit)
{
    return readAll<HubRow>(m_db.query(u"hub_page"_s).bind(entity, after, limit), hubFrom);
}

Result<std::optional<LinkRow>> RecordStore::link(const LinkKey &key)
{
    return readFirst<LinkRow>(m_db.query(u"link_get"_s).bind(key.integration, key.remoteEntity, key.remoteId),
                              linkFrom);
}

Result<std::optional<RecordStore::Glance>> RecordStore::glance(const LinkKey &key)
{
    return readFirst<Glance>(m_db.query(u"link_glance"_s).bind(key.integration, key.remoteEntity, key.remoteId),
                             [](const Statement &row) {
                                 return Glance{row.text(0),         LinkState(row.integer(1)), row.integer(2),
                                               row.integer(3) != 0, row.integer(4) != 0,       int(row.integer(6))};
                             });
}

Result<void> RecordStore::linkSeen(const LinkKey &key, int listing)
{
    return m_db.query(u"link_seen"_s).bind(listing, key.integration, key.remoteEntity, key.remoteId).run();
}

Result<QList<LinkRow>> RecordStore::linksOf(const QString &hubId)
{
    return readAll<LinkRow>(m_db.query(u"links_of_hub"_s).bind(hubId), linkFrom);
}

Result<QStringList> RecordStore::hubsByLinkKey(const QString &entity, const QString &key)
{
    return readAll<QString>(m_db.query(u"link_hubs_by_key"_s).bind(entity, key), firstText);
}

Result<void> RecordStore::saveLink(const LinkRow &row)
{
    return m_db.query(u"link_upsert"_s)
        .bind(row.integration, row.remoteEntity, row.remoteId, row.entity, row.hubId, int(row.state), row.matchKey,
              linkDocument(row), row.contentHash, row.wroteOpen, row.modifiedAt, row.evidence.notFound,
              row.evidence.inFeed, row.evidence.missing, row.seen)
        .run();
}

Result<void> RecordStore::removeLink(const LinkKey &key)
{
    return m_db.query(u"link_delete"_s).bind(key.integration, key.remoteEntity, key.remoteId).run();
}

Result<QString> RecordStore::hubOfLink(const LinkKey &key)
{
    return readFirst<QString>(m_db.query(u"link_hub"_s).bind(key.integration, key.remoteEntity, key.remoteId),
                              firstText)
        .map([](const std::optional<QString> &hub) { return hub.value_or(QString()); });
}

Result<QString> RecordStore::remoteOfHub(const QString &integration, const QString &remoteEntity, const QString &hubId)
{
    return readFirst<QString>(m_db.query(u"link_remote_of_hub"_s).bind(hubId, integration, remoteEntity), firstText)
        .map([](const std::optional<QString> &remote) { return remote.value_or(QString()); });
}

Result<void> RecordStore::addWaiting(const Waiting &relation)
{
    return m_db.query(u"waiting_add"_s).bind(relation.hubId, relation.integration, relation.target).run();
}

Result<bool> RecordStore::isWaiting(const QString &hubId)
{
    return readFirst<QString>(m_db.query(u"waiting_has"_s).bind(hubId), firstText)
        .map([](const std::optional<QString> &target) { return target.has_value(); });
}

Result<void> RecordStore::clearWaiting(const QString &hubId)
{
    return m_db.query(u"waiting_clear"_s).bind(hubId).run();
}

Result<void> RecordStore::wakeWaiting(const LinkKey &linked, const QString &hubId)
{
    const QString remote = linked.remoteEntity + u'/' + linked.remoteId;
    return m_db.query(u"waiting_wake"_s).bind(linked.integration, remote, hubId).run();
}

Result<int> RecordStore::liveLinks(const QString &entity)
{
    return readNumber(m_db.query(u"link_count_live"_s).bind(entity)).map([](qint64 n) { return int(n); });
}

Result<int> RecordStore::liveLinks(const QString &integration, const QString &remoteEntity)
{
    return readNumber(m_db.query(u"link_count_by_integration"_s).bind(integration, remoteEntity)).map([](qint64 n) {
        return int(n);
    });
}

Result<QList<RecordStore::IdAndHub>> RecordStore::linksNotListed(const QString &integration,
                                                                 const QString &remoteEntity, int listing)
{
    return readAll<IdAndHub>(m_db.query(u"link_not_listed"_s).bind(integration, remoteEntity, listing), idAndHub);
}

Result<QList<RecordStore::IdAndHub>> RecordStore::linksWithEvidence(const QString &integration,
                                                                    const QString &remoteEntity)
{
    return readAll<IdAndHub>(m_db.query(u"link_evidence"_s).bind(integration, remoteEntity), idAndHub);
}

Result<QStringList> RecordStore::witnesses(const QString &integration, const QString &remoteEntity)
{
    return readAll<QString>(m_db.query(u"link_witness"_s).bind(integration, remoteEntity), firstText);
}

Result<void> RecordStore::addMissing(const LinkKey &key)
{
    return m_db.query(u"link_missing"_s).bind(key.integration, key.remoteEntity, key.remoteId).run();
}

Result<void> RecordStore::setInFeed(const LinkKey &key)
{
    return m_db.query(u"link_in_feed"_s).bind(key.integration, key.remoteEntity, key.remoteId).run();
}

Result<void> RecordStore::setNotFound(const LinkKey &key)
{
    return m_db.query(u"link_not_found"_s).bind(key.integration, key.remoteEntity, key.remoteId).run();
}

Result<void> RecordStore::resetEvidence(const QString &integration)
{
    return m_db.query(u"link_reset_evidence"_s).bind(integration).run();
}

Result<std::optional<RecordStore::StrangerGlance>> RecordStore::strangerGlance(const LinkKey &key)
{
    return readFirst<StrangerGlance>(
        m_db.query(u"stranger_glance"_s).bind(key.integration, key.remoteEntity, key.remoteId),
        [](const Statement &row) {
            return StrangerGlance{row.integer(0), row.text(1), row.integer(2)};
        });
}

Result<std::optional<StrangerRow>> RecordStore::stranger(const LinkKey &key)
{
    return readFirst<StrangerRow>(m_db.query(u"stranger_get"_s).bind(key.integration, key.remoteEntity, key.remoteId),
                                  strangerFrom);
}

Result<void> RecordStore::strangerSeen(const LinkKey &key, int listing)
{
    return m_db.query(u"stranger_seen"_s).bind(listing, key.integration, key.remoteEntity, key.remoteId).run();
}

Result<void> RecordStore::saveStranger(const StrangerRow &row)
{
    return m_db.query(u"stranger_upsert"_s)
        .bind(row.integration, row.remoteEntity, row.remoteId, row.entity, row.matchKey, valuesDocument(row.fields),
              row.contentHash, row.modifiedAt, row.createdAt, row.ours, row.leftOut, row.seen, row.firstSeen)
        .run();
}

Result<void> RecordStore::removeStranger(const LinkKey &key)
{
    return m_db.query(u"stranger_delete"_s).bind(key.integration, key.remoteEntity, key.remoteId).run();
}

Result<QList<LinkKey>> RecordStore::strangersByKey(const QString &entity, const QString &key)
{
    return readAll<LinkKey>(m_db.query(u"strangers_by_key"_s).bind(entity, key), [](const Statement &row) {
        return LinkKey{row.text(0), row.text(1), row.text(2)};
    });
}

Result<QList<StrangerRow>> RecordStore::strangerPage(const QString &entity, const LinkKey &after, int limit)
{
    return readAll<StrangerRow>(
        m_db.query(u"stranger_page"_s).bind(entity, after.integration, after.remoteEntity, after.remoteId, limit),
        strangerFrom);
}

Result<QStringList> RecordStore::strangersNotListed(const QString &integration, const QString &remoteEntity,
                                                    int listing)
{
    return readAll<QString>(m_db.query(u"stranger_not_listed"_s).bind(integration, remoteEntity, listing), firstText);
}

Result<void> RecordStore::bury(const LinkKey &key, const QString &reason, Millis at)
{
    return m_db.query(u"tombstone_add"_s).bind(key.integration, key.remoteEntity, key.remoteId, reason, at).run();
}

Result<bool> RecordStore::isBuried(const LinkKey &key)
{
    const auto row = readFirst<QString>(
        m_db.query(u"tombstone_has"_s).bind(key.integration, key.remoteEntity, key.remoteId), firstText);
    if (!row)
        return failure(row.error());
    return row->has_value();
}

Result<void> RecordStore::exhume(const LinkKey &key)
{
    return m_db.query(u"tombstone_delete"_s).bind(key.integration, key.remoteEntity, key.remoteId).run();
}

Result<void> RecordStore::bar(const QString &integration, const QString &hubId, const QString &matchKey)
{
    return m_db.query(u"barred_set"_s).bind(integration, hubId, matchKey).run();
}

Result<QMap<QString, QString>> RecordStore::barred(const QString &hubId)
{
    const auto rows = readAll<QPair<QString, QString>>(
        m_db.query(u"barred_of_hub"_s).bind(hubId),
        [](const Statement &row) { return QPair<QString, QString>(row.text(0), row.text(1)); });
    if (!rows)
        return failure(rows.error());
    QMap<QString, QString> barred;
    for (const auto &[integration, key] : *rows)
        barred.insert(integration, key);
    return barred;
}

Result<CursorRow> RecordStore::cursor(const QString &integration, const QString &remoteEntity)
{
    const auto row = readFirst<CursorRow>(m_db.query(u"cursor_get"_s).bind(integration, remoteEntity),
                                          [](const Statement &q) {
                                              CursorRow cursor;
                                              if (!q.isNull(0))
                                                  cursor.changed = q.text(0);
                                              if (!q.isNull(1))
                                                  cursor.deleted = q.text(1);
                                              cursor.listing = int(q.integer(2));
                                              cursor.listedAt = q.optionalInteger(3);
                                              cursor.mapping = q.text(4);
                                              return cursor;
                                          });
    if (!row)
        return failure(row.error());
    return row->value_or(CursorRow{});
}

Result<void> RecordStore::saveCursor(const QString &integration, const QString &remoteEntity, const CursorRow &row)
{
    return m_db.query(u"cursor_set"_s)
        .bind(integration, remoteEntity, row.changed, row.deleted, row.listing, row.listedAt, row.mapping)
        .run();
}

Result<void> RecordStore::forgetCursors(const QString &integration)
{
    return m_db.query(u"cursor_forget"_s).bind(integration).run();
}

} // namespace syncline::core
