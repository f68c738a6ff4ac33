#include "core/engine/applier.h"

#include "core/engine/creationtoken.h"
#include "core/engine/planning.h"
#include "core/engine/relations.h"
#include "core/sync/planner.h"
#include "core/workspace/documents.h"
#include "foundation/canonical.h"
#include "foundation/ids.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using syncline::connectors::WriteOutcome;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Applier", text);
}

constexpr int batchesInHand = 2; ///< per integration: one at work, one waiting for it
constexpr int leastBatch = 100;  ///< each costs two commits; a pause waits for what is in hand

} // namespace

struct Applier::Lane
{
    const Binding *binding = nullptr;
    Account *account = nullptr;
    int after = 0;
    bool more = true;
};

Result<void> Applier::applyRemote(Phase phase, const QString &entity, std::stop_token stop)
{
    const EntityContext &context = *m_contexts.constFind(entity);
    std::vector<Lane> lanes;
    for (const auto &account : m_catalog.accounts()) {
        if (!account->mayWrite)
            continue;
        for (const Binding &binding : account->bindings) {
            if (binding.mapping.hubEntity() == entity && !binding.isGone)
                lanes.push_back({&binding, account.get(), 0, true});
        }
    }
    Result<void> outcome;
    for (;;) {
        bool handed = false;
        for (Lane &lane : lanes) {
            const std::string name = lane.binding->integration.toStdString();
            while (outcome && lane.more && !lane.account->down && !stop.stop_requested()
                   && m_workers.inHand(name) < batchesInHand) {
                const int size = std::max(lane.account->connector->capabilities().writeBatch, leastBatch);
                auto batch = prepare(context, lane, phase, size, stop);
                if (!batch) {
                    outcome = failure(batch.error());
                    break;
                }
                if (!*batch || (*batch)->operations.isEmpty())
                    continue;
                handed = true;
                auto shared = *batch;
                m_workers.hand(
                    name, [shared] { shared->work(); },
                    [this, shared, &context, &outcome] {
                        auto done = settle(context, *shared);
                        if (!done && outcome)
                            outcome = done;
                    });
            }
        }
        if (m_workers.inHand() == 0 && !handed)
            break;
        if (m_workers.inHand() > 0)
            m_workers.finishOne();
    }
    return outcome;
}

/// The next batch of a lane with its intents written; null when there is none. Operations whose record moved since the
/// plan leave the run here.
Result<std::shared_ptr<RemoteBatch>> Applier::prepare(const EntityContext &context, Lane &lane, Phase phase, int size,
                                                      std::stop_token stop)
{
    const auto page = m_stores.runs.planned(m_run, phase, lane.binding->integration, lane.binding->remote.name,
                                            lane.after, size);
    if (!page)
        return failure(page.error());
    lane.more = page->size() == size;
    if (page->isEmpty())
        return std::shared_ptr<RemoteBatch>();
    lane.after = page->last().seq;
    auto batch = std::make_shared<RemoteBatch>();
    batch->binding = lane.binding;
    batch->connector = lane.account->connector.get();
    batch->tokenField = tokenField(*lane.binding, batch->connector->capabilities());
    batch->stop = stop;
    auto done = m_stores.db.transaction("intents", [&]() -> Result<void> {
        for (OperationRow operation : *page) {
            const auto admitted = admit(context, *lane.binding, operation);
            if (!admitted)
                return failure(admitted.error());
            if (!*admitted)
                continue;
            if (operation.kind == "create"_L1 && batch->connector->capabilities().clientChosenIds)
                operation.remoteId = derivedUuid(u"create/"_s + operation.integration + u'/' + operation.hubId);
            if (context.hasReferences) {
                const auto refers = nameReferred(*lane.binding, *batch->connector, operation);
                if (!refers)
                    return failure(refers.error());
                if (!*refers)
                    continue;
            }
            IntentRow intent{0,
                             m_run,
                             operation.seq,
                             operation.kind,
                             operation.integration,
                             operation.entity,
                             operation.remoteEntity,
                             operation.hubId,
                             operation.remoteId,
                             {},
                             m_clock.nowSeconds(),
                             std::nullopt,
                             m_claim};
            if (batch->tokenField && operation.kind == "create"_L1)
                keepToken(intent, creationToken(m_run, operation.seq));
            if (auto step = m_stores.runs.addIntent(intent); !step)
                return step;
            if (auto step = auditLosers(operation, losersOf(operation.document)); !step)
                return step;
            batch->operations.append(operation);
            batch->tokens.append(tokenOf(intent));
        }
        return {};
    });
    if (!done)
        return failure(done.error());
    return batch;
}

