#include "sandbox/salesforce/store.h"

#include "sandbox/salesforce/ids.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

struct Kind
{
    const char *name;
    const char *prefix;
};

constexpr Kind kinds[] = {
    {"Account", "001"}, {"Contact", "003"}, {"Lead", "00Q"}, {"Opportunity", "006"}, {"OpportunityContactRole", "00K"},
    {"Task", "00T"},    {"Event", "00U"},   {"Note", "002"}, {"User", "005"}};

/// What is deleted with a record.
struct Child
{
    const char *parent;
    const char *object;
    const char *reference;
};

constexpr Child children[] = {
    {"Account", "Contact", "AccountId"},
    {"Account", "Opportunity", "AccountId"},
    {"Account", "Task", "WhatId"},
    {"Account", "Event", "WhatId"},
    {"Contact", "Task", "WhoId"},
    {"Contact", "Event", "WhoId"},
    {"Contact", "OpportunityContactRole", "ContactId"},
    {"Opportunity", "Task", "WhatId"},
    {"Opportunity", "Event", "WhatId"},
    {"Opportunity", "OpportunityContactRole", "OpportunityId"},
};

QString fullName(const Record &record)
{
    return QString(record.values.value(u"FirstName"_s).toString() + u' '
                   + record.values.value(u"LastName"_s).toString())
        .trimmed();
}

/// What Salesforce makes of the stage.
QJsonValue ofStage(const Record &record, const QString &name)
{
    const QString stage = record.values.value(u"StageName"_s).toString();
    return name == "IsWon"_L1 ? stage == "Closed Won"_L1 : stage.startsWith("Closed"_L1);
}

QJsonValue systemValue(const Record &record, const QString &name)
{
    if (name == "Id"_L1)
        return record.id;
    if (name == "IsDeleted"_L1)
        return record.deleted != 0;
    if (name == "MasterRecordId"_L1)
        return record.master.isEmpty() ? QJsonValue() : record.master;
    if (name == "CreatedDate"_L1)
        return timeText(record.created);
    if (name == "SystemModstamp"_L1 || name == "LastModifiedDate"_L1)
        return timeText(record.modified);
    return QJsonValue(QJsonValue::Undefined);
}

} // namespace

const Field *Table::field(const QString &fieldName) const
{
    const auto found = std::ranges::find_if(
        fields, [&](const Field &field) { return field.name.compare(fieldName, Qt::CaseInsensitive) == 0; });
    return found == fields.end() || found->isHidden ? nullptr : &*found;
}

const Record *Table::find(const QString &id) const
{
    const auto found = records.find(idIn(id));
    return found == records.end() ? nullptr : &found->second;
}

const Record *Table::live(const QString &id) const
{
    const Record *record = find(id);
    return record && record->deleted == 0 ? record : nullptr;
}

QJsonValue Table::shown(const Record &record, const QString &fieldName) const
{
    if (const QJsonValue value = systemValue(record, fieldName); !value.isUndefined())
        return value;
    if (fieldName == "Name"_L1 && (name == "Contact"_L1 || name == "Lead"_L1))
        return fullName(record);
    if (name == "Opportunity"_L1 && (fieldName == "IsClosed"_L1 || fieldName == "IsWon"_L1))
        return ofStage(record, fieldName);
    if (name == "Task"_L1 && fieldName == "IsClosed"_L1)
        return record.values.value(u"Status"_s) == "Completed"_L1;
    const QJsonValue value = record.values.value(fieldName, QJsonValue(QJsonValue::Null));
    const Field *known = field(fieldName);
    return value.isNull() && known && known->type == "boolean"_L1 ? QJsonValue(false) : value;
}

const Record *Table::holder(const QString &fieldName, const QString &value, const QString &besides) const
{
    for (const auto &[id, record] : records) {
        if (record.deleted == 0 && id != besides
            && record.values.value(fieldName).toString().compare(value, Qt::CaseInsensitive) == 0)
            return &record;
    }
    return nullptr;
}

QList<const Record *> Table::holders(const QString &fieldName, const QString &value) const
{
    QList<const Record *> found;
    for (const auto &[id, record] : records) {
        if (record.deleted == 0 && record.values.value(fieldName).toString().compare(value, Qt::CaseInsensitive) == 0)
            found.append(&record);
    }
    return found;
}

Store::Store(const SandboxClock &clock) : m_clock(clock)
{
    for (const Kind &kind : kinds) {
        Table table;
        table.name = QString::fromLatin1(kind.name);
        table.prefix = QString::fromLatin1(kind.prefix);
        table.fields = standardFields(table.name);
        m_tables.emplace(table.name, std::move(table));
    }
    addUser(u"Ada Admin"_s, u"ada@example.test"_s);
    addUser(u"Sam Seller"_s, u"sam@example.test"_s);
    m_self = m_tables.at(u"User"_s).records.begin()->first;
}

