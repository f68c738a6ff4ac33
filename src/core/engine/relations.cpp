#include "core/engine/relations.h"

#include "core/engine/reviewrows.h"
#include "core/mapping/referencevalues.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Relations", text);
}

/// Takes the waiting members out of one operation.
class Pruning
{
public:
    Pruning(Op &op, const Binding &binding, QList<WaitingRelation> &waiting)
        : m_op(op)
        , m_binding(binding)
        , m_waiting(waiting)
    {
    }

    void run()
    {
        for (const ReferenceLine &line : m_binding.mapping.references()) {
            if (const auto sent = m_op.sent.find(line.mapId); sent != m_op.sent.end())
                prune(line, *sent);
        }
    }

private:
    bool isKnown(const ReferenceLine &line, const QString &hub) const
    {
        return m_binding.references->expects(line.remoteEntity, hub);
    }

    void prune(const ReferenceLine &line, Sent &sent)
    {
        bool waits = false;
        const auto known = [&](const QString &hub) {
            if (isKnown(line, hub))
                return hub;
            waits = true;
            return QString();
        };
        const Value value = withIds(sent.value, line.hubType, known);
        for (const QString &hub : referredIds(sent.value)) {
            if (!isKnown(line, hub))
                m_waiting.append({m_op.hub, m_op.system, ledgerRecord(m_op.remote, m_op.hub), line.hubEntity, hub});
        }
        if (!waits)
            return;
        const bool isSame = value.isBlank() || same(line.hubType, value, sent.before);
        if (isSame) {
            m_op.sent.remove(line.mapId);
            return;
        }
        sent.value = value;
        sent.hub = withIds(sent.hub, line.hubType, known); // what was not sent has not been seen there
    }

    Op &m_op;
    const Binding &m_binding;
    QList<WaitingRelation> &m_waiting;
};

} // namespace

QList<WaitingRelation> takeWaiting(Plan &plan, const EntityContext &context)
{
    QList<WaitingRelation> waiting;
    QList<Op> kept;
    kept.reserve(plan.ops.size());
    for (Op &op : plan.ops) {
        const Binding *binding = op.isLocal() || op.sent.isEmpty() ? nullptr : context.byName.value(op.system);
        if (binding && !binding->mapping.references().isEmpty() && op.kind != OpKind::Delete)
            Pruning(op, *binding, waiting).run();
        if (binding && op.kind == OpKind::Update && op.sent.isEmpty()) {
            plan.touched.remove({op.system, op.remote});
            LedgerRow &row = plan.ledger[op.system][op.remote];
            if (row.status == Status::Written)
                row = {Status::Equal, tr("Only a relation waits.")};
            continue;
        }
        kept.append(std::move(op));
    }
    plan.ops = std::move(kept);
    return waiting;
}

QList<WaitingRelation> waitingInCrms(const Part &part, const Plan &plan, const EntityContext &context)
{
    QList<WaitingRelation> waiting;
    const auto look = [&](const Binding &binding, const QMap<QString, Value> &raw, const QString &hub,
                          const QString &record) {
        for (const ReferenceLine &line : binding.mapping.references()) {
            for (const QString &id : referredIds(raw.value(line.remoteField))) {
                if (binding.references->hubOf(line.remoteEntity, id).isEmpty())
                    waiting.append(
                        {hub, binding.system.name, record, line.hubEntity, line.remoteEntity + u'/' + id, true});
            }
        }
    };
    for (auto it = part.links().begin(); it != part.links().end(); ++it) {
        const Binding *binding = context.byName.value(it.key().first);
        if (binding && it->state == LinkState::Live)
            look(*binding, it->shadow, it->hubId, it->remoteId);
    }
    for (const Op &op : plan.ops) {
        const Binding *binding = op.kind == OpKind::Link ? context.byName.value(op.system) : nullptr;
        const StrangerRow *stranger = binding ? part.stranger(op.system, op.remote) : nullptr;
        if (stranger)
            look(*binding, stranger->fields, op.hub, op.remote);
    }
    return waiting;
}

namespace {

/// Collects which record stands for which, over all integrations.
class Collecting
{
public:
    explicit Collecting(const EntityContext &context) : m_context(context) {}

    void addRaw(const Binding &binding, const QMap<QString, Value> &raw)
    {
        for (const ReferenceLine &line : binding.mapping.references()) {
            for (const QString &id : referredIds(raw.value(line.remoteField))) {
                if (!m_asked.emplace(binding.integration, line.remoteEntity, id).second)
                    continue;
                const QString hub = binding.references->hubOf(line.remoteEntity, id);
                if (hub.isEmpty())
                    continue;
                m_found.insert({binding.integration, line.remoteEntity, id, hub});
                addHub(line.hubEntity, hub);
            }
        }
    }
    void addHub(const QString &entity, const QString &hub)
    {
        if (!m_asked.emplace(QString(), entity, hub).second)
            return;
        for (const Binding *binding : m_context.byName) {
            for (const ReferenceLine &line : binding->mapping.references()) {
                if (line.hubEntity != entity)
                    continue;
                if (!binding->references->expects(line.remoteEntity, hub))
                    continue;
                const QString remote = binding->references->remoteOf(line.remoteEntity, hub);
                m_found.insert({binding->integration, line.remoteEntity, remote, hub});
            }
        }
    }
    QList<LinkedPair> take() const
    {
        QList<LinkedPair> list;
        for (const auto &[integration, entity, remote, hub] : m_found)
            list.append({integration, entity, remote, hub});
        return list;
    }

private:
    const EntityContext &m_context;
    std::set<std::tuple<QString, QString, QString, QString>> m_found;
    /// By integration ("" for the hub), entity and id: many records refer to the same one.
    std::set<std::tuple<QString, QString, QString>> m_asked;
};

} // namespace