/// Ids for the records that a write refers to, which may have been made a moment ago. False: nothing is left to send.
Result<bool> Applier::nameReferred(const Binding &binding, const connectors::Connector &connector,
                                   OperationRow &operation)
{
    const QByteArray placeholder = '"' + placeholderPrefix.toUtf8();
    if (operation.kind == "delete"_L1 || !operation.document.contains(placeholder))
        return true;
    RemoteWrite write = RemoteWrite::fromJson(operation.document);
    const bool isWhole = fillPlaceholders(write, binding, connector);
    operation.document = write.toJson();
    auto done = isWhole ? Result<void>() : m_stores.records.setPending(operation.hubId, 1);
    if (done && write.wire.isEmpty())
        done = m_stores.runs.markOutcome(m_run, operation.seq, u"moved"_s,
                                         tr("What it refers to is not in %1 yet.").arg(binding.name));
    return done ? Result<bool>(!write.wire.isEmpty()) : failure(done.error());
}

Result<bool> Applier::admit(const EntityContext &context, const Binding &binding, OperationRow &operation)
{
    const auto hub = m_stores.records.standing(operation.hubId);
    if (!hub)
        return failure(hub.error());
    const bool open = *hub
        && ((*hub)->state == HubState::Live
            || ((*hub)->state == HubState::Archived && operation.phase == Phase::Consent));
    const bool stands = open && (*hub)->revision == operation.revision;
    if (stands)
        return true;
    const QString why = tr("The record changed since the preview; the next run plans it again.");
    const QString record = ledgerRecord(operation.kind == "create"_L1 ? QString() : operation.remoteId,
                                        operation.hubId);
    auto done = m_stores.runs.markOutcome(m_run, operation.seq, u"moved"_s, why).and_then([&] {
        return m_stores.runs.worsenLedger(m_run, {binding.integration, context.entity, record, Status::Held, why});
    });
    if (done && *hub)
        done = m_stores.records.setPending(operation.hubId, 1);
    if (!done)
        return failure(done.error());
    return false;
}

Result<void> Applier::settle(const EntityContext &context, RemoteBatch &batch)
{
    auto done = m_stores.db.transaction("settle", [&]() -> Result<void> {
        for (int i = 0; i < batch.operations.size(); ++i) {
            if (auto step = settleOne(context, batch, i); !step)
                return step;
        }
        return {};
    });
    if (m_progress)
        m_progress({u"applying"_s, batch.binding->name, context.entity, int(batch.operations.size()), 0});
    return done;
}

Result<void> Applier::settleOne(const EntityContext &context, RemoteBatch &batch, int index)
{
    OperationRow &operation = batch.operations[index];
    RemoteWrite &write = batch.writes[index];
    if (batch.fates[index] != Fate::Written)
        return settleUnsent(context, batch, index);
    const WriteOutcome &outcome = batch.outcomes[index];
    Result<void> done;
    switch (outcome.status) {
    case WriteOutcome::Status::Done:
        if (operation.kind == "delete"_L1) {
            done = m_settler.settleDelete(context, operation);
            break;
        }
        if (context.hasReferences)
            resolve(batch.shown[index], *batch.binding);
        done = m_settler.settleAnswer(context, operation, write, outcome, batch.shown[index]);
        if (done && !batch.refusedFirst[index].isEmpty())
            done = settlePartlyRefused(context, batch, index);
        break;
    case WriteOutcome::Status::Refused:
        done = settleRefusedWrite(context, batch, index);
        break;
    case WriteOutcome::Status::NotFound:
        done = m_stores.records.setNotFound({operation.integration, operation.remoteEntity, operation.remoteId});
        if (done)
            done = fail(context, operation, Status::Held, u"moved"_s, outcome.error);
        break;
    case WriteOutcome::Status::Forbidden:
        done = fail(context, operation, Status::Failed, u"failed"_s, outcome.error);
        break;
    case WriteOutcome::Status::NotSent:
        done = fail(context, operation, Status::Failed, u"failed"_s, outcome.error);
        break;
    case WriteOutcome::Status::Unknown: {
        Error error = outcome.error;
        error.message = tr("Nobody knows whether a write to %1 arrived: %2").arg(batch.binding->name, error.message);
        return m_stores.runs.setUnknown(m_run, operation.seq, m_clock.now().count()).and_then([&] {
            return fail(context, operation, Status::Held, u"unknown"_s, error);
        });
    }
    }
    if (!done)
        return done;
    return m_stores.runs.removeIntent(m_run, operation.seq);
}