void Store::addUser(const QString &name, const QString &email)
{
    create(m_tables.at(u"User"_s),
           {{u"Name"_s, name},
            {u"Email"_s, email},
            {u"Username"_s, email},
            {u"IsActive"_s, true},
            {u"UserType"_s, u"Standard"_s}},
           now());
}

const Table *Store::table(const QString &name) const
{
    const auto found = m_tables.find(name);
    return found == m_tables.end() ? nullptr : &found->second;
}

Table *Store::table(const QString &name)
{
    return const_cast<Table *>(std::as_const(*this).table(name));
}

const Table *Store::tableOf(const QString &id) const
{
    const auto found = std::ranges::find_if(m_tables,
                                            [&](const auto &entry) { return id.startsWith(entry.second.prefix); });
    return found == m_tables.end() ? nullptr : &found->second;
}

Record &Store::create(Table &table, Values values, qint64 at)
{
    const QString id = madeId(table.prefix, m_nextId++);
    const auto fill = [&](const QString &name, const QJsonValue &value) {
        if (table.field(name) && values.value(name).isNull())
            values.insert(name, value);
    };
    if (!m_self.isEmpty()) {
        fill(u"OwnerId"_s, m_self);
        values.insert(u"CreatedById"_s, m_self);
    }
    if (table.name == "Lead"_L1)
        fill(u"Status"_s, u"Open"_s);
    if (table.name == "Task"_L1) {
        fill(u"Status"_s, u"Not Started"_s);
        fill(u"Priority"_s, u"Normal"_s);
    }
    Record &record = table.records[id];
    record = {id, std::move(values), at, at, 0, {}};
    return record;
}

void Store::update(Table &table, const QString &id, const Values &values)
{
    Record &record = table.records.at(idIn(id));
    record.values.insert(values);
    record.modified = now();
}

void Store::remove(Table &table, const QString &id)
{
    Record &record = table.records.at(idIn(id));
    record.deleted = record.modified = now();
    if (record.master.isEmpty()) // what hung on a record that was merged away hangs on the other now
        removeChildren(table, record.id);
}

void Store::removeChildren(const Table &table, const QString &id)
{
    for (const Child &child : children) {
        if (table.name != QLatin1StringView(child.parent))
            continue;
        Table &others = m_tables.at(QString::fromLatin1(child.object));
        for (const Record *record : others.holders(QString::fromLatin1(child.reference), id))
            remove(others, record->id);
    }
}

void Store::restore(Table &table, const QString &id)
{
    Record &record = table.records.at(idIn(id));
    record.deleted = 0;
    record.modified = now();
}

void Store::erase(Table &table, const QString &id)
{
    table.records.erase(idIn(id));
    table.erased.insert(idIn(id), now());
}

void Store::merge(Table &table, const QString &winnerId, const QString &loserId)
{
    Record &winner = table.records.at(idIn(winnerId)), &loser = table.records.at(idIn(loserId));
    for (auto it = loser.values.begin(); it != loser.values.end(); ++it) {
        if (winner.values.value(it.key(), QJsonValue(QJsonValue::Null)).isNull())
            winner.values.insert(it.key(), *it);
    }
    winner.modified = now();
    loser.master = winner.id;
    for (const Child &child : children) {
        if (table.name != QLatin1StringView(child.parent))
            continue;
        Table &others = m_tables.at(QString::fromLatin1(child.object));
        for (const Record *record : others.holders(QString::fromLatin1(child.reference), loser.id))
            update(others, record->id, {{QString::fromLatin1(child.reference), winner.id}});
    }
    remove(table, loser.id);
}

QString Store::convert(const QString &leadId)
{
    Record &lead = table(u"Lead"_s)->records.at(idIn(leadId));
    Values values;
    for (const Field &field : table(u"Contact"_s)->fields) {
        const QString from = field.name.startsWith("Mailing"_L1) ? field.name.mid(7) : field.name;
        if (field.isCreateable && lead.values.contains(from))
            values.insert(field.name, lead.values.value(from));
    }
    const QString contact = create(*table(u"Contact"_s), values, now()).id;
    lead.values.insert(u"IsConverted"_s, true);
    lead.values.insert(u"ConvertedContactId"_s, contact);
    lead.modified = now();
    return contact;
}

QString timeText(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss'.000+0000'"_s);
}

} // namespace syncline::sandbox::salesforce
