#include "core/engine/partplan.h"

#include "core/engine/reviewrows.h"
#include "core/sync/planner.h"
#include "core/workspace/documents.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using syncline::connectors::RemoteField;
using syncline::connectors::WriteKind;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Planning", text);
}

WriteKind writeKind(OpKind kind)
{
    return kind == OpKind::Create ? WriteKind::Create : WriteKind::Update;
}

QJsonValue encodedOr(const connectors::Connector &connector, const QString &entity, const RemoteField &field,
                     const Value &raw)
{
    if (!raw.isReadable())
        return QJsonValue::Null;
    const auto encoded = connector.encode(entity, field, raw, WriteKind::Update);
    return encoded ? encoded->json : raw.toJson();
}

/// The line of an amount with its currency.
bool isMoney(const Binding &binding, const QString &mapId)
{
    const QString currency = binding.mapping.remoteFieldOfHub(u"currency"_s);
    return !currency.isEmpty() && binding.mapping.mapIdOf(currency) == mapId;
}

/// Drafts the rows of one part.
class PartPlanner
{
public:
    PartPlanner(Part &part, const EntityContext &context, const Catalog &catalog, const QMap<QString, int> &walks)
        : m_part(part)
        , m_context(context)
        , m_catalog(catalog)
        , m_walks(walks)
    {
    }

    PartPlan planned(const Snapshot &snapshot)
    {
        m_plan = plan(snapshot);
        translateIds();
        fillCreates();
        m_rows.waiting = takeWaiting(m_plan, m_context);
        m_rows.removed = m_plan.removed;
        m_rows.cleared = m_plan.cleared;
        m_rows.touched = int(m_plan.touched.size());
        for (const Op &op : std::as_const(m_plan.ops)) {
            if (op.system != hubSystem)
                continue;
            for (auto it = op.changes.begin(); it != op.changes.end(); ++it)
                m_after[op.hub].insert(it.key(), it->after.value);
        }
        draftProblems();
        draftFates();
        draftOperations();
        draftReview();
        draftPending();
        m_rows.waiting << waitingInCrms(m_part, m_plan, m_context);
        return std::move(m_rows);
    }

private:
    struct Draft; ///< of a write to a CRM

    void translateIds();
    void fillCreates();
    void draftProblems();
    void draftFates();
    void draftOperations();
    void draftLocal(const Op &op);
    void draftRemote(const Op &op);
    void draftField(Draft &draft, const Sent &sent, const QString &mapId, const QMap<QString, Value> &record);
    bool keepsField(Draft &draft, const RemoteField &field, const Value &raw);
    void addCreatedWith(Draft &draft);
    void draftAgreed(const Draft &draft, OperationRow row);
    bool lacksRequired(const Draft &draft);
    void draftReview();
    void draftPending();
    void hold(const Draft &draft, const RemoteField *field, const Value &value, const Error &error);
    OperationRow operationRow(const Op &op) const;
    QMap<QString, Value> shownBy(const Op &op) const;
    QMap<QString, Value> afterValues(const QString &hub) const;

    Part &m_part;
    const EntityContext &m_context;
    const Catalog &m_catalog;
    const QMap<QString, int> &m_walks;
    Plan m_plan;
    PartPlan m_rows;
    QMap<QString, QMap<QString, Value>> m_after; ///< hub id -> hub values after the plan
    QSet<QString> m_withOps;                     ///< hub ids
    QSet<QString> m_waiting;                     ///< hub ids with something that is not settled by the operations
};

struct PartPlanner::Draft
{
    const Op &op;
    const Binding &binding;
    const connectors::Connector &connector;
    QMap<QString, Value> shadow; ///< what the CRM shows, by remote field
    RemoteWrite write;
    QMap<QString, AgreedBase> already; ///< lines of which the CRM holds everything by now
};

/// The planner names a new hub record after the remote record it is made from; in the workspace it gets an id that
/// is derived from the same, so that a repeated plan is the same m_plan.
void PartPlanner::translateIds()
{
    QMap<QString, QString> ids;
    for (const Op &op : m_plan.ops) {
        if (op.system != hubSystem || op.kind != OpKind::Create || m_part.hubs().contains(op.hub))
            continue;
        const auto slash = op.hub.lastIndexOf(u'/'); // a planner's name may hold one, a remote id does not
        const Binding *binding = m_context.byName.value(op.hub.left(slash));
        if (binding)
            ids.insert(op.hub, derivedHubId(binding->integration, binding->remote.name, op.hub.mid(slash + 1)));
    }
    if (ids.isEmpty())
        return;
    const auto translated = [&](const QString &id) { return ids.value(id, id); };
    for (Op &op : m_plan.ops)
        op.hub = translated(op.hub);
    for (Conflict &conflict : m_plan.conflicts)
        conflict.hub = translated(conflict.hub);
    for (Held &held : m_plan.held)
        held.hub = translated(held.hub);
    for (auto &rows : m_plan.ledger) {
        for (auto it = ids.begin(); it != ids.end(); ++it) {
            if (const auto row = rows.constFind(u"hub:"_s + it.key()); row != rows.cend()) {
                const LedgerRow kept = *row;
                rows.remove(u"hub:"_s + it.key());
                rows.insert(u"hub:"_s + it.value(), kept);
            }
        }
    }
}

