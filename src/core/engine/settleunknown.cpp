#include "core/engine/settler.h"

#include "core/engine/creationtoken.h"
#include "core/engine/parts.h"
#include "core/engine/planning.h"
#include "core/sync/settle.h"
#include "core/workspace/documents.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using syncline::connectors::LookUp;
using syncline::connectors::Presence;
using syncline::connectors::RemoteRecord;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Settler", text);
}

/// A request that was cut off may still be at work in the server for as long as a script may run there.
constexpr std::chrono::milliseconds requestLingers{10'000};

} // namespace

/// The unanswered writes of one entity of one integration.
struct Settler::Open
{
    Account &account;
    const Binding &binding;
    const EntityContext &context;
    std::stop_token stop;
    QList<IntentRow> intents;
    QList<OperationRow> operations;
    QList<RemoteWrite> writes;
    QList<bool> waited;
    Unknowns &total;
    const connectors::RemoteField *tokenField = nullptr;
    QMap<QString, RemoteRecord> arrived = {}; ///< by token: what only a listing of new records showed

    QStringList fields() const { return binding.mapping.remoteFields(); }
    QStringList fieldsAndToken() const { return tokenField ? fields() + QStringList{tokenField->name} : fields(); }
    QString entity() const { return binding.remote.name; }
    bool isCreate(qsizetype index) const { return intents[index].kind == "create"_L1; }
    QString tokenIn(const RemoteRecord &record) const
    {
        return tokenField ? record.fields.value(tokenField->name).text() : QString();
    }
    /// Was the record made by this very create?
    bool isMadeBy(const RemoteRecord &record, int index) const
    {
        return isCreate(index) && !tokenOf(intents[index]).isEmpty() && tokenIn(record) == tokenOf(intents[index]);
    }
    /// Does the token of the record, or that it has none, say that none of these creates made it? `areKept`: the CRM is known
    /// not to drop tokens.
    bool saysOthersMade(const RemoteRecord &record, bool areKept) const
    {
        const QString shown = tokenIn(record);
        if (!tokenField || (shown.isEmpty() && !areKept))
            return false;
        // A create that was sent without a token may have made a record that has none.
        return std::ranges::none_of(intents,
                                    [&](const IntentRow &i) { return i.kind == "create"_L1 && tokenOf(i) == shown; });
    }
};

std::chrono::milliseconds Settler::lingering(const Account &account) const
{
    const auto lag = std::chrono::duration_cast<std::chrono::milliseconds>(account.connector->capabilities().indexLag);
    return requestLingers + lag; // it may arrive at the last moment, and is found by its key only after that
}

Result<Settler::Unknowns> Settler::settleUnknown(const QMap<QString, EntityContext> &contexts, std::stop_token stop)
{
    Unknowns total;
    const auto intents = m_stores.runs.intents();
    if (!intents)
        return failure(intents.error());
    QMap<std::tuple<QString, QString, QString>, QList<IntentRow>> groups;
    for (const IntentRow &intent : *intents)
        groups[{intent.integration, intent.entity, intent.remoteEntity}].append(intent);
    const Millis now = m_clock.now().count();
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        const auto &[integration, entity, remoteEntity] = it.key();
        Account *account = m_catalog.account(integration);
        const auto context = contexts.constFind(entity);
        const Binding *binding = account ? account->binding(entity, remoteEntity) : nullptr;
        if (!account || account->down || context == contexts.cend() || !binding || binding->isGone) {
            total.open += int(it->size());
            continue;
        }
        Open open{*account, *binding, *context, stop, {}, {}, {}, {}, total};
        open.tokenField = tokenField(*binding, account->connector->capabilities());
        for (IntentRow &intent : *it) {
            const auto operation = m_stores.runs.operation(intent.run, intent.seq);
            if (!operation)
                return failure(operation.error());
            if (!intent.unknownSince) {
                intent.unknownSince = now;
                if (auto done = m_stores.runs.setUnknown(intent.run, intent.seq, now); !done)
                    return failure(done.error());
            }
            open.intents.append(intent);
            open.operations.append(operation->value_or(OperationRow{}));
            open.writes.append(RemoteWrite::fromJson(open.operations.last().document));
            const auto wait = lingering(*account) - std::chrono::milliseconds(now - *intent.unknownSince);
            open.waited.append(wait.count() <= 0);
        }
        const int before = total.settled;
        if (auto done = settleOpenUpdates(open); !done)
            return failure(done.error());
        if (auto done = settleOpenCreates(open); !done)
            return failure(done.error());
        const int left = int(open.intents.size()) - (total.settled - before);
        total.open += left;
        if (left > 0) {
            for (const IntentRow &intent : open.intents) {
                const auto wait = lingering(*account) - std::chrono::milliseconds(now - *intent.unknownSince);
                total.wait = std::max(total.wait, wait);
            }
        }
    }
    return total;
}

