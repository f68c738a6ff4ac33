#pragma once

#include "sandbox/suitecrm/schema.h"

#include <QMultiHash>

#include <map>
#include <random>

namespace syncline::sandbox::suitecrm {

struct Record;

/// A row between a record and an e-mail address; a removed one stays in the database, and the filter on email1
/// still finds it.
struct EmailLink
{
    Record *address = nullptr;
    bool isPrimary = false;
    bool isRemoved = false;
    bool isHidden = false; ///< made through the link email_addresses_primary: never shows up in email1
};

/// A record's attributes as JSON, made once and kept until something in them changes.
struct RenderedAttributes
{
    QByteArray text;
    std::vector<int> ends; ///< end of each field's "name": "value" in `text`
    bool isValid() const { return !ends.empty(); }
};

struct Record
{
    QString id;
    const ModuleSchema *schema = nullptr;
    std::vector<QString> values; ///< by field; a null text was never set
    bool isDeleted = false;
    std::vector<EmailLink> emails;
    mutable RenderedAttributes rendered;

    QString value(const QString &field) const;
    Record *emailAt(int position) const; ///< 0: email1, 1: email2; nullptr if there is none
};

using Records = std::map<QString, Record>; ///< by id in lower case, which is the database's order

/// All records of the site and the links between them. Records stay at their address.
class Store
{
public:
    explicit Store(std::uint32_t seed);

    const Schemas &schemas() const { return m_schemas; }
    const ModuleSchema &schema(const QString &module) const { return *m_schemas.find(module); }
    Records &records(const ModuleSchema &schema) { return m_records[&schema]; }
    const Records &records(const ModuleSchema &schema) const;

    /// Deleted records included; nullptr if the module has no such id.
    Record *find(const ModuleSchema &schema, const QString &id);
    Record *findLive(const ModuleSchema &schema, const QString &id);
    QString newId();
    /// A record with its fields' defaults; the id must be free.
    Record &insert(const ModuleSchema &schema, const QString &id);
    /// Sets a value and keeps the indexes and everybody's rendered attributes right.
    void set(Record &record, const QString &field, const QString &value);
    void set(Record &record, int field, const QString &value);
    void setDeleted(Record &record, bool isDeleted);
    void forgetRendered(); ///< after a change of settings that all answers show

    /// \name E-mail addresses
    /// @{
    Record *addressByCaps(const QString &caps) const; ///< the oldest live one
    QList<Record *> addressesByCaps(const QString &caps) const { return m_addressesByCaps.value(caps.toUpper()); }
    QList<Record *> addressesByText(const QString &address) const;
    QList<Record *> usersOf(const Record &address) const; ///< records that ever had a link to it
    void linkEmail(Record &record, EmailLink link);
    void unlinkEmail(Record &record, const Record &address);
    void forgetUsersOf(const Record &address); ///< its flags or spelling show in others' attributes
    /// @}

    /// Live contacts of an account, by id.
    QList<Record *> contactsOf(const Record &account) const;

    /// \name Links between other modules, both ways
    /// @{
    void relate(const Record &a, const Record &b);
    bool unrelate(const Record &a, const Record &b);
    QList<Record *> related(const Record &record, const ModuleSchema &module);
    /// @}

private:
    void leaveAccount(Record &record, const QString &accountId);
    void joinAccount(Record &record, const QString &accountId);

    Schemas m_schemas;
    std::map<const ModuleSchema *, Records> m_records;
    QHash<QString, QList<Record *>> m_addressesByCaps, m_addressesByText;
    QHash<const Record *, QList<Record *>> m_usersOfAddress;
    QHash<QString, std::map<QString, Record *>> m_contactsByAccount;
    QHash<QString, QStringList> m_related; ///< "Module/id" to the same
    std::mt19937_64 m_random;
};

} // namespace syncline::sandbox::suitecrm
