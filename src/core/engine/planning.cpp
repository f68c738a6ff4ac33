#include "core/engine/planning.h"

#include "core/sync/planner.h"
#include "core/workspace/documents.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using syncline::connectors::RemoteField;
using syncline::connectors::WriteKind;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Planning", text);
}

constexpr int partSize = 300; ///< records planned at once: bounds memory, amortises commits
constexpr double changeShare = 0.20;
constexpr int changeFloor = 100;

WriteKind writeKind(OpKind kind)
{
    return kind == OpKind::Create ? WriteKind::Create : WriteKind::Update;
}

QJsonValue encodedOr(const connectors::Connector *connector, const QString &entity, const RemoteField &field,
                     const Value &raw)
{
    if (!raw.isReadable())
        return QJsonValue::Null;
    const auto encoded = connector->encode(entity, field, raw, WriteKind::Update);
    return encoded ? encoded->json : raw.toJson();
}

} // namespace

/// What is known while the plan of one part is written.
struct Planning::Writing
{
    Part &part;
    const Snapshot &snapshot;
    Plan &plan;
    QMap<QString, QMap<QString, Value>> after; ///< hub id -> hub values after the plan
    QSet<QString> withOps;                     ///< hub ids
    QSet<QString> waiting;                     ///< hub ids with something that is not settled by the operations
};

Planning::Planning(Stores &stores, const EntityContext &context, const Catalog &catalog, const QString &run,
                   Seconds now, const QMap<QString, int> &walks, EqualCounts &equal, QCryptographicHash &hash,
                   const ProgressSink &progress)
    : m_stores(stores)
    , m_context(context)
    , m_catalog(catalog)
    , m_run(run)
    , m_now(now)
    , m_walks(walks)
    , m_equal(equal)
    , m_hash(hash)
    , m_progress(progress)
{
}

Result<PlanTotals> Planning::planAll(std::stop_token stop)
{
    const auto last = m_stores.runs.lastSeq(m_run);
    if (!last)
        return failure(last.error());
    m_seq = *last;
    const auto live = m_stores.records.liveLinks(m_context.entity);
    if (!live)
        return failure(live.error());
    if (auto done = planHubSeeds(stop); !done)
        return failure(done.error());
    if (auto done = planStrangerSeeds(stop); !done)
        return failure(done.error());
    m_totals.liveLinks = *live;
    m_totals.guards = guardSentences(m_context.policies, *live, m_totals.removed, m_totals.cleared, m_totals.touched);
    if (m_totals.touched > changeFloor && m_totals.touched > changeShare * *live && *live > changeFloor) {
        // A first run that was cut off goes on as a first run: it may have linked everybody and written nothing.
        const auto before = m_stores.runs.countFinished();
        if (!before)
            return failure(before.error());
        if (*before > 0)
            m_totals.guards << tr("This run would change %1 of %2 linked records.").arg(m_totals.touched).arg(*live);
    }
    return m_totals;
}

Result<PlanTotals> Planning::planHubs(const QStringList &ids)
{
    Part part(m_stores, m_context, m_now);
    for (const QString &id : ids) {
        if (auto done = part.addHub(id); !done)
            return failure(done.error());
    }
    return planPart(std::move(part));
}

Result<PlanTotals> Planning::planPart(Part part)
{
    const auto last = m_stores.runs.lastSeq(m_run);
    if (!last)
        return failure(last.error());
    m_seq = *last;
    if (auto done = flush(part); !done)
        return failure(done.error());
    return m_totals;
}

Result<void> Planning::planHubSeeds(std::stop_token stop)
{
    QString after;
    while (!stop.stop_requested()) {
        const auto ids = m_stores.records.pendingHubs(m_context.entity, after, partSize);
        if (!ids)
            return failure(ids.error());
        if (ids->isEmpty())
            return {};
        Part part(m_stores, m_context, m_now);
        for (const QString &id : *ids) {
            after = id;
            if (m_done.contains(qHash(id)))
                continue;
            if (auto done = part.addHub(id); !done)
                return done;
        }
        if (auto done = flush(part); !done)
            return done;
    }
    return failure(ErrorKind::Cancelled, tr("The run was cancelled."));
}

