#include "core/services/review.h"

#include "core/engine/context.h"
#include "core/engine/planning.h"
#include "core/engine/reports.h"
#include "core/sync/settle.h"
#include "core/workspace/documents.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Review", text);
}

const QStringList duplicateCodes{u"twins"_s, u"several_hub_records"_s, u"linked_elsewhere"_s, u"key_taken"_s};

/// The parts of a group on which the sides differ.
QStringList differingParts(const QJsonArray &sides)
{
    QStringList keys, differing;
    QList<Value> values;
    for (const QJsonValue &side : sides) {
        values.append(Value::fromJson(side["value"_L1]));
        if (values.last().isGroup())
            keys << values.last().parts().keys();
    }
    std::ranges::sort(keys);
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        const Value *first = nullptr;
        for (const Value &value : std::as_const(values)) {
            if (!value.part(key).isReadable())
                continue;
            static thread_local Value kept;
            if (!first) {
                kept = value.part(key);
                first = &kept;
            } else if (!same(FieldType::Text, *first, value.part(key)) && !differing.contains(key)) {
                differing << key;
            }
        }
    }
    return differing;
}

QJsonValue shownValue(const QJsonValue &stored, const QString &part)
{
    const Value value = Value::fromJson(stored);
    if (!value.isGroup())
        return stored;
    if (!part.isEmpty())
        return value.part(part).isReadable() ? value.part(part).toJson() : QJsonValue();
    QJsonObject object;
    const auto parts = value.parts();
    for (auto it = parts.begin(); it != parts.end(); ++it)
        object.insert(it.key(), it->toJson());
    return object;
}

} // namespace

Result<ReviewItem> Review::item(const QString &id, const QString &kind)
{
    const auto found = m_session.stores().review.get(id);
    if (!found)
        return failure(found.error());
    if (!*found || (*found)->kind != kind) {
        return failure(ErrorKind::Usage, tr("Nothing waits under the id %1.").arg(id),
                       tr("See what waits with: syncline-cli %1 list")
                           .arg(kind == "conflict"_L1     ? u"conflicts"_s
                                    : kind == "delete"_L1 ? u"deletes"_s
                                                          : u"held"_s));
    }
    return **found;
}

Result<QJsonObject> Review::conflictJson(const ReviewItem &found)
{
    const QJsonArray stored = found.document.value("sides"_L1).toArray();
    const QString field = found.document.value("field"_L1).toString();
    const QStringList parts = differingParts(stored);
    const QString part = parts.size() == 1 ? parts.first() : QString();
    QJsonArray sides;
    for (const QJsonValue &side : stored) {
        const QJsonValue at = side["changed_at"_L1];
        sides.append(
            QJsonObject{{u"system"_s, side["system"_L1]},
                        {u"base"_s,
                         side["base"_L1].isNull() || side["base"_L1].isUndefined() ? QJsonValue()
                                                                                   : shownValue(side["base"_L1], part)},
                        {u"value"_s, shownValue(side["value"_L1], part)},
                        {u"changed_at"_s, at.isDouble() ? QJsonValue(isoTime(at.toInteger() * 1000)) : QJsonValue()},
                        {u"by"_s, side["by"_L1]}});
    }
    return QJsonObject{{u"id"_s, found.id},        {u"entity"_s, found.entity},
                       {u"record"_s, found.hubId}, {u"field"_s, part.isEmpty() ? field : part},
                       {u"sides"_s, sides},        {u"cause"_s, found.document.value("cause"_L1)}};
}

Result<QJsonArray> Review::conflicts()
{
    const auto items = m_session.stores().review.ofKind(u"conflict"_s);
    if (!items)
        return failure(items.error());
    QJsonArray list;
    for (const ReviewItem &found : *items) {
        const auto json = conflictJson(found);
        if (!json)
            return failure(json.error());
        list.append(*json);
    }
    return list;
}

Result<QJsonObject> Review::conflict(const QString &id)
{
    return item(id, u"conflict"_s).and_then([&](const ReviewItem &found) { return conflictJson(found); });
}

Result<void> Review::audit(const QString &action, const ReviewItem &found, const QString &field,
                           const QJsonObject &document)
{
    return m_session.stores().review.audit({m_session.clock().now().count(),
                                            m_session.actor.name,
                                            {},
                                            0,
                                            action,
                                            found.entity,
                                            found.hubId,
                                            field,
                                            document});
}