/// It was not sent: what the CRM holds is not what the plan saw.
Result<void> Applier::settleUnsent(const EntityContext &context, RemoteBatch &batch, int index)
{
    const OperationRow &operation = batch.operations[index];
    const LinkKey key{operation.integration, operation.remoteEntity, operation.remoteId};
    Error error = batch.outcomes[index].error;
    Result<void> done;
    switch (batch.fates[index]) {
    case Fate::Written:
        break;
    case Fate::Moved:
        error = {ErrorKind::Conflict,
                 tr("The record was changed in %1 since the preview.").arg(batch.binding->name),
                 {},
                 {},
                 {},
                 false};
        // What answers under another id was merged: the next walk asks for it and follows (S-14).
        done = batch.seen[index].id.isEmpty() ? m_stores.records.addMissing(key)
                                              : m_reader.stage(*batch.binding, context, batch.seen[index], 0, nullptr);
        break;
    case Fate::Taken:
        error = {ErrorKind::Conflict,
                 tr("%1 has a record with this key by now.").arg(batch.binding->name),
                 {},
                 {},
                 {},
                 false};
        done = m_reader.stage(*batch.binding, context, batch.seen[index], 0, nullptr).and_then([&] {
            return barIfLeftOut(context, batch, index);
        });
        break;
    case Fate::Gone:
        error = {ErrorKind::NotFound,
                 tr("The record was not found in %1 by its id.").arg(batch.binding->name),
                 {},
                 {},
                 {},
                 false};
        done = m_stores.records.setNotFound(key);
        break;
    case Fate::Forbidden:
    case Fate::Unsure:
        break;
    }
    if (!done)
        return done;
    const bool failed = batch.fates[index] == Fate::Forbidden || batch.fates[index] == Fate::Unsure;
    return fail(context, operation, failed ? Status::Failed : Status::Held, failed ? u"failed"_s : u"moved"_s, error)
        .and_then([&] { return m_stores.runs.removeIntent(m_run, operation.seq); });
}

/// S-43: what has the key is outside the filter and will not be linked; the create is not tried again until the key
/// changes.
Result<void> Applier::barIfLeftOut(const EntityContext &context, const RemoteBatch &batch, int index)
{
    const OperationRow &operation = batch.operations[index];
    const auto stranger = m_stores.records.stranger(
        {operation.integration, operation.remoteEntity, batch.seen[index].id});
    if (!stranger)
        return failure(stranger.error());
    if (!*stranger || (*stranger)->leftOut.isEmpty())
        return {};
    const auto sent = batch.binding->mapping.toHub(batch.planned[index].values());
    return m_stores.records.bar(operation.integration, operation.hubId, context.keyOfRemote(*batch.binding, sent));
}

/// The rest of the record was written without the fields that the CRM refused by name (S-23).
Result<void> Applier::settlePartlyRefused(const EntityContext &context, RemoteBatch &batch, int index)
{
    OperationRow &operation = batch.operations[index];
    operation.outcome = u"refused"_s;
    operation.detail = batch.refusals[index].message;
    return m_settler
        .settleRefusal(context, operation, batch.planned[index], batch.refusedFirst[index], batch.refusals[index])
        .and_then([&] { return m_stores.runs.saveOutcome(operation); })
        .and_then([&] { return m_stores.records.setPending(operation.hubId, 1); });
}

Result<void> Applier::settleRefusedWrite(const EntityContext &context, RemoteBatch &batch, int index)
{
    OperationRow &operation = batch.operations[index];
    const RemoteWrite &whole = batch.planned[index];
    const Error &error = batch.outcomes[index].error;
    if (operation.kind == "create"_L1) {
        const QString sentKey = context.keyOfRemote(*batch.binding, batch.binding->mapping.toHub(whole.values()));
        return m_stores.records.bar(operation.integration, operation.hubId, sentKey).and_then([&] {
            return fail(context, operation, Status::Failed, u"refused"_s, error);
        });
    }
    operation.outcome = u"refused"_s;
    operation.detail = error.message;
    const QStringList fields = error.fields.isEmpty() ? QStringList(whole.wire.keys()) : error.fields;
    return m_settler.settleRefusal(context, operation, whole, fields, error)
        .and_then([&] { return m_stores.runs.saveOutcome(operation); })
        .and_then([&] { return m_stores.records.setPending(operation.hubId, 1); });
}

Result<void> Applier::fail(const EntityContext &context, const OperationRow &operation, Status status,
                           const QString &outcome, const Error &error)
{
    const QString name = m_catalog.nameOf(operation.integration);
    const QString record = ledgerRecord(operation.kind == "create"_L1 ? QString() : operation.remoteId,
                                        operation.hubId);
    OperationRow row = operation;
    row.outcome = outcome;
    row.detail = error.message;
    auto done = m_stores.runs.saveOutcome(row)
                    .and_then([&] { return m_stores.records.setPending(operation.hubId, 1); })
                    .and_then([&] {
                        return m_stores.runs.worsenLedger(
                            m_run, {operation.integration, context.entity, record, status, error.message});
                    });
    if (!done || status != Status::Failed)
        return done;
    return m_stores.runs.addError(m_run,
                                  errorDocument(name, context.entity, record, error.fields.join(u", "_s), {}, error));
}

} // namespace syncline::core
