#include "core/engine/settler.h"

#include "core/engine/parts.h"
#include "core/engine/planning.h"
#include "core/sync/settle.h"
#include "core/workspace/documents.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using syncline::connectors::LookUp;
using syncline::connectors::Presence;
using syncline::connectors::RemoteRecord;
using syncline::connectors::WriteOutcome;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Settler", text);
}

/// What of a field was not sent: of a group the other parts.
Value unsent(const Value &there, const FieldMap &map, const QMap<QString, Sent> &sent)
{
    const auto written = sent.constFind(map.id);
    if (written == sent.cend())
        return there;
    if (!there.isGroup() || !written->value.isGroup())
        return Value::absent();
    Value::Parts parts = there.parts();
    const auto known = written->value.parts();
    parts.removeIf([&](const auto &part) { return known.contains(part.key()); });
    return Value::group(parts);
}

/// A new record may show values that nobody sent: the CRM's defaults. They are read in the same run.
bool showsMore(const Link &link, const System &system, const QMap<QString, Sent> &sent)
{
    return std::ranges::any_of(system.fields, [&](const FieldMap &map) {
        const Value there = unsent(link.shadow.value(map.id), map, sent);
        return map.direction != Direction::Push && there.isReadable() && !there.isBlank();
    });
}

/// Does the answer to an update show something that the plan did not know: a person's edit, or what the CRM derives from
/// the fields that were sent, such as the opt-out flag of a new address? It went to the shadow and is not read again.
bool showsNews(const Link &before, const Link &after, const System &system, const Policies &policies,
               const QMap<QString, Sent> &sent)
{
    return std::ranges::any_of(system.fields, [&](const FieldMap &map) {
        const Value there = unsent(after.shadow.value(map.id), map, sent);
        const Value known = unsent(before.shadow.value(map.id), map, sent);
        return map.direction != Direction::Push && there.isReadable()
            && !same(policies.kinds.value(map.hub, FieldType::Text), known, there);
    });
}

/// Those of the fields that were sent and do not show it; all that were sent where that cannot be told.
QStringList notTaken(QStringList fields, const RemoteWrite &write, const QMap<QString, Value> &shown)
{
    fields.removeIf([&](const QString &name) { return !write.wire.contains(name); });
    QStringList others = fields;
    others.removeIf([&](const QString &name) { return shown.value(name) == write.wire.value(name).raw; });
    return others.isEmpty() ? fields : others;
}

} // namespace

LinkRow Settler::newLink(const OperationRow &operation, const Binding &binding, const QString &remoteId)
{
    LinkRow row;
    row.integration = binding.integration;
    row.remoteEntity = binding.remote.name;
    row.remoteId = remoteId;
    row.entity = operation.entity;
    row.hubId = operation.hubId;
    return row;
}

std::optional<Seconds> Settler::modified(const RemoteRecord &record, std::optional<Seconds> otherwise)
{
    return record.modifiedAt ? std::optional<Seconds>(record.modifiedAt->count()) : otherwise;
}

Result<void> Settler::settleAnswer(const EntityContext &context, OperationRow &operation, RemoteWrite &write,
                                   const WriteOutcome &outcome, const ShownRecord &there)
{
    const Binding &binding = *context.binding(operation.integration, operation.remoteEntity);
    const LinkKey key{binding.integration, binding.remote.name, outcome.remoteId};
    const bool create = operation.kind == "create"_L1;
    auto stored = m_stores.records.link(key);
    if (!stored)
        return failure(stored.error());
    LinkRow row = *stored ? **stored : newLink(operation, binding, outcome.remoteId);
    const Link before = toLink(row, binding);
    Link after = before;
    const System &system = *context.systems.constFind(binding.system.name);
    const auto &shown = there.fields;
    const auto fates = settleWrite(after, system, context.policies, write.sent, there.inHubTerms);
    if (create) {
        const auto hub = m_stores.records.hub(operation.hubId);
        if (!hub)
            return failure(hub.error());
        if (*hub)
            settleBlanks(after, system, toHubRecord(**hub));
    }
    after.mtime = modified(outcome.record, after.mtime);
    const auto settled = settledFields(binding, write, row, shown);
    for (auto it = shown.begin(); it != shown.end(); ++it)
        row.shadow.insert(it.key(), *it);
    writeBack(row, before, after, binding, settled, write.values());
    row.contentHash = contentHash(row.shadow);
    const bool isWhole = row.shadow == shown;
    row.matchKey = context.keyOfRemote(binding, isWhole ? there.inHubTerms : binding.mapping.toHub(row.shadow));

    QStringList changed, refused;
    for (auto it = fates.begin(); it != fates.end(); ++it) {
        if (*it == FieldOutcome::ChangedByCrm)
            changed << binding.mapping.remoteFieldsOf(it.key());
        if (*it == FieldOutcome::Refused)
            refused << notTaken(binding.mapping.remoteFieldsOf(it.key()), write, shown);
    }
    operation.remoteId = outcome.remoteId;
    operation.outcome = refused.isEmpty() ? changed.isEmpty() ? u"done"_s : u"changed"_s : u"refused"_s;
    if (!changed.isEmpty())
        operation.detail = tr("Changed by %1: %2").arg(binding.name, changed.join(u", "_s));
    write.settled = mappedOnly(shown, write.wire.keys());
    write.existedBefore = outcome.existedBefore;
    operation.document = write.toJson();
    if (auto done = m_stores.records.removeStranger(key); !done)
        return done;
    if (auto done = m_stores.records.saveLink(row); !done)
        return done;
    const bool hasMore = create ? showsMore(after, system, write.sent)
                                : showsNews(before, after, system, context.policies, write.sent);
    if (!changed.isEmpty() || hasMore) {
        if (auto done = m_stores.records.setPending(operation.hubId, 3); !done)
            return done;
    }
    if (create) {
        auto done = nameCreated(operation, write).and_then([&] {
            return m_stores.records.wakeWaiting(key, operation.hubId);
        });
        if (!done)
            return done;
    }
    if (!refused.isEmpty()) {
        const Error error{
            ErrorKind::Validation,
            tr("%1 answered with success, but kept its own value of %2.").arg(binding.name, refused.join(u", "_s)),
            tr("Change the value here or there; until then it is not sent again."),
            {},
            {},
            false};
        operation.detail = error.message;
        if (auto done = settleRefusal(context, operation, write, refused, error); !done)
            return done;
    }
    return m_stores.runs.saveOutcome(operation);
}

