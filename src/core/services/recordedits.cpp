#include "core/engine/reports.h"
#include "core/services/records.h"

#include "core/engine/context.h"
#include "core/sync/planner.h"
#include "core/workspace/documents.h"
#include "foundation/ids.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Records", text);
}

} // namespace

Result<void> Records::put(HubRow &found, const QMap<QString, QString> &fields)
{
    const Seconds now = m_session.clock().nowSeconds();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const auto value = parse(found.entity, it.key(), *it);
        if (!value)
            return failure(value.error());
        const QString key = m_session.schema().mergeKey(found.entity, it.key());
        Value whole = *value;
        if (key != it.key()) {
            Value::Parts parts = found.fields.value(key).value.parts();
            parts.insert(it.key(), *value);
            whole = Value::group(parts);
        }
        found.fields.insert(key, HubField{whole, personAuthor, now, now, {}});
    }
    auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    found.matchKey = EntityContext(*catalog, found.entity).keyOfHub(found.fields);
    found.updatedAt = m_session.clock().now().count();
    found.pending = 1;
    return found.matchKey.isEmpty() ? Result<void>() : refuseErased(found.entity, found.matchKey);
}

Result<void> Records::refuseErased(const QString &entity, const QString &matchKey)
{
    const auto at = m_session.stores().erasures.erasedAt(entity, matchKey);
    if (!at)
        return failure(at.error());
    if (!*at)
        return {};
    return failure(ErrorKind::Usage, tr("The person with this match key was erased on %1.").arg(isoTime(**at)),
                   tr("Who was erased is not taken in again. Use another address if this is somebody else."));
}

Result<QString> Records::create(const QString &entity, const QMap<QString, QString> &fields)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return failure(allowed.error());
    if (!m_session.schema().entity(entity))
        return failure(ErrorKind::Usage, tr("There is no entity named %1.").arg(entity),
                       tr("Entities are: %1.").arg(m_session.schema().entities().join(u", "_s)));
    HubRow made;
    made.id = newUuid7(m_session.clock().now(), randomBytes(10));
    made.entity = entity;
    made.createdAt = m_session.clock().now().count();
    if (auto filled = put(made, fields); !filled)
        return failure(filled.error());
    auto saved = m_session.stores().db.transaction("create", [&] {
        return m_session.stores().records.insertHub(made).and_then([&] {
            return m_session.stores().review.audit({made.createdAt,
                                                    m_session.actor.name,
                                                    {},
                                                    0,
                                                    u"created"_s,
                                                    entity,
                                                    made.id,
                                                    {},
                                                    hubFieldsToJson(made.fields)});
        });
    });
    if (!saved)
        return failure(saved.error());
    return made.id;
}

Result<void> Records::set(const QString &id, const QMap<QString, QString> &fields)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    // A run may be writing the same record: what is changed is what stands when nobody else can write.
    return m_session.stores().db.transaction("edit", [&]() -> Result<void> {
        auto found = row(id);
        if (!found)
            return failure(found.error());
        const auto before = found->fields;
        if (auto filled = put(*found, fields); !filled)
            return filled;
        ++found->revision;
        for (auto it = found->fields.begin(); it != found->fields.end(); ++it) {
            if (before.value(it.key()) == *it)
                continue;
            auto done = m_session.stores().review.audit(
                {found->updatedAt,
                 m_session.actor.name,
                 {},
                 0,
                 u"edited"_s,
                 found->entity,
                 id,
                 it.key(),
                 {{u"before"_s, before.value(it.key()).value.toJson()}, {u"after"_s, it->value.toJson()}}});
            if (!done)
                return done;
        }
        return m_session.stores().records.updateHub(*found);
    });
}

Result<void> Records::remove(const QString &id)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    return m_session.stores().db.transaction("delete asked", [&]() -> Result<void> {
        auto found = row(id);
        const auto seen = found ? sightNow(*found) : Result<Sight>(failure(found.error()));
        if (!seen)
            return failure(seen.error());
        found->deleteAsked = *seen;
        found->pending = 1;
        ++found->revision;
        return m_session.stores().records.updateHub(*found).and_then([&] {
            return m_session.stores().review.audit({m_session.clock().now().count(),
                                                    m_session.actor.name,
                                                    {},
                                                    0,
                                                    u"delete_asked"_s,
                                                    found->entity,
                                                    id,
                                                    {},
                                                    {}});
        });
    });
}

/// Everything that a person who looks at the record sees.
Result<Sight> Records::sightNow(const HubRow &found)
{
    auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    const EntityContext context(*catalog, found.entity);
    const auto rows = m_session.stores().records.linksOf(found.id);
    if (!rows)
        return failure(rows.error());
    QList<Link> links;
    for (const LinkRow &link : *rows) {
        if (const Binding *binding = context.binding(link.integration, link.remoteEntity))
            links.append(toLink(link, *binding));
    }
    Snapshot snapshot;
    snapshot.systems = context.systems;
    snapshot.policies = context.policies;
    return sightOf(snapshot, toHubRecord(found), links);
}

} // namespace syncline::core
