#include "core/engine/undoing.h"

#include "foundation/canonical.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Undoing", text);
}

bool tookEffect(const OperationRow &operation)
{
    return operation.outcome == "done"_L1 || operation.outcome == "changed"_L1 || operation.outcome == "refused"_L1;
}

} // namespace

Undoing::Undoing(Stores &stores, const EntityContext &context, const Catalog &catalog, const RunRow &run, Seconds now,
                 const QMap<QString, int> &walks, EqualCounts &equal)
    : m_stores(stores)
    , m_context(context)
    , m_catalog(catalog)
    , m_run(run)
    , m_now(now)
    , m_walks(walks)
    , m_equal(equal)
{
}

Result<void> Undoing::planAll()
{
    const auto last = m_stores.runs.lastSeq(m_run.id);
    if (!last)
        return failure(last.error());
    m_seq = *last;
    QMap<QString, QList<OperationRow>> byHub;
    int after = 0;
    for (;;) {
        const auto page = m_stores.runs.operations(m_run.undoes, after, 500);
        if (!page)
            return failure(page.error());
        if (page->isEmpty())
            break;
        for (const OperationRow &operation : *page) {
            after = operation.seq;
            if (operation.entity == m_context.entity && operation.outcome == "erased"_L1) {
                auto done = m_stores.db.transaction("undo plan", [&] {
                    return addFate(operation, UndoOutcome::NotPossible, tr("The person was erased."), {});
                });
                if (!done)
                    return done;
            }
            if (operation.entity == m_context.entity && operation.kind != "agree"_L1 && tookEffect(operation))
                byHub[operation.hubId].append(operation);
        }
    }
    for (auto it = byHub.begin(); it != byHub.end(); ++it) {
        auto done = m_stores.db.transaction("undo plan", [&] { return undoRecord(it.key(), *it); });
        if (!done)
            return done;
    }
    return {};
}

JournalRow Undoing::journalRow(const OperationRow &operation) const
{
    JournalRow row;
    const Binding *binding = m_context.binding(operation.integration, operation.remoteEntity);
    row.system = binding ? binding->system.name : m_catalog.nameOf(operation.integration);
    row.hub = operation.hubId;
    row.remote = operation.remoteId;
    row.kind = operation.kind == "create"_L1                           ? OpKind::Create
        : operation.kind == "update"_L1                                ? OpKind::Update
        : operation.kind == "delete"_L1                                ? OpKind::Delete
        : operation.kind == "archive"_L1                               ? OpKind::Archive
        : operation.kind == "link"_L1 || operation.kind == "relink"_L1 ? OpKind::Link
                                                                       : OpKind::Unlink;
    if (operation.integration == hubSystem) {
        const auto changes = hubChanges(operation.document);
        for (auto it = changes.begin(); it != changes.end(); ++it)
            row.fields.insert(it.key(), {it->before.value, it->after.value});
        return row;
    }
    if (!binding || (row.kind != OpKind::Create && row.kind != OpKind::Update))
        return row;
    const RemoteWrite write = RemoteWrite::fromJson(operation.document);
    row.existedBefore = write.existedBefore;
    auto after = write.values();
    for (auto it = write.settled.begin(); it != write.settled.end(); ++it)
        after.insert(it.key(), *it);
    const auto before = binding->mapping.toHub(write.befores());
    const auto settled = binding->mapping.toHub(after);
    for (auto it = write.sent.begin(); it != write.sent.end(); ++it) {
        if (settled.contains(it.key()))
            row.fields.insert(it.key(), {before.value(it.key(), Value::null()), settled.value(it.key())});
    }
    return row;
}

Result<void> Undoing::undoRecord(const QString &hubId, const QList<OperationRow> &operations)
{
    Part part(m_stores, m_context, m_now);
    if (auto done = part.addHub(hubId); !done)
        return done;
    const auto intents = openIntents(m_stores, m_context);
    if (!intents)
        return failure(intents.error());
    QList<JournalRow> rows;
    for (const OperationRow &operation : operations)
        rows.append(journalRow(operation));
    return store(part, undo(rows, part.snapshot(*intents, m_context)), operations);
}

Result<void> Undoing::store(const Part &part, const UndoPlan &inverse, const QList<OperationRow> &operations)
{
    for (const Op &op : inverse.plan.ops) {
        if (auto done = storeOp(part, op); !done)
            return done;
    }
    for (int i = 0; i < operations.size() && i < inverse.rows.size(); ++i) {
        auto done = storeFate(operations[i], inverse.rows[i]).and_then([&] {
            return storeLedger(part, operations[i], inverse.rows[i]);
        });
        if (!done)
            return done;
    }
    return {};
}

/// A row of which some fields are reversed and some kept ends as one of each.
Result<void> Undoing::storeFate(const OperationRow &operation, const UndoRow &fate)
{
    QJsonObject reversed = displayFields(operation);
    if (fate.kept.isEmpty())
        return addFate(operation, fate.outcome, fate.reason, reversed);
    const Binding *binding = m_context.binding(operation.integration, operation.remoteEntity);
    for (auto it = fate.kept.begin(); it != fate.kept.end(); ++it) {
        const QStringList names = binding ? binding->mapping.remoteFieldsOf(it.key())
                                          : m_catalog.schema().parts(m_context.entity, it.key()) << it.key();
        QJsonObject kept;
        for (const QString &name : names) {
            if (const QJsonValue field = reversed.take(name); !field.isUndefined())
                kept.insert(name, field);
        }
        if (auto done = addFate(operation, UndoOutcome::Kept, *it, kept); !done)
            return done;
    }
    return reversed.isEmpty() ? Result<void>() : addFate(operation, UndoOutcome::Reversed, {}, reversed);
}