/// A new hub record and its first values are one operation: a create with its fields.
void PartPlanner::fillCreates()
{
    QMap<QString, qsizetype> creates;
    QList<Op> ops;
    ops.reserve(m_plan.ops.size());
    for (Op &op : m_plan.ops) {
        const bool isHub = op.system == hubSystem;
        const auto create = creates.constFind(op.hub);
        if (isHub && op.kind == OpKind::Update && create != creates.cend()) {
            ops[*create].changes = std::move(op.changes);
            ops[*create].losers = std::move(op.losers);
            continue;
        }
        if (isHub && op.kind == OpKind::Create)
            creates.insert(op.hub, ops.size());
        ops.append(std::move(op));
    }
    m_plan.ops = std::move(ops);
}

QMap<QString, Value> PartPlanner::afterValues(const QString &hub) const
{
    QMap<QString, Value> values;
    if (const auto row = m_part.hubs().constFind(hub); row != m_part.hubs().cend())
        values = valuesOf(row->fields);
    const auto changed = m_after.value(hub);
    for (auto it = changed.begin(); it != changed.end(); ++it)
        values.insert(it.key(), *it);
    return values;
}

void PartPlanner::draftProblems()
{
    for (const Part::Problem &problem : m_part.problems()) {
        const Error error{ErrorKind::Validation,
                          problem.field.reason,
                          tr("Correct the value in the CRM, or change the field's transform in the mapping."),
                          {},
                          {},
                          false};
        m_rows.errors << errorDocument(m_catalog.nameOf(problem.integration), m_context.entity, problem.remoteId,
                                       problem.field.remote, problem.field.value, error);
        const Binding *binding = m_context.binding(problem.integration, problem.remoteEntity);
        m_plan.ledger[binding->system.name][problem.remoteId] = {Status::Failed, problem.field.reason};
        if (!problem.hubId.isEmpty())
            m_waiting.insert(problem.hubId);
    }
}

void PartPlanner::draftFates()
{
    for (auto system = m_plan.ledger.cbegin(); system != m_plan.ledger.cend(); ++system) {
        const Binding *binding = m_context.byName.value(system.key());
        if (!binding)
            continue;
        const int walk = m_walks.value(system.key(), -1);
        for (auto row = system->cbegin(); row != system->cend(); ++row) {
            const LinkRow *link = m_part.link(system.key(), row.key());
            m_rows.fates.append({{binding->integration, m_context.entity, row.key(), row->status, row->reason},
                                 link && link->seen == walk});
            if (row->status == Status::Failed && link)
                m_waiting.insert(link->hubId);
        }
    }
}

void PartPlanner::draftOperations()
{
    for (const Op &op : std::as_const(m_plan.ops)) {
        m_withOps.insert(op.hub);
        if (op.isLocal())
            draftLocal(op);
        else
            draftRemote(op);
    }
}

OperationRow PartPlanner::operationRow(const Op &op) const
{
    OperationRow row;
    row.integration = hubSystem;
    row.entity = m_context.entity;
    if (const Binding *binding = m_context.byName.value(op.system)) {
        row.integration = binding->integration;
        row.remoteEntity = binding->remote.name;
    }
    row.kind = opKindName(op.kind);
    row.hubId = op.hub;
    row.remoteId = op.remote;
    row.reason = op.reason;
    if (const auto hub = m_part.hubs().constFind(op.hub); hub != m_part.hubs().cend())
        row.revision = hub->revision;
    return row;
}

/// What the CRM's record of an operation shows, as delivered.
QMap<QString, Value> PartPlanner::shownBy(const Op &op) const
{
    if (const LinkRow *link = m_part.link(op.system, op.remote))
        return link->shadow;
    const StrangerRow *stranger = m_part.stranger(op.system, op.remote);
    return stranger ? stranger->fields : QMap<QString, Value>();
}

