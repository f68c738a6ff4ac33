#include "core/services/memento.h"

#include "core/workspace/documents.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

LinkKey keyOf(const LinkRow &link)
{
    return {link.integration, link.remoteEntity, link.remoteId};
}

bool isSame(const LinkKey &a, const LinkKey &b)
{
    return a.integration == b.integration && a.remoteEntity == b.remoteEntity && a.remoteId == b.remoteId;
}

QJsonValue optionalJson(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

std::optional<qint64> optionalFrom(const QJsonValue &json)
{
    return json.isDouble() ? std::optional(json.toInteger()) : std::nullopt;
}

QJsonValue sightJson(const std::optional<Sight> &sight)
{
    return sight ? QJsonValue(sightToJson(*sight)) : QJsonValue();
}

std::optional<Sight> sightFrom(const QJsonValue &json)
{
    return json.isArray() ? std::optional(sightFromJson(json.toArray())) : std::nullopt;
}

QJsonArray keyJson(const LinkKey &key)
{
    return {key.integration, key.remoteEntity, key.remoteId};
}

LinkKey keyFrom(const QJsonValue &json)
{
    return {json[0].toString(), json[1].toString(), json[2].toString()};
}

QJsonObject hubJson(const HubRow &hub)
{
    return {{u"id"_s, hub.id},
            {u"entity"_s, hub.entity},
            {u"state"_s, int(hub.state)},
            {u"key"_s, hub.matchKey},
            {u"fields"_s, hubFieldsToJson(hub.fields)},
            {u"asked"_s, sightJson(hub.deleteAsked)},
            {u"released"_s, sightJson(hub.released)},
            {u"revision"_s, hub.revision},
            {u"created"_s, hub.createdAt},
            {u"updated"_s, hub.updatedAt}};
}

HubRow hubFrom(const QJsonObject &json)
{
    HubRow hub;
    hub.id = json.value("id"_L1).toString();
    hub.entity = json.value("entity"_L1).toString();
    hub.state = HubState(json.value("state"_L1).toInt());
    hub.matchKey = json.value("key"_L1).toString();
    hub.fields = hubFieldsOfDocument(compact(json.value("fields"_L1).toObject()));
    hub.deleteAsked = sightFrom(json.value("asked"_L1));
    hub.released = sightFrom(json.value("released"_L1));
    hub.revision = json.value("revision"_L1).toInt();
    hub.createdAt = json.value("created"_L1).toInteger();
    hub.updatedAt = json.value("updated"_L1).toInteger();
    return hub;
}

/// What a link and a stranger have alike: where the record stands, and what it showed when it was read.
template<typename Row>
QJsonObject remoteJson(const Row &row)
{
    return {{u"at"_s, QJsonArray{row.integration, row.remoteEntity, row.remoteId}},
            {u"entity"_s, row.entity},
            {u"key"_s, row.matchKey},
            {u"hash"_s, QString::number(row.contentHash)},
            {u"modified"_s, optionalJson(row.modifiedAt)}};
}

template<typename Row>
Row remoteFrom(const QJsonObject &json)
{
    Row row;
    const LinkKey key = keyFrom(json.value("at"_L1));
    row.integration = key.integration;
    row.remoteEntity = key.remoteEntity;
    row.remoteId = key.remoteId;
    row.entity = json.value("entity"_L1).toString();
    row.matchKey = json.value("key"_L1).toString();
    row.contentHash = json.value("hash"_L1).toString().toLongLong();
    row.modifiedAt = optionalFrom(json.value("modified"_L1));
    return row;
}

QJsonObject linkJson(const LinkRow &link)
{
    QJsonObject json = remoteJson(link);
    json.insert(u"hub"_s, link.hubId);
    json.insert(u"state"_s, int(link.state));
    json.insert(u"document"_s, parseObject(linkDocument(link)));
    json.insert(u"open"_s, link.wroteOpen);
    json.insert(u"not_found"_s, link.evidence.notFound);
    json.insert(u"in_feed"_s, link.evidence.inFeed);
    json.insert(u"missing"_s, link.evidence.missing);
    json.insert(u"seen"_s, link.seen);
    return json;
}

LinkRow linkFrom(const QJsonObject &json)
{
    auto link = remoteFrom<LinkRow>(json);
    link.hubId = json.value("hub"_L1).toString();
    link.state = LinkState(json.value("state"_L1).toInt());
    readLinkDocument(compact(json.value("document"_L1).toObject()), link);
    link.wroteOpen = json.value("open"_L1).toBool();
    link.evidence = {json.value("not_found"_L1).toBool(), json.value("in_feed"_L1).toBool(),
                     json.value("missing"_L1).toInt()};
    link.seen = json.value("seen"_L1).toInt();
    return link;
}

QJsonObject strangerJson(const StrangerRow &stranger)
{
    QJsonObject json = remoteJson(stranger);
    json.insert(u"fields"_s, valuesToJson(stranger.fields));
    json.insert(u"created"_s, optionalJson(stranger.createdAt));
    json.insert(u"ours"_s, stranger.ours ? QJsonValue(*stranger.ours) : QJsonValue());
    json.insert(u"left_out"_s, stranger.leftOut);
    json.insert(u"first_seen"_s, stranger.firstSeen);
    return json;
}

StrangerRow strangerFrom(const QJsonObject &json)
{
    auto stranger = remoteFrom<StrangerRow>(json);
    stranger.fields = valuesOfDocument(compact(json.value("fields"_L1).toObject()));
    stranger.createdAt = optionalFrom(json.value("created"_L1));
    if (json.value("ours"_L1).isBool())
        stranger.ours = json.value("ours"_L1).toBool();
    stranger.leftOut = json.value("left_out"_L1).toString();
    stranger.firstSeen = json.value("first_seen"_L1).toInteger();
    return stranger;
}

} // namespace