Result<Value> Review::chosenValue(const ReviewItem &found, const Answer &answer)
{
    const QJsonArray sides = found.document.value("sides"_L1).toArray();
    if (answer.value) {
        const QStringList parts = differingParts(sides);
        const Value hub = Value::fromJson(sides.at(0)["value"_L1]);
        const bool group = std::ranges::any_of(
            sides, [](const QJsonValue &s) { return Value::fromJson(s["value"_L1]).isGroup(); });
        if (!group)
            return *answer.value;
        if (parts.size() != 1)
            return failure(ErrorKind::Usage, tr("This conflict is about several fields at once."),
                           tr("Take one side with --take."));
        Value::Parts all = hub.parts();
        all.insert(parts.first(), *answer.value);
        return Value::group(all);
    }
    for (const QJsonValue &side : sides) {
        const Value base = side["base"_L1].isNull() ? Value::absent() : Value::fromJson(side["base"_L1]);
        if (answer.take == "base"_L1 && side["system"_L1].toString() != "hub"_L1 && base.isReadable())
            return base;
        if (answer.take != side["system"_L1].toString())
            continue;
        const Value hub = Value::fromJson(sides.at(0)["value"_L1]);
        const Value chosen = Value::fromJson(side["value"_L1]);
        if (!chosen.isGroup())
            return chosen;
        Value::Parts all = hub.parts();
        const auto over = chosen.parts();
        for (auto it = over.begin(); it != over.end(); ++it)
            all.insert(it.key(), *it);
        return Value::group(all);
    }
    return failure(ErrorKind::Usage, tr("This conflict has no side \"%1\".").arg(answer.take),
                   tr("See its sides with: syncline-cli conflicts show %1").arg(found.id));
}

Result<void> Review::resolve(const QString &id, const Answer &answer)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    const auto found = item(id, u"conflict"_s);
    if (!found)
        return failure(found.error());
    auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    const EntityContext context(*catalog, found->entity);
    const QString field = found->document.value("field"_L1).toString();
    const auto hubRow = m_session.stores().records.hub(found->hubId);
    if (!hubRow)
        return failure(hubRow.error());
    if (!*hubRow)
        return failure(ErrorKind::Usage, tr("The record is not here yet."), tr("Run a sync first; then decide."));
    HubRow row = **hubRow;
    QMap<QString, Value> seen;
    const QJsonArray sides = found->document.value("sides"_L1).toArray();
    for (const QJsonValue &side : sides) {
        const QString system = side["system"_L1].toString();
        const QString place = system == "hub"_L1 ? system : system + u'/' + side["remote"_L1].toString();
        seen.insert(place, Value::fromJson(side["value"_L1]));
    }
    const auto linkRows = m_session.stores().records.linksOf(row.id);
    if (!linkRows)
        return failure(linkRows.error());
    QList<Link> links;
    for (const LinkRow &link : *linkRows) {
        if (const Binding *binding = context.byId.value(link.integration))
            links.append(toLink(link, *binding));
    }
    Value value = seen.value(u"hub"_s, Value::null());
    if (!answer.keepApart) {
        const auto chosen = chosenValue(*found, answer);
        if (!chosen)
            return failure(chosen.error());
        value = *chosen;
    }
    QList<Link> resolved = links;
    HubRecord record = toHubRecord(row);
    if (!core::resolve(record, resolved, context.systems, context.policies, field, value, seen,
                       m_session.clock().nowSeconds())) {
        return failure(ErrorKind::Conflict, tr("The record changed since this conflict was shown."),
                       tr("Look at it again with: syncline-cli conflicts show %1, after a sync.").arg(id));
    }
    if (answer.keepApart) { // each side keeps its own and is taken to have agreed to the difference
        record.fields = row.fields;
        for (Link &link : resolved) {
            for (const FieldMap &map : context.systems.value(link.system).fields) {
                if (map.hub == field && link.shadow.contains(map.id))
                    link.base.insert(map.id, {Half::of(value), Half::of(link.shadow.value(map.id)), map.id});
            }
        }
    }
    return m_session.stores().db.transaction("answer", [&]() -> Result<void> {
        row.fields = record.fields;
        row.matchKey = context.keyOfHub(row.fields);
        ++row.revision;
        row.pending = 1;
        row.updatedAt = m_session.clock().now().count();
        if (auto done = m_session.stores().records.updateHub(row); !done)
            return done;
        int next = 0;
        for (LinkRow link : *linkRows) {
            const Binding *binding = context.byId.value(link.integration);
            if (!binding)
                continue;
            writeBack(link, links[next], resolved[next], *binding, link.shadow, {});
            ++next;
            if (auto done = m_session.stores().records.saveLink(link); !done)
                return done;
        }
        return audit(u"conflict_resolved"_s, *found, field,
                     {{u"value"_s, value.toJson()}, {u"sides"_s, sides}, {u"keep_apart"_s, answer.keepApart}})
            .and_then([&] { return m_session.stores().review.remove(id); });
    });
}