void PartPlanner::draftLocal(const Op &op)
{
    OperationRow row = operationRow(op);
    row.phase = op.kind == OpKind::Delete ? Phase::Delete : Phase::Local; // the hub's record goes last (S-18)
    if (!op.changes.isEmpty())
        row.document = hubUpdateDocument(op.changes, op.losers);
    if (op.kind == OpKind::Unlink)
        row.document = compact({{u"state"_s, int(op.state)}});
    if (op.kind == OpKind::Agree) {
        const Binding *binding = m_context.byName.value(op.system);
        const auto raw = shownBy(op);
        QMap<QString, AgreedBase> bases;
        for (auto it = op.agreed.begin(); it != op.agreed.end(); ++it)
            bases.insert(it.key(), {it->hub, it->remote.never, settledRaw(*binding, it.key(), raw)});
        row.document = agreeDocument(bases);
    }
    m_rows.operations.append({row});
}

/// S-46: a value that the CRM would refuse or destroy is not sent; the field waits with its reason.
void PartPlanner::hold(const Draft &draft, const RemoteField *field, const Value &value, const Error &error)
{
    const Op &op = draft.op;
    const QString name = field ? field->name : QString();
    m_waiting.insert(op.hub);
    const QString record = ledgerRecord(op.remote, op.hub);
    m_rows.errors << errorDocument(draft.binding.name, m_context.entity, record, name, value.display(), error);
    m_rows.worse.append({draft.binding.integration, m_context.entity, record, Status::Held, error.message});
    m_rows.review.append(refusedItem(m_context, draft.binding, op, name, value, error));
}

void PartPlanner::draftRemote(const Op &op)
{
    const Binding &binding = *m_context.byName.value(op.system);
    Draft draft{op, binding, *m_catalog.account(binding.integration)->connector, shownBy(op), {}, {}};
    draft.write.losers = op.losers;
    OperationRow row = operationRow(op);
    row.phase = op.kind == OpKind::Delete ? Phase::Delete : op.consentOnly ? Phase::Consent : Phase::Remote;
    if (op.kind == OpKind::Delete) {
        RemoteWrite removal = RemoteWrite::removal(binding, draft.shadow);
        removal.sent = op.sent;
        row.document = removal.toJson();
        m_rows.operations.append({row});
        return;
    }
    const auto record = openGroups(afterValues(op.hub));
    const bool isCreate = op.kind == OpKind::Create;
    if (isCreate && !binding.mapping.filter().isEmpty() && !binding.mapping.filter().accepts(record)) {
        m_rows.leftOut.append({binding.integration, m_context.entity, ledgerRecord({}, op.hub), Status::LeftOut,
                               tr("It is outside the filter of %1.").arg(binding.name)});
        return;
    }
    for (auto it = op.sent.cbegin(); it != op.sent.cend(); ++it)
        draftField(draft, *it, it.key(), record);
    draftAgreed(draft, row);
    if (draft.write.wire.isEmpty())
        return;
    if (isCreate)
        addCreatedWith(draft);
    const QString key = binding.mapping.mapIdOfHub(m_context.policies.key);
    if (isCreate && op.sent.contains(key) && !draft.write.sent.contains(key))
        return; // S-19: held; without its key it could not be found there again
    if (isCreate && lacksRequired(draft))
        return;
    row.document = draft.write.toJson();
    DraftedOperation drafted{row};
    if (!draft.write.warnings.isEmpty() || !draft.write.withheld.isEmpty()) {
        draft.write.warnings.clear();
        draft.write.withheld.clear();
        drafted.hashed = draft.write.toJson();
    }
    m_rows.operations.append(drafted);
}

/// One line of the mapping, which may be several fields of the CRM.
void PartPlanner::draftField(Draft &draft, const Sent &sent, const QString &mapId, const QMap<QString, Value> &record)
{
    const CompiledMapping &mapping = draft.binding.mapping;
    const bool isCreate = draft.op.kind == OpKind::Create;
    const auto raw = mapping.toRemote(mapId, sent.value, record);
    if (!raw) {
        draft.write.withheld = isCreate ? raw.error().message : QString();
        hold(draft, nullptr, sent.value, raw.error());
        return;
    }
    bool isKept = false, isRefused = false;
    for (auto it = raw->cbegin(); it != raw->cend(); ++it) {
        const RemoteField *field = draft.binding.remote.field(it.key());
        if (!field)
            continue;
        const Value before = draft.shadow.value(it.key());
        const bool isThere = isCreate ? it->isBlank() : before.isReadable() && same(field->type, before, *it);
        if (isThere)
            continue;
        const bool kept = keepsField(draft, *field, *it);
        isKept = isKept || kept;
        isRefused = isRefused || !kept;
    }
    if (isRefused && isMoney(draft.binding, mapId)) { // S-36: held as a whole, never converted
        for (const QString &name : mapping.remoteFieldsOf(mapId))
            draft.write.wire.remove(name);
        return;
    }
    if (isKept)
        draft.write.sent.insert(mapId, sent);
    else if (!isRefused && !isCreate)
        draft.already.insert(mapId, {Half::of(sent.hub), false, settledRaw(draft.binding, mapId, draft.shadow)});
}

