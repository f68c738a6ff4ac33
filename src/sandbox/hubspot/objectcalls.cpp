#include "sandbox/hubspot/calls.h"
#include "sandbox/hubspot/view.h"

#include <QJsonArray>

#include <algorithm>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestPage = 100;

Response list(const Table &table, const Call &call)
{
    const QString asked = call.value(u"limit"_s);
    const int limit = asked.isEmpty() ? 10 : asked.toInt();
    if (limit < 1 || limit > largestPage)
        return troubleReply(invalidInput(u"The limit must be from 1 to %1."_s.arg(largestPage)));
    const bool isArchive = call.value(u"archived"_s) == "true"_L1;
    const qint64 after = call.value(u"after"_s).toLongLong();
    QJsonArray results;
    QString last;
    bool isMore = false;
    for (auto it = table.records.upper_bound(after); it != table.records.end(); ++it) {
        if ((it->second.archived != 0) != isArchive)
            continue;
        isMore = results.size() == limit;
        if (isMore)
            break;
        results.append(recordJson(table, it->second, call.list(u"properties"_s)));
        last = QString::number(it->first);
    }
    QJsonObject body{{u"results"_s, results}};
    if (isMore)
        addPaging(body, last);
    return jsonReply(body);
}

/// By id, also an old one of a merged record; or by a unique property.
const Record *recordOf(const Table &table, const Call &call)
{
    const QString byProperty = call.value(u"idProperty"_s);
    if (!byProperty.isEmpty())
        return table.holder(byProperty, call.part(1));
    const qint64 id = call.part(1).toLongLong();
    if (call.value(u"archived"_s) == "true"_L1)
        return table.find(id);
    return table.follow(id);
}

Response create(Store &store, Table &table, const Call &call)
{
    const Checked checked = checkedValues(table, call.body["properties"_L1].toObject(), nullptr);
    if (const auto trouble = createTrouble(table, checked))
        return troubleReply(*trouble);
    const Record &record = store.create(table, checked.values, store.now());
    return jsonReply(recordJson(table, record, table.shownByDefault + checked.values.keys()), 201);
}

Response update(Store &store, Table &table, const Record &record, const Call &call)
{
    const Checked checked = checkedValues(table, call.body["properties"_L1].toObject(), &record);
    if (const auto trouble = updateTrouble(table, record, checked))
        return troubleReply(*trouble);
    store.update(table, record.id, checked.values, store.now());
    return jsonReply(recordJson(table, record, table.shownByDefault + checked.values.keys()));
}

Response merge(Store &store, Table &table, const Settings &settings, const Call &call)
{
    const qint64 primary = call.body["primaryObjectId"_L1].toString().toLongLong();
    const qint64 other = call.body["objectIdToMerge"_L1].toString().toLongLong();
    const Record *winner = table.find(primary), *loser = table.find(other);
    if (!winner || !loser || primary == other || winner->archived != 0 || loser->archived != 0)
        return troubleReply(notFound());
    return jsonReply(recordJson(table, store.merge(table, primary, other, settings.mergeGivesNewId, store.now()), {}));
}

std::optional<Response> oneAnswer(Store &store, Table &table, const Call &call)
{
    const Record *record = recordOf(table, call);
    if (!record)
        return call.method == "DELETE" ? emptyReply() : troubleReply(notFound());
    if (call.method == "GET")
        return jsonReply(recordJson(table, *record, call.list(u"properties"_s)));
    if (call.method == "PATCH")
        return update(store, table, *record, call);
    if (call.method != "DELETE")
        return std::nullopt;
    store.archive(table, record->id, store.now());
    return emptyReply();
}

bool onlyReads(const Call &call)
{
    return call.method == "GET" || call.part(1) == "search"_L1
        || (call.part(1) == "batch"_L1 && call.part(2) == "read"_L1);
}

} // namespace

std::optional<Trouble> createTrouble(const Table &table, const Checked &checked)
{
    if (!checked.problems.isEmpty())
        return invalidValues(checked.problems);
    const auto isThere = [&](const QString &name) { return !checked.values.value(name).isEmpty(); };
    const bool isComplete = table.needsAll ? std::ranges::all_of(table.neededOnCreate, isThere)
                                           : std::ranges::any_of(table.neededOnCreate, isThere);
    if (!isComplete)
        return invalidInput(u"Error creating %1. Some required properties were not set."_s.arg(table.name));
    return updateTrouble(table, Record(), checked);
}

std::optional<Trouble> updateTrouble(const Table &table, const Record &record, const Checked &checked)
{
    if (!checked.problems.isEmpty())
        return invalidValues(checked.problems);
    for (auto it = checked.values.begin(); it != checked.values.end(); ++it) {
        const Record *holder = table.property(it.key())->isUnique && !it->isEmpty() ? table.holder(it.key(), *it)
                                                                                    : nullptr;
        if (holder && holder->id != record.id)
            return alreadyExists(table, holder->id);
    }
    return std::nullopt;
}

std::optional<Response> objectAnswer(Store &store, const Settings &settings, const Call &call)
{
    Table *table = store.table(call.part(0));
    if (!table)
        return troubleReply(notFound(u"Unable to infer object type from: "_s + call.part(0)));
    const bool isRead = onlyReads(call);
    const QString scope = u"crm.objects.%1.%2"_s.arg(table->name, isRead ? u"read"_s : u"write"_s);
    if (settings.denied.contains(table->name) || (!isRead && settings.denied.contains(table->name + u":write"_s)))
        return troubleReply(missingScopes(scope));
    if (call.is("GET", 1))
        return list(*table, call);
    if (call.is("POST", 1))
        return create(store, *table, call);
    if (call.is("POST", 2) && call.part(1) == "search"_L1)
        return searchAnswer(store, *table, call);
    if (call.is("POST", 2) && call.part(1) == "merge"_L1)
        return merge(store, *table, settings, call);
    if (call.is("POST", 3) && call.part(1) == "batch"_L1)
        return batchAnswer(store, *table, call);
    return call.path.size() == 2 ? oneAnswer(store, *table, call) : std::nullopt;
}

} // namespace syncline::sandbox::hubspot