Result<void> Planning::planStrangerSeeds(std::stop_token stop)
{
    LinkKey after;
    while (!stop.stop_requested()) {
        const auto rows = m_stores.records.strangerPage(m_context.entity, after, partSize);
        if (!rows)
            return failure(rows.error());
        if (rows->isEmpty())
            return {};
        Part part(m_stores, m_context, m_now);
        for (const StrangerRow &row : *rows) {
            after = {row.integration, row.remoteEntity, row.remoteId};
            if (m_done.contains(qHash(row.integration + u'/' + row.remoteId)))
                continue;
            if (auto done = part.addStranger(row); !done)
                return done;
        }
        if (auto done = flush(part); !done)
            return done;
    }
    return failure(ErrorKind::Cancelled, tr("The run was cancelled."));
}

Result<void> Planning::flush(Part &part)
{
    if (part.isEmpty())
        return {};
    const auto snapshot = part.snapshot();
    if (!snapshot)
        return failure(snapshot.error());
    Plan made = plan(*snapshot);
    translateIds(part, made);
    fillCreates(made);
    m_totals.removed += made.removed;
    m_totals.cleared += made.cleared;
    m_totals.touched += int(made.touched.size());
    for (auto it = part.hubs().begin(); it != part.hubs().end(); ++it)
        m_done.insert(qHash(it.key()));
    for (const StrangerRow &row : part.strangers())
        m_done.insert(qHash(row.integration + u'/' + row.remoteId));
    auto done = m_stores.db.transaction("plan", [&] {
        auto kept = m_journal ? m_journal->keep(part, m_context, m_now) : Result<void>();
        return kept ? write(part, *snapshot, made) : kept;
    });
    if (m_progress)
        m_progress({u"planning"_s, {}, m_context.entity, m_totals.operations, 0});
    return done;
}