/// False: the CRM would refuse the value, which is held.
bool PartPlanner::keepsField(Draft &draft, const RemoteField &field, const Value &raw)
{
    const bool isCreate = draft.op.kind == OpKind::Create;
    const QString &entity = draft.binding.remote.name;
    const auto encoded = draft.connector.encode(entity, field, raw, writeKind(draft.op.kind));
    if (!encoded) {
        draft.write.withheld = isCreate ? encoded.error().message : QString();
        hold(draft, &field, raw, encoded.error());
        return false;
    }
    if (!encoded->warning.isEmpty())
        draft.write.warnings << encoded->warning;
    const Value shown = isCreate ? Value::null() : draft.shadow.value(field.name);
    draft.write.wire.insert(field.name, {encodedOr(draft.connector, entity, field, shown), encoded->json, shown, raw});
    return true;
}

/// Not in the mapping, so that nothing is settled by it; the plan shows it like any other field.
void PartPlanner::addCreatedWith(Draft &draft)
{
    const QString &entity = draft.binding.remote.name;
    const auto values = draft.connector.createdWith(entity);
    for (auto it = values.begin(); it != values.end(); ++it) {
        const RemoteField *field = draft.binding.remote.field(it.key());
        if (!field || draft.write.wire.contains(it.key()))
            continue;
        if (const auto encoded = draft.connector.encode(entity, *field, *it, WriteKind::Create))
            draft.write.wire.insert(it.key(), {QJsonValue::Null, encoded->json, Value::null(), *it});
    }
}

void PartPlanner::draftAgreed(const Draft &draft, OperationRow row)
{
    if (draft.already.isEmpty())
        return;
    row.phase = Phase::Local;
    row.kind = opKindName(OpKind::Agree);
    row.reason = tr("Both sides hold the same.");
    row.document = agreeDocument(draft.already);
    m_rows.operations.append({row});
}

bool PartPlanner::lacksRequired(const Draft &draft)
{
    const auto required = draft.binding.mapping.required();
    for (auto it = required.begin(); it != required.end(); ++it) {
        if (draft.write.wire.contains(it.value()))
            continue;
        hold(draft, draft.binding.remote.field(it.value()), Value::null(),
             {ErrorKind::Validation,
              tr("%1 needs %2, and it is blank here.").arg(draft.binding.name, it.key()),
              tr("Fill in %1, or give the field a default in the mapping.").arg(it.key()),
              {},
              {},
              false});
        return true;
    }
    return false;
}

void PartPlanner::draftReview()
{
    for (const Conflict &conflict : std::as_const(m_plan.conflicts)) {
        m_waiting.insert(conflict.hub);
        m_rows.review.append(conflictItem(m_context, conflict));
    }
    for (const Held &held : std::as_const(m_plan.held)) {
        if (!held.hub.isEmpty())
            m_waiting.insert(held.hub);
        m_rows.review.append(heldItem(m_context, held));
    }
    for (const QueueEntry &entry : std::as_const(m_plan.queue)) {
        m_waiting.insert(entry.hub);
        m_rows.review.append(deleteItem(m_context, entry));
    }
}

/// 0: nothing to do; 2: settled when this run's operations are done; 1: the next run looks again in any case.
void PartPlanner::draftPending()
{
    const bool owed = m_catalog.isSomebodyAway(m_context.entity);
    for (auto it = m_part.hubs().cbegin(); it != m_part.hubs().cend(); ++it) {
        const bool waits = owed || m_waiting.contains(it.key()) || m_plan.outside.contains(it.key());
        const int pending = waits ? 1 : m_withOps.contains(it.key()) ? 2 : 0;
        if (pending != 0 || it->pending)
            m_rows.pending.insert(m_rows.pending.cend(), it.key(), pending);
    }
}

} // namespace

PartPlan planOf(Part &part, const QList<Intent> &intents, const EntityContext &context, const Catalog &catalog,
                const QMap<QString, int> &walks)
{
    return PartPlanner(part, context, catalog, walks).planned(part.snapshot(intents, context));
}

} // namespace syncline::core
