#include "core/services/review.h"

#include "core/engine/context.h"
#include "core/sync/settle.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Review", text);
}

/// S-8: what a side got after the person looked is no part of the answer: it stays a change since the base before, and is
/// asked about again. Gives the raw values that belong to the bases.
QMap<QString, Value> withoutUnseen(const LinkRow &row, const Link &before, Link &answered, const Binding &binding,
                                   const QString &field, FieldType kind, const QMap<QString, Value> &seen)
{
    QMap<QString, Value> raw = row.shadow;
    const auto shown = seen.constFind(before.system + u'/' + before.remote);
    if (shown == seen.cend())
        return raw;
    for (const FieldMap &map : binding.system.fields) {
        const Value there = before.shadow.value(map.id);
        if (map.hub != field || !there.isReadable() || same(kind, there, *shown))
            continue;
        const Half old = before.base.value(map.id).remote;
        if (old.never)
            answered.base.remove(map.id);
        else
            answered.base.insert(map.id, {Half{}, old, map.id});
        const auto kept = row.base.value(map.id).remote;
        for (const QString &name : binding.mapping.remoteFieldsOf(map.id)) {
            raw.remove(name);
            if (kept.contains(name))
                raw.insert(name, kept.value(name));
        }
    }
    return raw;
}

/// A side that was not shown has changed since it agreed: that is decided another time.
bool hasMoved(const Link &link, const FieldMap &map, FieldType kind, const Value &value)
{
    const Value there = link.shadow.value(map.id);
    const Base base = link.base.value(map.id);
    return !same(kind, there, value) && (base.remote.never || !same(kind, base.remote.value, there));
}

} // namespace

/// A run may be writing the same record: what is decided about is what stands when nobody else can write.
Result<void> Review::resolve(const QString &id, const Answer &answer)
{
    return m_session.stores().db.transaction("answer", [&] { return resolveNow(id, answer); });
}

Result<void> Review::resolveNow(const QString &id, const Answer &answer)
{
    const auto found = decidable(id, u"conflict"_s);
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
    const QMap<QString, Value> seen = seenValues(*found);
    const auto linkRows = m_session.stores().records.linksOf(row.id);
    if (!linkRows)
        return failure(linkRows.error());
    QList<Link> links;
    for (const LinkRow &link : *linkRows) {
        if (const Binding *binding = context.binding(link.integration, link.remoteEntity))
            links.append(toLink(link, *binding));
    }
    Value value = seen.value(u"hub"_s, Value::null());
    if (!answer.keepApart) {
        const auto chosen = valueOfAnswer(*found, answer);
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
        const FieldType kind = context.policies.kinds.value(field, FieldType::Text);
        for (Link &link : resolved) {
            const bool wasShown = seen.contains(link.system + u'/' + link.remote);
            for (const FieldMap &map : context.systems.value(link.system).fields) {
                if (map.hub != field || !link.shadow.contains(map.id))
                    continue;
                if (wasShown)
                    link.base[map.id].hub = Half::of(value);
                else if (!hasMoved(link, map, kind, value))
                    link.base.insert(map.id, {Half::of(value), Half::of(link.shadow.value(map.id)), map.id});
            }
        }
    }
    const QString shown = answer.keepApart ? tr("each side keeps its own")
        : answer.value                     ? answer.value->display()
                                           : answer.take;
    const Act act{u"conflict_resolved"_s,
                  toConflictCase(*found).field,
                  shown,
                  {{u"value"_s, value.toJson()},
                   {u"sides"_s, found->document.value("sides"_L1)},
                   {u"keep_apart"_s, answer.keepApart}},
                  row.id,
                  {}};
    return decide(*found, act, [&]() -> Result<void> {
        row.fields = record.fields;
        row.matchKey = context.keyOfHub(row.fields);
        ++row.revision;
        row.pending = 1;
        row.updatedAt = m_session.clock().now().count();
        if (auto done = m_session.stores().records.updateHub(row); !done)
            return done;
        int next = 0;
        for (LinkRow link : *linkRows) {
            const Binding *binding = context.binding(link.integration, link.remoteEntity);
            if (!binding)
                continue;
            const auto raw = withoutUnseen(link, links[next], resolved[next], *binding, field,
                                           context.policies.kinds.value(field, FieldType::Text), seen);
            writeBack(link, links[next], resolved[next], *binding, raw, {});
            ++next;
            if (auto done = m_session.stores().records.saveLink(link); !done)
                return done;
        }
        return m_session.stores().review.remove(id);
    });
}

Result<void> Review::resolveAll(const QList<QPair<QString, Answer>> &answers)
{
    return m_session.stores().db.transaction("answers", [&]() -> Result<void> {
        for (const auto &[id, answer] : answers) {
            if (auto done = resolve(id, answer); !done)
                return done;
        }
        return {};
    });
}

} // namespace syncline::core