/// The planner names a new hub record after the remote record it is made from; in the workspace it gets an id that
/// is derived from the same, so that a repeated plan is the same plan.
void Planning::translateIds(const Part &part, Plan &plan) const
{
    QMap<QString, QString> ids;
    for (const Op &op : plan.ops) {
        if (op.system != hubSystem || op.kind != OpKind::Create || part.hubs().contains(op.hub))
            continue;
        const auto slash = op.hub.indexOf(u'/');
        const Binding *binding = m_context.byName.value(op.hub.left(slash));
        if (binding)
            ids.insert(op.hub, derivedHubId(binding->integration, binding->remote.name, op.hub.mid(slash + 1)));
    }
    if (ids.isEmpty())
        return;
    const auto translated = [&](const QString &id) { return ids.value(id, id); };
    for (Op &op : plan.ops)
        op.hub = translated(op.hub);
    for (Conflict &conflict : plan.conflicts)
        conflict.hub = translated(conflict.hub);
    for (Held &held : plan.held)
        held.hub = translated(held.hub);
    for (auto &rows : plan.ledger) {
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
void Planning::fillCreates(Plan &plan)
{
    QMap<QString, qsizetype> creates;
    QList<Op> ops;
    ops.reserve(plan.ops.size());
    for (Op &op : plan.ops) {
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
    plan.ops = std::move(ops);
}

Result<void> Planning::write(Part &part, const Snapshot &snapshot, Plan &plan)
{
    Writing writing{part, snapshot, plan, {}, {}, {}};
    for (const Op &op : plan.ops) {
        if (op.system == hubSystem) {
            for (auto it = op.changes.begin(); it != op.changes.end(); ++it)
                writing.after[op.hub].insert(it.key(), it->after.value);
        }
    }
    return clearReview(part)
        .and_then([&] { return writeProblems(writing); })
        .and_then([&] { return writeLedger(writing); })
        .and_then([&] { return writeOps(writing); })
        .and_then([&] { return writeReview(writing); })
        .and_then([&] { return writePending(writing); });
}

Result<void> Planning::clearReview(const Part &part)
{
    for (auto it = part.hubs().begin(); it != part.hubs().end(); ++it) {
        if (auto done = m_stores.review.clearHub(it.key()); !done)
            return done;
    }
    for (const StrangerRow &row : part.strangers()) {
        if (auto done = m_stores.review.clearRemote(row.integration, row.remoteId, row.entity); !done)
            return done;
    }
    return {};
}

QMap<QString, Value> Planning::afterValues(const Writing &writing, const QString &hub) const
{
    QMap<QString, Value> values;
    if (const auto row = writing.part.hubs().constFind(hub); row != writing.part.hubs().cend())
        values = valuesOf(row->fields);
    const auto changed = writing.after.value(hub);
    for (auto it = changed.begin(); it != changed.end(); ++it)
        values.insert(it.key(), *it);
    return values;
}

Result<void> Planning::writeProblems(Writing &writing)
{
    for (const Part::Problem &problem : writing.part.problems()) {
        const Error error{ErrorKind::Validation,
                          problem.field.reason,
                          tr("Correct the value in the CRM, or change the field's transform in the mapping."),
                          {},
                          {},
                          false};
        auto done = m_stores.runs.addError(m_run,
                                           errorDocument(m_catalog.nameOf(problem.integration), m_context.entity,
                                                         problem.remoteId, problem.field.remote, problem.field.value,
                                                         error));
        if (!done)
            return done;
        const Binding *binding = m_context.byId.value(problem.integration);
        auto &row = writing.plan.ledger[binding->name][problem.remoteId];
        row = {Status::Failed, problem.field.reason};
        if (!problem.hubId.isEmpty())
            writing.waiting.insert(problem.hubId);
    }
    return {};
}

Result<void> Planning::writeOps(Writing &writing)
{
    for (const Op &op : writing.plan.ops) {
        writing.withOps.insert(op.hub);
        auto done = op.isLocal() ? writeLocal(writing, op) : writeRemote(writing, op);
        if (!done)
            return done;
    }
    return {};
}

/// `hashed` is the document without what follows the language of the person who runs it.
Result<void> Planning::addOperation(OperationRow row, const QByteArray &hashed)
{
    row.run = m_run;
    row.seq = ++m_seq;
    row.entity = m_context.entity;
    ++m_totals.operations;
    m_hash.addData((row.integration + u'|' + row.kind + u'|' + row.hubId + u'|' + row.remoteId + u'|').toUtf8());
    m_hash.addData(hashed);
    return m_stores.runs.addOperation(row);
}

Result<void> Planning::writeLocal(Writing &writing, const Op &op)
{
    OperationRow row;
    row.phase = op.kind == OpKind::Delete ? Phase::Delete : Phase::Local; // the hub's record goes last (S-18)
    row.kind = opKindName(op.kind);
    row.hubId = op.hub;
    row.remoteId = op.remote;
    row.reason = op.reason;
    row.integration = hubSystem;
    row.revision = writing.part.hubs().value(op.hub, HubRow{}).revision;
    if (!writing.part.hubs().contains(op.hub))
        row.revision = 0;
    if (const Binding *binding = m_context.byName.value(op.system)) {
        row.integration = binding->integration;
        row.remoteEntity = binding->remote.name;
    }
    if (!op.changes.isEmpty())
        row.document = hubUpdateDocument(op.changes, op.losers);
    if (op.kind == OpKind::Unlink)
        row.document = compact({{u"state"_s, int(op.state)}});
    if (op.kind == OpKind::Agree) {
        const Binding *binding = m_context.byName.value(op.system);
        QMap<QString, Value> raw;
        if (const LinkRow *link = writing.part.link(op.system, op.remote))
            raw = link->shadow;
        else if (const StrangerRow *stranger = writing.part.stranger(op.system, op.remote))
            raw = stranger->fields;
        QMap<QString, AgreedBase> bases;
        for (auto it = op.agreed.begin(); it != op.agreed.end(); ++it)
            bases.insert(it.key(),
                         {it->hub, it->remote.never, mappedOnly(raw, binding->mapping.remoteFieldsOf(it.key()))});
        row.document = agreeDocument(bases);
    }
    return addOperation(row);
}

/// S-46: a value that the CRM would refuse or destroy is not sent; the field waits with its reason.
Result<void> Planning::hold(Writing &writing, const Op &op, const Binding &binding, const RemoteField *field,
                            const Value &value, const Error &error, bool failed)
{
    writing.waiting.insert(op.hub);
    const QString record = ledgerRecord(op.remote, op.hub);
    auto done = m_stores.runs.addError(
        m_run,
        errorDocument(binding.name, m_context.entity, record, field ? field->name : QString(), value.display(), error));
    if (!done)
        return done;
    const Status status = failed ? Status::Failed : Status::Held;
    done = m_stores.runs.worsenLedger(m_run, {binding.integration, m_context.entity, record, status, error.message});
    if (!done)
        return done;
    ReviewItem item;
    item.id = heldId(binding.integration, op.hub, op.remote, u"invalid:"_s + (field ? field->name : QString()));
    item.kind = u"held"_s;
    item.entity = m_context.entity;
    item.hubId = op.hub;
    item.integration = binding.integration;
    item.remoteId = op.remote;
    item.document = {{u"code"_s, u"invalid"_s},
                     {u"reason"_s, error.message},
                     {u"remedy"_s, error.remedy},
                     {u"field"_s, field ? field->name : QString()},
                     {u"value"_s, value.toJson()}};
    item.run = m_run;
    item.at = m_now * 1000;
    return m_stores.review.put(item);
}

Result<void> Planning::writeRemote(Writing &writing, const Op &op)
{
    const Binding &binding = *m_context.byName.value(op.system);
    const connectors::Connector *connector = m_catalog.account(binding.integration)->connector.get();
    const LinkRow *link = writing.part.link(op.system, op.remote);
    QMap<QString, Value> shadow = link ? link->shadow : QMap<QString, Value>();
    if (!link) {
        if (const StrangerRow *stranger = writing.part.stranger(op.system, op.remote))
            shadow = stranger->fields;
    }
    OperationRow row;
    row.phase = op.kind == OpKind::Delete ? Phase::Delete : op.consentOnly ? Phase::Consent : Phase::Remote;
    row.integration = binding.integration;
    row.remoteEntity = binding.remote.name;
    row.kind = opKindName(op.kind);
    row.hubId = op.hub;
    row.remoteId = op.remote;
    row.reason = op.reason;
    row.revision = writing.part.hubs().contains(op.hub) ? writing.part.hubs().value(op.hub).revision : 0;

    RemoteWrite write;
    write.losers = op.losers;
    if (op.kind == OpKind::Delete) {
        for (auto it = op.sent.begin(); it != op.sent.end(); ++it)
            write.sent.insert(it.key(), *it);
        for (auto it = shadow.begin(); it != shadow.end(); ++it)
            write.wire.insert(it.key(), {it->toJson(), QJsonValue::Null, *it, Value::null()});
        row.document = write.toJson();
        return addOperation(row);
    }

    const auto record = openGroups(afterValues(writing, op.hub));
    if (op.kind == OpKind::Create && !binding.mapping.filter().isEmpty() && !binding.mapping.filter().accepts(record)) {
        return m_stores.runs.putLedger(m_run,
                                       {binding.integration, m_context.entity, ledgerRecord({}, op.hub),
                                        Status::LeftOut, tr("It is outside the filter of %1.").arg(binding.name)});
    }
    QMap<QString, AgreedBase> already;
    for (auto it = op.sent.begin(); it != op.sent.end(); ++it) {
        const auto raw = binding.mapping.toRemote(it.key(), it->value, record);
        if (!raw) {
            write.withheld = op.kind == OpKind::Create ? raw.error().message : QString();
            if (auto done = hold(writing, op, binding, nullptr, it->value, raw.error()); !done)
                return done;
            continue;
        }
        bool kept = false, refused = false;
        for (auto field = raw->begin(); field != raw->end(); ++field) {
            const RemoteField *described = binding.remote.field(field.key());
            if (!described)
                continue;
            const Value before = shadow.value(field.key());
            if (op.kind == OpKind::Update && before.isReadable() && same(described->type, before, *field))
                continue;
            if (op.kind == OpKind::Create && field->isBlank())
                continue;
            const auto encoded = connector->encode(binding.remote.name, *described, *field, writeKind(op.kind));
            if (!encoded) {
                refused = true;
                write.withheld = op.kind == OpKind::Create ? encoded.error().message : QString();
                if (auto done = hold(writing, op, binding, described, *field, encoded.error()); !done)
                    return done;
                continue;
            }
            kept = true;
            if (!encoded->warning.isEmpty())
                write.warnings << encoded->warning;
            const Value shown = op.kind == OpKind::Create ? Value::null() : before;
            write.wire.insert(
                field.key(),
                {encodedOr(connector, binding.remote.name, *described, shown), encoded->json, shown, *field});
        }
        if (kept)
            write.sent.insert(it.key(), *it);
        else if (!refused && op.kind == OpKind::Update)
            already.insert(it.key(),
                           {Half::of(it->hub), false, mappedOnly(shadow, binding.mapping.remoteFieldsOf(it.key()))});
    }
    if (!already.isEmpty()) {
        OperationRow agree = row;
        agree.phase = Phase::Local;
        agree.kind = opKindName(OpKind::Agree);
        agree.reason = tr("Both sides hold the same.");
        agree.document = agreeDocument(already);
        if (auto done = addOperation(agree); !done)
            return done;
    }
    if (write.wire.isEmpty())
        return {};
    const QString key = binding.mapping.mapIdOfHub(m_context.policies.key);
    if (op.kind == OpKind::Create && op.sent.contains(key) && !write.sent.contains(key))
        return {}; // S-19: held; without its key it could not be found there again
    if (op.kind == OpKind::Create) {
        const auto required = binding.mapping.required();
        for (auto it = required.begin(); it != required.end(); ++it) {
            if (write.wire.contains(it.value()))
                continue;
            const Error error{ErrorKind::Validation,
                              tr("%1 needs %2, and it is blank here.").arg(binding.name, it.key()),
                              tr("Fill in %1, or give the field a default in the mapping.").arg(it.key()),
                              {},
                              {},
                              false};
            return hold(writing, op, binding, binding.remote.field(it.value()), Value::null(), error);
        }
    }
    row.document = write.toJson();
    if (write.warnings.isEmpty() && write.withheld.isEmpty())
        return addOperation(row);
    write.warnings.clear();
    write.withheld.clear();
    return addOperation(row, write.toJson());
}

Result<void> Planning::writeLedger(Writing &writing)
{
    for (auto system = writing.plan.ledger.begin(); system != writing.plan.ledger.end(); ++system) {
        const Binding *binding = m_context.byName.value(system.key());
        if (!binding)
            continue;
        for (auto row = system->begin(); row != system->end(); ++row) {
            const LinkRow *link = writing.part.link(system.key(), row.key());
            const auto before = m_stores.runs.ledger(m_run, binding->integration, m_context.entity, row.key());
            if (!before)
                return failure(before.error());
            if (!*before && link && link->seen == m_walks.value(binding->integration, -1))
                --m_equal[binding->integration]; // it was counted when it was read
            if (row->status == Status::Equal) {
                m_equal[binding->integration] += *before ? 0 : 1;
                continue;
            }
            if (*before == Status::Written && row->status < Status::Written)
                continue; // what an earlier pass of this run wrote stays written
            auto done = m_stores.runs.putLedger(
                m_run, {binding->integration, m_context.entity, row.key(), row->status, row->reason});
            if (!done)
                return done;
        }
    }
    return {};
}

Result<void> Planning::writeReview(Writing &writing)
{
    for (const Conflict &conflict : writing.plan.conflicts) {
        writing.waiting.insert(conflict.hub);
        QJsonArray sides;
        for (const ConflictSide &side : conflict.sides) {
            QJsonObject json{{u"system"_s, side.system},
                             {u"remote"_s, side.remote},
                             {u"value"_s, side.value.toJson()},
                             {u"base"_s, side.base.isAbsent() ? QJsonValue() : side.base.toJson()},
                             {u"by"_s, side.by}};
            if (side.changedAt)
                json.insert(u"changed_at"_s, *side.changedAt);
            sides.append(json);
        }
        ReviewItem item{
            conflictId(conflict.hub, conflict.field),
            u"conflict"_s,
            m_context.entity,
            conflict.hub,
            {},
            {},
            {{u"field"_s, conflict.field}, {u"cause"_s, conflictCauseName(conflict.cause)}, {u"sides"_s, sides}},
            m_run,
            m_now * 1000};
        if (auto done = m_stores.review.put(item); !done)
            return done;
    }
    for (const Held &held : writing.plan.held) {
        const Binding *binding = m_context.byName.value(held.system);
        if (!held.hub.isEmpty())
            writing.waiting.insert(held.hub);
        const QString integration = binding ? binding->integration : held.system;
        ReviewItem item{heldId(integration, held.hub, held.remote, held.code),
                        u"held"_s,
                        m_context.entity,
                        held.hub,
                        integration,
                        held.remote,
                        {{u"code"_s, held.code}, {u"reason"_s, held.reason}},
                        m_run,
                        m_now * 1000};
        if (auto done = m_stores.review.put(item); !done)
            return done;
    }
    for (const QueueEntry &entry : writing.plan.queue) {
        writing.waiting.insert(entry.hub);
        const Binding *binding = m_context.byName.value(entry.from);
        ReviewItem item{deleteId(entry.hub, entry.from),
                        u"delete"_s,
                        m_context.entity,
                        entry.hub,
                        binding ? binding->integration : QString(),
                        {},
                        {{u"from"_s, entry.from},
                         {u"permit"_s, entry.permit},
                         {u"sight"_s, sightToJson(entry.sight)},
                         {u"edited_elsewhere"_s, entry.editedElsewhere},
                         {u"released"_s, entry.released}},
                        m_run,
                        m_now * 1000};
        if (auto done = m_stores.review.put(item); !done)
            return done;
    }
    for (auto system = writing.plan.ledger.begin(); system != writing.plan.ledger.end(); ++system) {
        for (auto row = system->begin(); row != system->end(); ++row) {
            if (row->status != Status::Failed)
                continue;
            if (const LinkRow *link = writing.part.link(system.key(), row.key()))
                writing.waiting.insert(link->hubId);
        }
    }
    return {};
}

/// 0: nothing to do; 2: settled when this run's operations are done; 1: the next run looks again in any case.
Result<void> Planning::writePending(Writing &writing)
{
    const bool owed = m_catalog.isSomebodyAway(m_context.entity);
    for (auto it = writing.part.hubs().begin(); it != writing.part.hubs().end(); ++it) {
        const bool waits = owed || writing.waiting.contains(it.key()) || writing.plan.outside.contains(it.key());
        const int pending = waits ? 1 : writing.withOps.contains(it.key()) ? 2 : 0;
        if (pending == 0 && !it->pending)
            continue;
        if (auto done = m_stores.records.setPending(it.key(), pending); !done)
            return done;
    }
    return {};
}

} // namespace syncline::core
