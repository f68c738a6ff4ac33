#pragma once

#include "sandbox/crm.h"

#include <QHash>
#include <QMultiHash>

#include <map>
#include <span>
#include <vector>

namespace syncline::sandbox::activecampaign {

/// A row as the account stores it: ids and instants are numbers (seconds), everything else as it is shown.
using Row = QJsonObject;

/// Rows by id. Some are looked up by the record that they belong to: the values of a contact, its tags, its account.
class Table
{
public:
    explicit Table(QString owner = {}) : m_owner(std::move(owner)) {}

    const std::map<int, Row> &rows() const { return m_rows; }
    const Row *find(int id) const;
    int insert(Row row); ///< gives it the next id
    void replace(int id, const Row &row);
    void erase(int id);
    QList<int> ofOwner(int owner) const;         ///< ids, ascending
    std::span<const int> idsAbove(int id) const; ///< ascending
    qsizetype size() const { return qsizetype(m_rows.size()); }

private:
    QString m_owner; ///< the field with the owner's id; "" for none
    std::map<int, Row> m_rows;
    std::vector<int> m_ids; ///< of all rows, ascending
    QMultiHash<int, int> m_byOwner;
    int m_last = 0;
};

/// What happened to a record, for webhooks; by the name of the event.
struct Happening
{
    QString event;
    int contact = 0, deal = 0; ///< 0: not about one
    bool operator==(const Happening &) const = default;
};

/// Everything that this account holds.
class Store
{
public:
    explicit Store(const SandboxClock &clock);

    Table contacts, accounts, deals, notes, tasks;
    Table tags, lists, users, dealGroups, taskTypes, webhooks;
    Table fields, accountFields, dealFields;
    Table accountContacts{QStringLiteral("contact")};
    Table fieldValues{QStringLiteral("contact")};
    Table accountValues{QStringLiteral("accountId")};
    Table dealValues{QStringLiteral("dealId")};
    Table dealStages{QStringLiteral("group")};
    Table contactTags{QStringLiteral("contact")};
    Table contactLists{QStringLiteral("contact")};
    Table fieldOptions{QStringLiteral("field")};
    Table fieldRels{QStringLiteral("field")};

    QList<Happening>
        happenings; ///< since they were sent last; there is no event for a new contact, nor for one that is gone

    std::int64_t now() const { return m_clock.now(); }

    int addContact(Row row);
    void changeContact(int id, const Row &changes); ///< moves udate
    void touchContact(int id);
    void removeContact(int id);                     ///< with everything that belongs to it
    int contactByEmail(const QString &email) const; ///< 0: nobody has it

    int addAccount(Row row);
    void changeAccount(int id, const Row &changes);
    void removeAccount(int id);
    int accountByName(const QString &name) const;
    const QList<const Row *> &accountsByName() const; ///< in the order of their names, as dealsByCreation()

    int addDeal(Row row);
    void changeDeal(int id, const Row &changes); ///< moves mdate
    void removeDeal(int id);
    int firstStage(int pipeline) const;
    /// In the order in which they were made. Their list is read in hundreds of pages: not each of them may sort it.
    const QList<const Row *> &dealsByCreation() const;

    /// The value of a custom field, made or changed.
    void setFieldValue(int contact, int field, const QString &value);
    void setAccountValue(int account, int field, const QJsonValue &value, const QString &currency);
    void setDealValue(int deal, int field, const QJsonValue &value, const QString &currency);
    int tagByName(const QString &name) const;
    int linkOfContact(int contact) const; ///< row of accountContacts; 0: the contact has no account

private:
    void setCustomValue(Table &table, const QString &owner, int record, int field, const QJsonValue &value,
                        const QString &currency);

    const SandboxClock &m_clock;
    QHash<QString, int> m_emails, m_names;
    mutable QList<const Row *> m_dealsByCreation, m_accountsByName; ///< empty: to be made
};

} // namespace syncline::sandbox::activecampaign
