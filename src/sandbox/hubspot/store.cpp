#include "sandbox/hubspot/store.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

Table tableOf(const QString &name, const QString &typeId, const QStringList &needed, const QStringList &shown)
{
    Table table;
    table.name = name;
    table.typeId = typeId;
    table.modifiedName = u"hs_lastmodifieddate"_s;
    table.neededOnCreate = needed;
    table.shownByDefault = shown;
    table.needsAll = true;
    return table;
}

Table contacts()
{
    const QStringList names{u"email"_s, u"firstname"_s, u"lastname"_s};
    Table table = tableOf(u"contacts"_s, u"0-1"_s, names, names);
    table.modifiedName = u"lastmodifieddate"_s;
    table.uniqueName = u"email"_s;
    table.needsAll = false;
    return table;
}

Table companies()
{
    Table table = tableOf(u"companies"_s, u"0-2"_s, {u"name"_s, u"domain"_s}, {u"name"_s, u"domain"_s});
    table.needsAll = false;
    return table;
}

QList<Table> allTables()
{
    return {contacts(),
            companies(),
            tableOf(u"deals"_s, u"0-3"_s, {u"dealname"_s, u"dealstage"_s},
                    {u"dealname"_s, u"amount"_s, u"closedate"_s, u"dealstage"_s, u"pipeline"_s}),
            tableOf(u"tasks"_s, u"0-27"_s, {u"hs_timestamp"_s}, {}),
            tableOf(u"notes"_s, u"0-46"_s, {u"hs_timestamp"_s}, {}),
            tableOf(u"calls"_s, u"0-48"_s, {u"hs_timestamp"_s}, {})};
}

QList<Pipeline> standardPipelines()
{
    return {{u"default"_s,
             u"Sales Pipeline"_s,
             {{u"appointmentscheduled"_s, u"Appointment Scheduled"_s, u"0.2"_s},
              {u"qualifiedtobuy"_s, u"Qualified To Buy"_s, u"0.4"_s},
              {u"contractsent"_s, u"Contract Sent"_s, u"0.9"_s},
              {u"closedwon"_s, u"Closed Won"_s, u"1.0"_s, true},
              {u"closedlost"_s, u"Closed Lost"_s, u"0.0"_s, true}}}};
}

QString linkKey(const QString &from, qint64 id, const QString &to)
{
    return from + u'/' + QString::number(id) + u'/' + to;
}

QString holderKey(const QString &property, const QString &value)
{
    return property + u'\n' + value.toLower();
}

/// Under what a record is found by a unique property; contacts by their other addresses, too.
QStringList keysOf(const Table &table, const Record &record)
{
    QStringList keys;
    for (const Property &property : table.properties) {
        const QString value = record.values.value(property.name);
        if (property.isUnique && !value.isEmpty())
            keys.append(holderKey(property.name, value));
    }
    for (const QString &other : record.values.value(u"hs_additional_emails"_s).split(u';', Qt::SkipEmptyParts))
        keys.append(holderKey(u"email"_s, other));
    return keys;
}

} // namespace

const Property *Table::property(const QString &propertyName) const
{
    const auto found = std::ranges::find(properties, propertyName, &Property::name);
    return found == properties.end() || found->isArchived ? nullptr : &*found;
}

const Record *Table::find(qint64 id) const
{
    const auto found = records.find(id);
    return found == records.end() ? nullptr : &found->second;
}

const Record *Table::follow(qint64 id) const
{
    while (successors.contains(id))
        id = successors.value(id);
    const Record *record = find(id);
    return record && record->archived == 0 ? record : nullptr;
}

const Record *Table::holder(const QString &property, const QString &value) const
{
    return follow(holders.value(holderKey(property, value)));
}

std::optional<QString> Table::shown(const Record &record, const QString &propertyName) const
{
    if (propertyName == "hs_object_id"_L1)
        return QString::number(record.id);
    if (propertyName == "createdate"_L1)
        return isoTime(record.created);
    if (propertyName == modifiedName)
        return isoTime(record.modified);
    if (propertyName == "hs_merged_object_ids"_L1 && !record.mergedIds.isEmpty()) {
        QStringList ids;
        for (const qint64 id : record.mergedIds)
            ids.append(QString::number(id));
        return ids.join(u';');
    }
    if (propertyName == "hs_createdate"_L1)
        return isoTime(record.created);
    if (name == "deals"_L1 && propertyName.startsWith("hs_is_closed"_L1)) {
        const QString stage = record.values.value(u"dealstage"_s);
        const bool isWon = stage == "closedwon"_L1;
        return isWon || (stage == "closedlost"_L1 && propertyName == "hs_is_closed"_L1) ? u"true"_s : u"false"_s;
    }
    if (propertyName == "hs_deal_stage_probability"_L1) {
        const QString stage = record.values.value(u"dealstage"_s);
        return stage == "closedwon"_L1 ? u"1.0"_s : stage == "closedlost"_L1 ? u"0.0"_s : u"0.4"_s;
    }
    const auto value = record.values.constFind(propertyName);
    return value == record.values.cend() ? std::nullopt : std::optional(*value);
}

Store::Store(const SandboxClock &clock) : m_clock(clock)
{
    m_pipelines = standardPipelines();
    m_owners = {{71, u"ada@example.test"_s, u"Ada"_s, u"Admin"_s}, {72, u"sam@example.test"_s, u"Sam"_s, u"Seller"_s}};
    for (Table table : allTables()) {
        table.properties = standardProperties(table.name);
        m_tables.emplace(table.name, std::move(table));
    }
}