Result<void> Settler::settleOpenUpdates(Open &open)
{
    QStringList ids;
    QList<int> places;
    for (int i = 0; i < open.intents.size(); ++i) {
        if (open.intents[i].kind == "create"_L1)
            continue;
        ids << open.intents[i].remoteId;
        places << i;
    }
    if (ids.isEmpty())
        return {};
    const auto looks = open.account.connector->readByIds(open.entity(), ids, open.fields(), open.stop);
    if (!looks)
        return {};
    return m_stores.db.transaction("settle unknown", [&]() -> Result<void> {
        for (int n = 0; n < looks->size(); ++n) {
            if (auto done = closeUpdate(open, places[n], looks->at(n)); !done)
                return done;
        }
        return {};
    });
}

Result<void> Settler::closeUpdate(Open &open, int index, const LookUp &look)
{
    const IntentRow &intent = open.intents[index];
    OperationRow &operation = open.operations[index];
    const LinkKey key{intent.integration, intent.remoteEntity, intent.remoteId};
    const auto close = [&](const QString &outcome, const QString &detail) {
        ++open.total.settled;
        operation.outcome = outcome;
        operation.detail = detail;
        return m_stores.runs.saveOutcome(operation)
            .and_then([&] { return m_stores.records.touch(intent.hubId); })
            .and_then([&] { return m_stores.runs.removeIntent(intent.run, intent.seq); });
    };
    if (look.presence == Presence::Unknown || (look.presence == Presence::Forbidden && !open.waited[index]))
        return {};
    if (intent.kind == "delete"_L1) {
        if (look.presence == Presence::NotFound)
            return settleDelete(open.context, operation).and_then([&] {
                ++open.total.settled;
                return m_stores.runs.removeIntent(intent.run, intent.seq);
            });
        return open.waited[index] ? close(u"lost"_s, tr("The delete did not arrive.")) : Result<void>();
    }
    auto stored = m_stores.records.link(key);
    if (!stored)
        return failure(stored.error());
    if (look.presence != Presence::Found || !*stored)
        return close(u"lost"_s, tr("The record could not be read again."));
    LinkRow row = **stored;
    const Link before = toLink(row, open.binding);
    Link after = before;
    const auto shown = mappedOnly(look.record.fields, open.fields());
    const System system = open.context.systems.value(open.binding.system.name);
    if (!settleReread(after, system, open.context.policies, open.writes[index].sent, open.binding.mapping.toHub(shown),
                      open.waited[index], false))
        return {};
    after.mtime = modified(look.record, after.mtime);
    const auto settled = settledFields(open.binding, open.writes[index], row, shown);
    for (auto it = shown.begin(); it != shown.end(); ++it)
        row.shadow.insert(it.key(), *it);
    const bool arrived = after.base != before.base;
    writeBack(row, before, after, open.binding, settled, open.writes[index].values());
    row.contentHash = contentHash(row.shadow);
    row.matchKey = open.context.keyOfRemote(open.binding, open.binding.mapping.toHub(row.shadow));
    open.writes[index].settled = mappedOnly(shown, open.writes[index].wire.keys());
    operation.document = open.writes[index].toJson();
    return m_stores.records.saveLink(row).and_then([&] {
        return arrived ? close(u"done"_s, tr("The answer was lost; reading again showed that it had arrived."))
                       : close(u"lost"_s, tr("The answer was lost; it had not arrived."));
    });
}

Result<void> Settler::settleOpenCreates(Open &open)
{
    if (open.account.connector->capabilities().clientChosenIds)
        return settleOwnIds(open);
    const QString keyField = open.binding.mapping.remoteFieldOfHub(open.context.policies.key);
    QStringList keys;
    for (int i = 0; i < open.intents.size(); ++i) {
        if (open.isCreate(i) && open.writes[i].wire.contains(keyField))
            keys << open.writes[i].wire.value(keyField).raw.text();
    }
    const bool creates = std::ranges::any_of(open.intents, [](const IntentRow &i) { return i.kind == "create"_L1; });
    if (!creates)
        return {};
    QList<RemoteRecord> found;
    if (!keys.isEmpty()) {
        auto read = open.account.connector->readByKey(open.entity(), keyField, keys, open.fieldsAndToken(), open.stop);
        if (!read)
            return {};
        found = std::move(*read);
    }
    searchTokens(open, found);
    QMap<int, QList<RemoteRecord>> candidates;
    for (int i = 0; i < open.intents.size(); ++i) {
        if (!open.isCreate(i))
            continue;
        const auto mine = candidatesOf(open, i, found);
        if (!mine)
            return failure(mine.error());
        candidates.insert(i, *mine);
    }
    for (auto it = candidates.begin(); it != candidates.end(); ++it) {
        if (auto done = settleOpenCreate(open, it.key(), candidates); !done)
            return done;
    }
    return {};
}