Result<QJsonArray> Review::deletes()
{
    const auto items = m_session.stores().review.ofKind(u"delete"_s);
    if (!items)
        return failure(items.error());
    QJsonArray list;
    for (const ReviewItem &found : *items) {
        QJsonArray sight;
        for (const SightRow &row : sightFromJson(found.document.value("sight"_L1).toArray()))
            sight.append(QJsonObject{{u"place"_s, row.place}, {u"field"_s, row.field}, {u"value"_s, row.value}});
        list.append(QJsonObject{{u"id"_s, found.id},
                                {u"entity"_s, found.entity},
                                {u"record"_s, found.hubId},
                                {u"from"_s, found.document.value("from"_L1)},
                                {u"permit"_s, found.document.value("permit"_L1)},
                                {u"edited_elsewhere"_s, found.document.value("edited_elsewhere"_L1)},
                                {u"released"_s, found.document.value("released"_L1)},
                                {u"sight"_s, sight}});
    }
    return list;
}

Result<void> Review::releaseDelete(const QString &id)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    const auto found = item(id, u"delete"_s);
    if (!found)
        return failure(found.error());
    auto row = m_session.stores().records.hub(found->hubId);
    if (!row)
        return failure(row.error());
    if (!*row)
        return failure(ErrorKind::Usage, tr("The record is gone already."),
                       tr("See what waits with: syncline-cli deletes list"));
    (*row)->released = sightFromJson(found->document.value("sight"_L1).toArray());
    ++(*row)->revision;
    (*row)->pending = 1;
    return m_session.stores().db.transaction("release", [&] {
        return m_session.stores().records.updateHub(**row).and_then(
            [&] { return audit(u"delete_released"_s, *found, {}, found->document); });
    });
}

Result<void> Review::keepDeleted(const QString &id)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    const auto found = item(id, u"delete"_s);
    if (!found)
        return failure(found.error());
    auto row = m_session.stores().records.hub(found->hubId);
    if (!row)
        return failure(row.error());
    const auto links = m_session.stores().records.linksOf(found->hubId);
    if (!links)
        return failure(links.error());
    return m_session.stores().db.transaction("keep", [&]() -> Result<void> {
        for (LinkRow link : *links) {
            if (link.integration != found->integration || link.state != LinkState::Live)
                continue;
            link.state = LinkState::Excluded;
            auto done = m_session.stores().records.saveLink(link).and_then([&] {
                return m_session.stores().records.bury({link.integration, link.remoteEntity, link.remoteId},
                                                       u"excluded"_s, m_session.clock().now().count());
            });
            if (!done)
                return done;
        }
        if (*row) {
            (*row)->deleteAsked.reset();
            (*row)->released.reset();
            ++(*row)->revision;
            (*row)->pending = 1;
            if (auto done = m_session.stores().records.updateHub(**row); !done)
                return done;
        }
        return audit(u"delete_kept"_s, *found, {}, found->document).and_then([&] {
            return m_session.stores().review.remove(id);
        });
    });
}

Result<QJsonArray> Review::held()
{
    const auto items = m_session.stores().review.ofKind(u"held"_s);
    const auto integrations = m_session.stores().integrations.all();
    if (!items || !integrations)
        return failure(items ? integrations.error() : items.error());
    QJsonArray list;
    for (const ReviewItem &found : *items) {
        QString name = found.integration;
        for (const IntegrationRow &row : *integrations)
            name = row.id == found.integration ? row.name : name;
        QJsonObject json{{u"id"_s, found.id},
                         {u"entity"_s, found.entity},
                         {u"record"_s, found.hubId},
                         {u"integration"_s, name},
                         {u"remote_id"_s, found.remoteId},
                         {u"code"_s, found.document.value("code"_L1)},
                         {u"reason"_s, found.document.value("reason"_L1)}};
        for (const QString &key : {u"remedy"_s, u"field"_s, u"value"_s}) {
            if (found.document.contains(key))
                json.insert(key, found.document.value(key));
        }
        list.append(json);
    }
    return list;
}