ContactList *Store::list(const QString &id)
{
    const auto found = std::ranges::find(m_lists, id, &ContactList::id);
    return found == m_lists.end() ? nullptr : &*found;
}

const Table *Store::table(const QString &nameOrType) const
{
    const auto found = std::ranges::find_if(
        m_tables, [&](const auto &entry) { return entry.first == nameOrType || entry.second.typeId == nameOrType; });
    return found == m_tables.end() ? nullptr : &found->second;
}

Table *Store::table(const QString &nameOrType)
{
    return const_cast<Table *>(std::as_const(*this).table(nameOrType));
}

/// The sandbox's clock knows seconds; the milliseconds are the computer's own.
qint64 Store::now() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    const qint64 part = std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count() % 1000;
    return m_clock.now() * 1000 + part;
}

void Store::hold(Table &table, const Record &record)
{
    for (const QString &key : keysOf(table, record))
        table.holders.insert(key, record.id);
}

void Store::release(Table &table, const Record &record)
{
    for (const QString &key : keysOf(table, record))
        table.holders.remove(key);
}

void Store::beforeChange(const Table &table, qint64 id, qint64 at)
{
    if (m_searchLag <= 0)
        return;
    Stale &stale = m_stale[table.name][id];
    if (stale.until <= at) { // what was late before has arrived by now
        const Record *record = table.find(id);
        stale.before = record ? std::optional(*record) : std::nullopt;
    }
    stale.until = at + m_searchLag;
}

const Record *Store::indexed(const Table &table, const Record &record) const
{
    const auto changes = m_stale.constFind(table.name);
    if (changes == m_stale.cend())
        return record.archived == 0 ? &record : nullptr;
    const auto stale = changes->constFind(record.id);
    if (stale == changes->cend() || stale->until <= now())
        return record.archived == 0 ? &record : nullptr;
    return stale->before && stale->before->archived == 0 ? &*stale->before : nullptr;
}

Record &Store::create(Table &table, const Values &values, qint64 at)
{
    const qint64 id = m_nextId++;
    beforeChange(table, id, at);
    Record &record = table.records[id];
    record.id = id;
    record.created = record.modified = at;
    record.values = values;
    hold(table, record);
    return record;
}

void Store::update(Table &table, qint64 id, const Values &values, qint64 at)
{
    beforeChange(table, id, at);
    Record &record = table.records.at(id);
    release(table, record);
    for (auto it = values.begin(); it != values.end(); ++it)
        record.values.insert(it.key(), *it);
    record.modified = at;
    hold(table, record);
}

void Store::archive(Table &table, qint64 id, qint64 at)
{
    beforeChange(table, id, at);
    Record &record = table.records.at(id);
    release(table, record);
    record.archived = at;
}

void Store::restore(Table &table, qint64 id, qint64 at)
{
    beforeChange(table, id, at);
    Record &record = table.records.at(id);
    record.archived = 0;
    hold(table, record);
}

void Store::erase(Table &table, qint64 id)
{
    release(table, table.records.at(id));
    table.records.erase(id);
}

const Record &Store::merge(Table &table, qint64 primary, qint64 other, bool givesNewId, qint64 at)
{
    const Record loser = table.records.at(other);
    Record winner = table.records.at(primary);
    QStringList emails = winner.values.value(u"hs_additional_emails"_s).split(u';', Qt::SkipEmptyParts);
    for (auto it = loser.values.begin(); it != loser.values.end(); ++it) {
        if (winner.values.value(it.key()).isEmpty())
            winner.values.insert(it.key(), *it);
        else if (it.key() == "email"_L1)
            emails.append(*it);
    }
    if (!emails.isEmpty())
        winner.values.insert(u"hs_additional_emails"_s, emails.join(u';'));
    winner.mergedIds += loser.mergedIds;
    winner.mergedIds.append(other);
    release(table, loser);
    release(table, winner);
    table.records.erase(other);
    table.records.erase(primary);
    if (givesNewId) {
        winner.mergedIds.append(primary);
        winner.id = m_nextId++;
        table.successors.insert(primary, winner.id);
    }
    table.successors.insert(other, winner.id);
    beforeChange(table, winner.id, at);
    winner.modified = at;
    hold(table, winner);
    return table.records[winner.id] = winner;
}

void Store::associate(const QString &from, qint64 fromId, const QString &to, qint64 toId)
{
    QList<qint64> &there = m_associations[linkKey(from, fromId, to)];
    if (there.contains(toId))
        return;
    there.append(toId);
    m_associations[linkKey(to, toId, from)].append(fromId);
}

void Store::dissociate(const QString &from, qint64 fromId, const QString &to, qint64 toId)
{
    m_associations[linkKey(from, fromId, to)].removeAll(toId);
    m_associations[linkKey(to, toId, from)].removeAll(fromId);
}

QList<qint64> Store::associated(const QString &from, qint64 fromId, const QString &to) const
{
    return m_associations.value(linkKey(from, fromId, to));
}

QString isoTime(qint64 milliseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    return time.toString(milliseconds % 1000 == 0 ? u"yyyy-MM-ddTHH:mm:ss'Z'"_s : u"yyyy-MM-ddTHH:mm:ss.zzz'Z'"_s);
}

std::optional<qint64> timeIn(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber)
        return number;
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), Qt::UTC);
    return time.toMSecsSinceEpoch();
}

} // namespace syncline::sandbox::hubspot