/// Adds what tokens alone tell. A CRM that cannot be searched by them shows them in its listing of new records.
void Settler::searchTokens(const Open &open, QList<RemoteRecord> &found)
{
    QStringList tokens;
    for (int i = 0; i < open.intents.size(); ++i) {
        const QString token = open.isCreate(i) ? tokenOf(open.intents[i]) : QString();
        if (!token.isEmpty() && std::ranges::none_of(found, [&](const auto &r) { return open.isMadeBy(r, i); }))
            tokens << token;
    }
    if (!open.tokenField || tokens.isEmpty())
        return;
    const auto read = open.account.connector->readByKey(open.entity(), open.tokenField->name, tokens,
                                                        open.fieldsAndToken(), open.stop);
    if (read)
        found += *read;
}

/// Of the records with its key, those that nobody has a claim to; that with its token alone where there is one.
Result<QList<RemoteRecord>> Settler::candidatesOf(const Open &open, int index, const QList<RemoteRecord> &found)
{
    const QString sentKey = open.context.keyOfRemote(open.binding,
                                                     open.binding.mapping.toHub(open.writes[index].values()));
    QList<RemoteRecord> mine;
    for (const RemoteRecord &record : found) {
        const LinkKey key{open.binding.integration, open.entity(), record.id};
        const auto linked = m_stores.records.glance(key);
        const auto buried = m_stores.records.isBuried(key);
        if (!linked || !buried)
            return failure(linked ? buried.error() : linked.error());
        if (*linked || *buried || open.saysOthersMade(record, false))
            continue;
        if (open.isMadeBy(record, index))
            return QList<RemoteRecord>{record};
        const QString recordKey = open.context.keyOfRemote(open.binding, open.binding.mapping.toHub(record.fields));
        if (!sentKey.isEmpty() && recordKey == sentKey && open.tokenIn(record).isEmpty())
            mine << record;
    }
    return mine;
}

/// S-20: while another unanswered create there is not found, a record with this key may be that one with its key changed by
/// a person; it is ours only if it shows what was sent and nothing else.
bool Settler::isInDoubt(const Open &open, int index, const QMap<int, QList<RemoteRecord>> &candidates)
{
    const bool isAnotherOpen = std::ranges::any_of(
        candidates.keys(), [&](int other) { return other != index && candidates.value(other).isEmpty(); });
    const RemoteRecord &record = candidates.constFind(index)->first();
    return isAnotherOpen && !open.isMadeBy(record, index)
        && !showsCreate(open.context.systems.value(open.binding.system.name), open.context.policies,
                        toIntent(open.intents[index], open.operations[index], open.context),
                        open.binding.mapping.toHub(mappedOnly(record.fields, open.fields())));
}

Result<void> Settler::settleOpenCreate(Open &open, int index, const QMap<int, QList<RemoteRecord>> &candidates)
{
    const auto &mine = *candidates.constFind(index);
    if (mine.size() == 1 && !isInDoubt(open, index, candidates))
        return adoptCreated(open, index, mine.first());
    if (!mine.isEmpty() || !open.waited[index])
        return {};
    const auto doubt = mayHaveArrived(open);
    if (!doubt)
        return failure(doubt.error());
    const auto arrived = open.arrived.constFind(tokenOf(open.intents[index]));
    if (arrived != open.arrived.cend())
        return adoptCreated(open, index, *arrived);
    return *doubt ? Result<void>() : giveUp(open, index);
}

/// Where the id of a new record is ours, asking by it is a verdict, and sending it again is harmless.
Result<void> Settler::settleOwnIds(Open &open)
{
    QStringList ids;
    QList<int> places;
    for (int i = 0; i < open.intents.size(); ++i) {
        if (open.intents[i].kind == "create"_L1) {
            ids << open.intents[i].remoteId;
            places << i;
        }
    }
    if (ids.isEmpty())
        return {};
    const auto looks = open.account.connector->readByIds(open.entity(), ids, open.fields(), open.stop);
    if (!looks)
        return {};
    for (int n = 0; n < looks->size(); ++n) {
        Result<void> done;
        if (looks->at(n).presence == Presence::Found)
            done = adoptCreated(open, places[n], looks->at(n).record);
        else if (looks->at(n).presence == Presence::NotFound)
            done = giveUp(open, places[n]);
        if (!done)
            return done;
    }
    return {};
}