Result<void> Review::retry(const QString &id)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    const auto found = item(id, u"held"_s);
    if (!found)
        return failure(found.error());
    if (found->hubId.isEmpty())
        return {}; // records without a link are looked at in every run
    return m_session.stores().db.transaction("retry", [&] { return m_session.stores().records.touch(found->hubId); });
}

Result<QJsonArray> Review::duplicates()
{
    const auto all = held();
    if (!all)
        return failure(all.error());
    QJsonArray list;
    for (const QJsonValue &entry : *all) {
        if (duplicateCodes.contains(entry["code"_L1].toString()) && !entry["remote_id"_L1].toString().isEmpty())
            list.append(entry);
    }
    return list;
}

Result<void> Review::link(const QString &duplicate, const QString &hubId)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    const auto found = item(duplicate, u"held"_s);
    if (!found)
        return failure(found.error());
    auto hub = m_session.stores().records.hub(hubId);
    if (!hub)
        return failure(hub.error());
    if (!*hub)
        return failure(ErrorKind::Usage, tr("There is no record %1.").arg(hubId),
                       tr("See records with: syncline-cli records list %1").arg(found->entity));
    const auto links = m_session.stores().records.linksOf(hubId);
    if (!links)
        return failure(links.error());
    for (const LinkRow &link : *links) {
        if (link.integration == found->integration && link.state == LinkState::Live)
            return failure(ErrorKind::Usage, tr("The record is linked to another record of this CRM already."),
                           tr("Merge the two in the CRM, or keep them apart with: syncline-cli duplicates apart %1")
                               .arg(duplicate));
    }
    auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    const Binding *binding = catalog->binding(found->integration, found->entity);
    if (!binding)
        return failure(ErrorKind::Usage, tr("Its entity is not mapped any more."),
                       tr("Map it again with: syncline-cli map import FILE"));
    const auto stranger = m_session.stores().records.stranger(
        {found->integration, binding->remote.name, found->remoteId});
    if (!stranger)
        return failure(stranger.error());
    if (!*stranger)
        return failure(ErrorKind::Usage, tr("The record is linked by now, or gone."), tr("Run a sync and look again."));
    LinkRow row;
    row.integration = found->integration;
    row.remoteEntity = binding->remote.name;
    row.remoteId = found->remoteId;
    row.entity = found->entity;
    row.hubId = hubId;
    row.matchKey = (*stranger)->matchKey;
    row.shadow = (*stranger)->fields;
    row.contentHash = (*stranger)->contentHash;
    row.modifiedAt = (*stranger)->modifiedAt;
    return m_session.stores().db.transaction("link", [&] {
        return m_session.stores()
            .records.removeStranger({row.integration, row.remoteEntity, row.remoteId})
            .and_then([&] { return m_session.stores().records.saveLink(row); })
            .and_then([&] { return m_session.stores().records.touch(hubId); })
            .and_then([&] {
                return audit(u"linked"_s, *found, {}, {{u"record"_s, hubId}});
            })
            .and_then([&] { return m_session.stores().review.remove(duplicate); });
    });
}

Result<void> Review::apart(const QString &duplicate)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    const auto found = item(duplicate, u"held"_s);
    if (!found)
        return failure(found.error());
    auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    const Binding *binding = catalog->binding(found->integration, found->entity);
    if (!binding)
        return failure(ErrorKind::Usage, tr("Its entity is not mapped any more."),
                       tr("Map it again with: syncline-cli map import FILE"));
    const LinkKey key{found->integration, binding->remote.name, found->remoteId};
    return m_session.stores().db.transaction("apart", [&] {
        return m_session.stores()
            .records.bury(key, u"apart"_s, m_session.clock().now().count())
            .and_then([&] {
                return audit(u"kept_apart"_s, *found, {}, {{u"remote_id"_s, found->remoteId}});
            })
            .and_then([&] { return m_session.stores().review.remove(duplicate); });
    });
}

} // namespace syncline::core