Result<void> Undoing::addFate(const OperationRow &operation, UndoOutcome outcome, const QString &reason,
                              const QJsonObject &fields)
{
    const QString word = outcome == UndoOutcome::Reversed ? u"reversed"_s
        : outcome == UndoOutcome::Kept                    ? u"kept"_s
                                                          : u"not_possible"_s;
    const QJsonObject document{
        {u"outcome"_s, word},
        {u"reason"_s, reason.isEmpty() ? tr("Reversed.") : reason},
        {u"system"_s, m_catalog.nameOf(operation.integration)},
        {u"entity"_s, operation.entity},
        {u"kind"_s, contractKind(operation.kind)},
        {u"record"_s, operation.hubId},
        {u"remote_id"_s, operation.remoteId.isEmpty() ? QJsonValue() : QJsonValue(operation.remoteId)},
        {u"fields"_s, fields}};
    return m_stores.runs.addUndone(m_run.id, document);
}

Result<void> Undoing::storeLedger(const Part &part, const OperationRow &operation, const UndoRow &fate)
{
    if (operation.integration == hubSystem)
        return {};
    const QString record = ledgerRecord(operation.remoteId, operation.hubId);
    const auto before = m_stores.runs.ledger(m_run.id, operation.integration, m_context.entity, record);
    if (!before)
        return failure(before.error());
    const Binding *binding = m_context.binding(operation.integration, operation.remoteEntity);
    const QString system = binding ? binding->system.name : m_catalog.nameOf(operation.integration);
    const LinkRow *link = part.link(system, operation.remoteId);
    if (!*before && link && link->seen == m_walks.value(system, -1))
        --m_equal[operation.integration]; // it was counted when it was read
    const Status status = fate.outcome == UndoOutcome::Reversed ? Status::Written
        : fate.outcome == UndoOutcome::Kept                     ? Status::LeftOut
                                                                : Status::Held;
    const QString reason = fate.outcome == UndoOutcome::Reversed ? tr("Reversed.") : fate.reason;
    return m_stores.runs.worsenLedger(m_run.id, {operation.integration, m_context.entity, record, status, reason});
}

Result<void> Undoing::storeOp(const Part &part, const Op &op)
{
    const Binding *binding = m_context.byName.value(op.system);
    OperationRow row;
    row.run = m_run.id;
    row.seq = ++m_seq;
    row.entity = m_context.entity;
    row.kind = opKindName(op.kind);
    row.hubId = op.hub;
    row.remoteId = op.remote;
    row.reason = op.reason;
    row.revision = part.hubs().value(op.hub).revision;
    row.integration = binding ? binding->integration : hubSystem;
    row.remoteEntity = binding ? binding->remote.name : QString();
    row.phase = op.kind == OpKind::Delete ? Phase::Delete : op.isLocal() ? Phase::Local : Phase::Remote;
    const LinkRow *link = part.link(op.system, op.remote);
    const QMap<QString, Value> shadow = link ? link->shadow : QMap<QString, Value>();
    if (op.system == hubSystem && op.kind == OpKind::Update) {
        row.document = hubUpdateDocument(op.changes, op.losers);
    } else if (op.kind == OpKind::Agree && binding) {
        QMap<QString, AgreedBase> bases;
        for (auto it = op.agreed.begin(); it != op.agreed.end(); ++it)
            bases.insert(it.key(), {it->hub, it->remote.never, settledRaw(*binding, it.key(), shadow)});
        row.document = agreeDocument(bases);
    } else if (binding && op.kind == OpKind::Delete) {
        row.document = RemoteWrite::removal(*binding, shadow).toJson();
    } else if (binding && op.kind == OpKind::Update) {
        const RemoteWrite write = writeOf(*binding, op, shadow, openGroups(valuesOf(part.hubs().value(op.hub).fields)));
        if (write.wire.isEmpty()) {
            --m_seq;
            return {};
        }
        row.document = write.toJson();
    }
    return m_stores.runs.addOperation(row);
}

RemoteWrite Undoing::writeOf(const Binding &binding, const Op &op, const QMap<QString, Value> &shadow,
                             const QMap<QString, Value> &record) const
{
    const connectors::Connector *connector = m_catalog.account(binding.integration)->connector.get();
    RemoteWrite write;
    for (auto it = op.sent.begin(); it != op.sent.end(); ++it) {
        const auto raw = binding.mapping.toRemote(it.key(), it->value, record);
        if (!raw || !connector)
            continue;
        write.sent.insert(it.key(), *it);
        for (auto field = raw->begin(); field != raw->end(); ++field) {
            const auto *described = binding.remote.field(field.key());
            const Value before = shadow.value(field.key());
            if (!described || (before.isReadable() && same(described->type, before, *field)))
                continue;
            const auto encoded = connector->encode(binding.remote.name, *described, *field,
                                                   connectors::WriteKind::Update);
            write.wire.insert(field.key(),
                              {before.toJson(), encoded ? encoded->json : field->toJson(), before, *field});
        }
    }
    return write;
}

} // namespace syncline::core