Result<void> Settler::adoptCreated(Open &open, int index, const RemoteRecord &record)
{
    const IntentRow &intent = open.intents[index];
    OperationRow &operation = open.operations[index];
    return m_stores.db.transaction("settle create", [&]() -> Result<void> {
        LinkRow row = newLink(operation, open.binding, record.id);
        Link link = toLink(row, open.binding);
        const Link before = link;
        const auto shown = mappedOnly(record.fields, open.fields());
        const System system = open.context.systems.value(open.binding.system.name);
        link.mtime = modified(record, {});
        settleReread(link, system, open.context.policies, open.writes[index].sent, open.binding.mapping.toHub(shown),
                     open.waited[index], true);
        const auto hub = m_stores.records.hub(operation.hubId);
        if (!hub)
            return failure(hub.error());
        if (*hub)
            settleBlanks(link, system, toHubRecord(**hub));
        const auto settled = settledFields(open.binding, open.writes[index], row, shown);
        row.shadow = shown;
        writeBack(row, before, link, open.binding, settled, open.writes[index].values());
        row.contentHash = contentHash(row.shadow);
        row.matchKey = open.context.keyOfRemote(open.binding, open.binding.mapping.toHub(row.shadow));
        operation.remoteId = record.id;
        operation.outcome = u"done"_s;
        operation.detail = tr("The answer was lost; the record was found again.");
        open.writes[index].settled = mappedOnly(shown, open.writes[index].wire.keys());
        operation.document = open.writes[index].toJson();
        ++open.total.settled;
        return m_stores.records.removeStranger({row.integration, row.remoteEntity, row.remoteId})
            .and_then([&] { return m_stores.records.saveLink(row); })
            .and_then([&] { return m_stores.records.touch(operation.hubId); })
            .and_then([&] { return nameCreated(operation, open.writes[index]); })
            .and_then([&] {
                return m_stores.records.wakeWaiting({row.integration, row.remoteEntity, row.remoteId}, row.hubId);
            })
            .and_then([&] { return m_stores.runs.saveOutcome(operation); })
            .and_then([&] { return m_stores.runs.removeIntent(intent.run, intent.seq); });
    });
}

Result<void> Settler::giveUp(Open &open, int index)
{
    const IntentRow &intent = open.intents[index];
    OperationRow &operation = open.operations[index];
    operation.outcome = u"lost"_s;
    operation.detail = tr("The answer was lost; the record had not been created.");
    ++open.total.settled;
    return m_stores.db.transaction("settle create", [&] {
        return m_stores.runs.saveOutcome(operation)
            .and_then([&] { return m_stores.records.touch(intent.hubId); })
            .and_then([&] { return m_stores.runs.removeIntent(intent.run, intent.seq); });
    });
}

/// S-20: is there a new record there that nobody can explain? Then "not found" is no verdict.
Result<bool> Settler::mayHaveArrived(Open &open)
{
    Millis oldest = m_clock.now().count();
    for (const IntentRow &intent : open.intents)
        oldest = std::min(oldest, intent.at * 1000);
    // The CRM's clock may be off; what is older than a day was not made by us just now.
    const auto since = std::chrono::seconds(oldest / 1000 - 86'400);
    const auto created = open.account.connector->readCreatedSince(open.entity(), since, open.fieldsAndToken(),
                                                                  open.stop);
    if (!created)
        return true;
    const auto witnesses = m_stores.records.witnesses(open.binding.integration, open.entity());
    if (!witnesses)
        return failure(witnesses.error());
    bool areTokensKept = false;
    if (!witnesses->isEmpty()) {
        const auto looks = open.account.connector->readByIds(open.entity(), *witnesses, open.fieldsAndToken(),
                                                             open.stop);
        if (!looks || std::ranges::none_of(*looks, [](const LookUp &l) { return l.presence == Presence::Found; }))
            return true;
        areTokensKept = std::ranges::any_of(*looks, [&](const LookUp &l) { return !open.tokenIn(l.record).isEmpty(); });
    }
    bool doubt = false;
    for (const RemoteRecord &record : *created) {
        const LinkKey key{open.binding.integration, open.entity(), record.id};
        const auto linked = m_stores.records.glance(key);
        const auto buried = m_stores.records.isBuried(key);
        const auto known = m_stores.records.strangerGlance(key);
        if (!linked || !buried || !known)
            return failure(!linked ? linked.error() : !buried ? buried.error() : known.error());
        if (*linked || *buried || (record.ours && !*record.ours) || open.saysOthersMade(record, areTokensKept))
            continue;
        if (!open.tokenIn(record).isEmpty()) { // of one of these creates
            open.arrived.insert(open.tokenIn(record), record);
            continue;
        }
        const bool seenBefore = *known && (*known)->firstSeen <= oldest;
        if (!*known) {
            auto done = m_stores.db.transaction(
                "stage", [&] { return m_reader.stage(open.binding, open.context, record, 0, nullptr); });
            if (!done)
                return failure(done.error());
        }
        doubt = doubt || !seenBefore;
    }
    return doubt;
}

} // namespace syncline::core