Result<Memento> Memento::take(Stores &stores, const QString &hubId, const std::optional<LinkKey> &stranger)
{
    Memento memento;
    QList<LinkKey> keys;
    if (!hubId.isEmpty()) {
        const auto hub = stores.records.hub(hubId);
        const auto links = stores.records.linksOf(hubId);
        if (!hub || !links)
            return failure(hub ? links.error() : hub.error());
        memento.hub = *hub;
        memento.links = *links;
        for (const LinkRow &link : *links)
            keys.append(keyOf(link));
    }
    if (stranger) {
        const auto row = stores.records.stranger(*stranger);
        if (!row)
            return failure(row.error());
        memento.stranger = *row;
        keys.append(*stranger);
    }
    for (const LinkKey &key : std::as_const(keys)) {
        const auto buried = stores.records.isBuried(key);
        if (!buried)
            return failure(buried.error());
        if (*buried)
            memento.graves.append(key);
    }
    return memento;
}

QJsonObject Memento::toJson() const
{
    QJsonArray linkRows, graveRows;
    for (const LinkRow &link : links)
        linkRows.append(linkJson(link));
    for (const LinkKey &key : graves)
        graveRows.append(keyJson(key));
    return {{u"hub"_s, hub ? QJsonValue(hubJson(*hub)) : QJsonValue()},
            {u"links"_s, linkRows},
            {u"stranger"_s, stranger ? QJsonValue(strangerJson(*stranger)) : QJsonValue()},
            {u"graves"_s, graveRows}};
}

Memento Memento::fromJson(const QJsonObject &json)
{
    Memento memento;
    if (json.value("hub"_L1).isObject())
        memento.hub = hubFrom(json.value("hub"_L1).toObject());
    for (const QJsonValue &link : json.value("links"_L1).toArray())
        memento.links.append(linkFrom(link.toObject()));
    if (json.value("stranger"_L1).isObject())
        memento.stranger = strangerFrom(json.value("stranger"_L1).toObject());
    for (const QJsonValue &grave : json.value("graves"_L1).toArray())
        memento.graves.append(keyFrom(grave));
    return memento;
}

QByteArray Memento::digest() const
{
    Memento plain = *this;
    for (LinkRow &link : plain.links) {
        link.evidence = {};
        link.seen = 0;
    }
    return QCryptographicHash::hash(compact(plain.toJson()), QCryptographicHash::Sha256).toHex();
}

Result<void> Memento::restore(Stores &stores, const Memento &after) const
{
    for (const LinkRow &link : after.links) {
        const auto isThis = [&](const LinkRow &other) { return isSame(keyOf(other), keyOf(link)); };
        if (std::ranges::any_of(links, isThis))
            continue;
        if (auto done = stores.records.removeLink(keyOf(link)); !done)
            return done;
    }
    for (const LinkKey &grave : after.graves) {
        const auto isThis = [&](const LinkKey &other) { return isSame(other, grave); };
        if (std::ranges::any_of(graves, isThis))
            continue;
        if (auto done = stores.records.exhume(grave); !done)
            return done;
    }
    for (const LinkRow &link : links) {
        if (auto done = stores.records.saveLink(link); !done)
            return done;
    }
    if (stranger) {
        if (auto done = stores.records.saveStranger(*stranger); !done)
            return done;
    }
    if (!hub)
        return {};
    HubRow row = *hub;
    row.revision = after.hub ? after.hub->revision + 1 : row.revision;
    row.pending = 1;
    return stores.records.updateHub(row);
}

} // namespace syncline::core
