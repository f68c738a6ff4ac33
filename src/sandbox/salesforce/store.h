#pragma once

#include "sandbox/crm.h"
#include "sandbox/salesforce/fields.h"

#include <QHash>
#include <QMap>

#include <map>

namespace syncline::sandbox::salesforce {

using Values = QMap<QString, QJsonValue>; ///< what is missing is null

struct Record
{
    QString id;
    Values values;
    qint64 created = 0, modified = 0; ///< seconds
    qint64 deleted = 0;               ///< 0: it is live
    QString master;                   ///< of one that was merged away
};

/// All records of an object, with its fields.
struct Table
{
    QString name;   ///< "Contact"
    QString prefix; ///< of its ids: "003"
    QList<Field> fields;
    std::map<QString, Record> records; ///< those in the recycle bin, too
    QMap<QString, qint64> erased;      ///< for good: id -> when

    const Field *field(const QString &name) const; ///< by any case; nullptr for one that this user does not see
    const Record *find(const QString &id) const;   ///< by either form; also in the recycle bin
    const Record *live(const QString &id) const;
    /// As a query shows it; null for a blank.
    QJsonValue shown(const Record &record, const QString &name) const;
    /// The live record that has this value in a field, other than `besides`.
    const Record *holder(const QString &field, const QString &value, const QString &besides = {}) const;
    QList<const Record *> holders(const QString &field, const QString &value) const;
};

/// The records of one organisation.
class Store
{
public:
    explicit Store(const SandboxClock &clock);

    Table *table(const QString &name);
    const Table *table(const QString &name) const;
    const Table *tableOf(const QString &id) const; ///< by the first three characters
    std::map<QString, Table> &tables() { return m_tables; }
    qint64 now() const { return m_clock.now(); }
    QString self() const { return m_self; } ///< the user that the integration works as

    Record &create(Table &table, Values values, qint64 at);
    void update(Table &table, const QString &id, const Values &values);
    void remove(Table &table, const QString &id); ///< into the recycle bin, with what hangs on it
    void restore(Table &table, const QString &id);
    void erase(Table &table, const QString &id);
    void merge(Table &table, const QString &winner, const QString &loser);
    /// The lead becomes a contact, whose id is returned.
    QString convert(const QString &lead);

private:
    void addUser(const QString &name, const QString &email);
    void removeChildren(const Table &table, const QString &id);

    const SandboxClock &m_clock;
    std::map<QString, Table> m_tables;
    QString m_self;
    qint64 m_nextId = 1;
};

QString timeText(qint64 seconds); ///< "2026-02-01T21:20:00.000+0000"

} // namespace syncline::sandbox::salesforce