/// The pair was counted by its hub record as long as the CRM's record had no id.
Result<void> Settler::nameCreated(const OperationRow &operation, const RemoteWrite &write)
{
    const QString unnamed = ledgerRecord({}, operation.hubId);
    const bool whole = write.withheld.isEmpty();
    return m_stores.runs.removeLedger(operation.run, operation.integration, operation.entity, unnamed).and_then([&] {
        return m_stores.runs.putLedger(operation.run,
                                       {operation.integration, operation.entity, operation.remoteId,
                                        whole ? Status::Written : Status::Held,
                                        whole ? tr("Created.") : write.withheld});
    });
}

Result<void> Settler::settleRefusal(const EntityContext &context, const OperationRow &operation,
                                    const RemoteWrite &write, const QStringList &remoteFields, const Error &error)
{
    const Binding &binding = *context.binding(operation.integration, operation.remoteEntity);
    const QString record = operation.remoteId.isEmpty() ? ledgerRecord({}, operation.hubId) : operation.remoteId;
    for (const QString &name : remoteFields) {
        if (!write.wire.contains(name))
            continue;
        auto done = m_stores.runs.addError(
            operation.run,
            errorDocument(binding.name, context.entity, record, name, write.wire.value(name).raw.display(), error));
        if (!done)
            return done;
    }
    return m_stores.runs
        .worsenLedger(operation.run, {binding.integration, context.entity, record, Status::Failed, error.message})
        .and_then([&]() -> Result<void> {
            const auto stored = m_stores.records.link({binding.integration, binding.remote.name, operation.remoteId});
            if (!stored)
                return failure(stored.error());
            if (!*stored)
                return {};
            LinkRow row = **stored;
            const Link before = toLink(row, binding);
            Link after = before;
            QStringList maps;
            for (const QString &name : remoteFields) {
                const QString mapId = binding.mapping.mapIdOf(name);
                if (!maps.contains(mapId) && write.sent.contains(mapId))
                    maps << mapId;
            }
            settleRefused(after, context.systems.value(binding.system.name), context.policies, write.sent, maps);
            writeBack(row, before, after, binding, {}, {});
            return m_stores.records.saveLink(row);
        });
}

Result<void> Settler::settleDelete(const EntityContext &context, OperationRow &operation)
{
    const Binding &binding = *context.binding(operation.integration, operation.remoteEntity);
    const LinkKey key{binding.integration, binding.remote.name, operation.remoteId};
    auto stored = m_stores.records.link(key);
    if (!stored)
        return failure(stored.error());
    if (*stored) {
        LinkRow row = **stored;
        row.state = LinkState::Deleted;
        if (auto done = m_stores.records.saveLink(row); !done)
            return done;
    }
    operation.outcome = u"done"_s;
    return m_stores.records.bury(key, u"deleted"_s, m_clock.now().count())
        .and_then([&] { return m_stores.records.touch(operation.hubId); })
        .and_then([&]() -> Result<void> {
            // The same run may go on with this record: it was this run that moved it.
            const auto hub = m_stores.records.hub(operation.hubId);
            if (!hub)
                return failure(hub.error());
            return *hub ? m_stores.runs.carryRevision(operation.run, operation.hubId, (*hub)->revision)
                        : Result<void>();
        })
        .and_then([&] { return m_stores.runs.saveOutcome(operation); });
}

} // namespace syncline::core
