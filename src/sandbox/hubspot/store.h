#pragma once

#include "sandbox/crm.h"
#include "sandbox/hubspot/properties.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <map>
#include <optional>

namespace syncline::sandbox::hubspot {

using Values = QMap<QString, QString>; ///< as HubSpot shows them; "" was cleared, what is missing was never set

struct Record
{
    qint64 id = 0;
    Values values;
    qint64 created = 0, modified = 0; ///< milliseconds
    qint64 archived = 0;              ///< 0: it is live
    QList<qint64> mergedIds;
};

/// Somebody who may own records.
struct Owner
{
    qint64 id = 0;
    QString email, firstName, lastName;
    bool isArchived = false;
};

struct Stage
{
    QString id, label, probability;
    bool isClosed = false;
};
struct Pipeline
{
    QString id, label;
    QList<Stage> stages;
};

/// A list of contacts: people fill those that are MANUAL or SNAPSHOT, and HubSpot the DYNAMIC ones.
struct ContactList
{
    QString id, name, processingType;
    QSet<qint64> members = {};
};

/// All records of a kind, with their properties.
struct Table
{
    QString name;               ///< "contacts"
    QString typeId;             ///< "0-1"
    QString modifiedName;       ///< "lastmodifieddate"
    QString uniqueName;         ///< "email": HubSpot itself refuses a second one; "" for none
    QStringList neededOnCreate; ///< at least one of them
    bool needsAll = false;      ///< every one of them
    QStringList shownByDefault;
    QList<Property> properties;
    std::map<qint64, Record> records;
    QHash<qint64, qint64> successors; ///< of merged records: old id -> new id
    QHash<QString, qint64> holders;   ///< of live records: property, newline, value in lower case -> id

    const Property *property(const QString &name) const;
    /// Live or in the recycle bin, but not merged away.
    const Record *find(qint64 id) const;
    /// The live record that this id leads to now, also where it was merged.
    const Record *follow(qint64 id) const;
    /// The live record with this value of a unique property.
    const Record *holder(const QString &property, const QString &value) const;
    /// Fields of a record that are no stored values: its id, its times, what was merged into it.
    std::optional<QString> shown(const Record &record, const QString &name) const;
};

/// The records of one account, and the index that its search sees.
class Store
{
public:
    explicit Store(const SandboxClock &clock);

    Table *table(const QString &nameOrType);
    const Table *table(const QString &nameOrType) const;
    std::map<QString, Table> &tables() { return m_tables; }

    /// The time of a change. All records of one request get the same.
    qint64 now() const;

    Record &create(Table &table, const Values &values, qint64 at);
    void update(Table &table, qint64 id, const Values &values, qint64 at);
    void archive(Table &table, qint64 id, qint64 at);
    void restore(Table &table, qint64 id, qint64 at);
    void erase(Table &table, qint64 id); ///< for good, without a trace
    /// The record that stays: a new one where `givesNewId`.
    const Record &merge(Table &table, qint64 primary, qint64 other, bool givesNewId, qint64 at);
    const QList<Owner> &owners() const { return m_owners; }
    const QList<Pipeline> &pipelines() const { return m_pipelines; } ///< of deals

    const QList<ContactList> &lists() const { return m_lists; }
    ContactList *list(const QString &id);

    /// Links work both ways; a change of them moves no date.
    void associate(const QString &from, qint64 fromId, const QString &to, qint64 toId);
    void dissociate(const QString &from, qint64 fromId, const QString &to, qint64 toId);
    QList<qint64> associated(const QString &from, qint64 fromId,
                             const QString &to) const; ///< in the order they were made

    void setSearchLag(qint64 milliseconds) { m_searchLag = milliseconds; }
    /// What search believes of a record: its state before the changes of the last moments; nullptr: it knows none.
    const Record *indexed(const Table &table, const Record &record) const;

private:
    struct Stale
    {
        std::optional<Record> before;
        qint64 until = 0;
    };
    void beforeChange(const Table &table, qint64 id, qint64 at);
    static void release(Table &table, const Record &record);
    static void hold(Table &table, const Record &record);

    const SandboxClock &m_clock;
    std::map<QString, Table> m_tables;
    QList<Owner> m_owners;
    QList<Pipeline> m_pipelines;
    QList<ContactList> m_lists{{QStringLiteral("7"), QStringLiteral("Newsletter"), QStringLiteral("MANUAL")},
                               {QStringLiteral("8"), QStringLiteral("Fair 2026"), QStringLiteral("SNAPSHOT")},
                               {QStringLiteral("9"), QStringLiteral("Active people"), QStringLiteral("DYNAMIC")}};
    QHash<QString, QList<qint64>> m_associations; ///< "contacts/501/companies" -> ids
    QMap<QString, QHash<qint64, Stale>> m_stale;
    qint64 m_nextId = 501;
    qint64 m_searchLag = 0;
};

QString isoTime(qint64 milliseconds); ///< without milliseconds where they are zero
/// ISO 8601 or milliseconds since 1970.
std::optional<qint64> timeIn(const QString &text);

} // namespace syncline::sandbox::hubspot