QList<LinkedPair> referencesOf(const Part &part, const EntityContext &context)
{
    if (!context.hasReferences)
        return {};
    Collecting collecting(context);
    for (auto it = part.links().begin(); it != part.links().end(); ++it) {
        const Binding *binding = context.byName.value(it.key().first);
        if (!binding)
            continue;
        collecting.addRaw(*binding, it->shadow);
        for (const RawBase &base : it->base)
            collecting.addRaw(*binding, base.remote);
    }
    for (auto it = part.strangers().begin(); it != part.strangers().end(); ++it) {
        if (const Binding *binding = context.byName.value(it.key().first); binding)
            collecting.addRaw(*binding, it->fields);
    }
    for (const HubRow &hub : part.hubs()) {
        for (const Binding *binding : context.byName) {
            for (const ReferenceLine &line : binding->mapping.references()) {
                for (const QString &id : referredIds(hub.fields.value(line.hubField).value))
                    collecting.addHub(line.hubEntity, id);
            }
        }
    }
    return collecting.take();
}

QString relationName(const QString &entity, const QString &refers)
{
    return entity + u'→' + refers;
}

bool isRelation(const QString &ledgerEntity)
{
    return ledgerEntity.contains(u'→');
}

namespace {

/// What an earlier pass of this run said about the relations of a record.
Result<void> forgetRows(Stores &stores, const QString &run, const Part &part, const EntityContext &context,
                        const QString &hub)
{
    for (const Binding *binding : context.byName) {
        QStringList records{ledgerRecord({}, hub)};
        for (auto link = part.links().begin(); link != part.links().end(); ++link) {
            if (link->hubId == hub && link->integration == binding->integration)
                records << link->remoteId;
        }
        for (const ReferenceLine &line : binding->mapping.references()) {
            for (const QString &record : std::as_const(records)) {
                auto done = stores.runs.removeLedger(run, binding->integration,
                                                     relationName(context.entity, line.hubEntity), record);
                if (!done)
                    return done;
            }
        }
    }
    return {};
}

} // namespace

Result<void> storeWaiting(Stores &stores, const QString &run, const Part &part, const EntityContext &context,
                          const QList<WaitingRelation> &waiting)
{
    for (auto it = part.hubs().begin(); it != part.hubs().end(); ++it) {
        if (auto done = stores.records.clearWaiting(it.key()); !done)
            return done;
        if (it->pending != 3)
            continue;
        if (auto done = forgetRows(stores, run, part, context, it.key()); !done)
            return done;
    }
    for (const WaitingRelation &relation : waiting) {
        const Binding &binding = *context.byName.value(relation.system);
        auto done = stores.records.addWaiting({relation.hubId, binding.integration, relation.target});
        if (!done)
            return done;
        if (relation.refers == "user"_L1) // S-41: without a counterpart each side keeps its own owner
            continue;
        const QString reason = relation.intoHub
            ? tr("It refers to a record of %1 that is not kept in step.").arg(binding.name)
            : tr("It refers to a record that %1 does not have yet.").arg(binding.name);
        done = stores.runs.worsenLedger(run,
                                        {binding.integration, relationName(context.entity, relation.refers),
                                         relation.record, Status::Held, reason});
        if (!done)
            return done;
    }
    return {};
}

bool fillPlaceholders(RemoteWrite &write, const Binding &binding, const connectors::Connector &connector)
{
    QStringList leftOut;
    for (const ReferenceLine &line : binding.mapping.references()) {
        const auto wire = write.wire.find(line.remoteField);
        if (wire == write.wire.end() || wire->raw.isBlank())
            continue;
        const FieldType form = wire->raw.isText() ? FieldType::Ref : FieldType::Refs;
        bool isWhole = true;
        wire->raw = withIds(wire->raw, form, [&](const QString &id) {
            const QString named = id.startsWith(placeholderPrefix)
                ? binding.references->remoteOf(line.remoteEntity, id.mid(placeholderPrefix.size()))
                : id;
            isWhole = isWhole && !named.isEmpty();
            return named;
        });
        if (!isWhole) {
            leftOut << line.remoteField;
            continue;
        }
        const auto encoded = connector.encode(binding.remote.name, *binding.remote.field(line.remoteField), wire->raw,
                                              connectors::WriteKind::Update);
        if (encoded)
            wire->after = encoded->json;
    }
    write.drop(leftOut, binding);
    return leftOut.isEmpty();
}

} // namespace syncline::core
