#include "sandbox/activecampaign/store.h"

#include <algorithm>

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

QString folded(const QString &text)
{
    return text.trimmed().toCaseFolded();
}

Row withChanges(Row row, const Row &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it)
        row.insert(it.key(), it.value());
    return row;
}

} // namespace

const Row *Table::find(int id) const
{
    const auto row = m_rows.find(id);
    return row == m_rows.end() ? nullptr : &row->second;
}

int Table::insert(Row row)
{
    row.insert(u"id"_s, ++m_last);
    if (!m_owner.isEmpty())
        m_byOwner.insert(row[m_owner].toInt(), m_last);
    m_rows.emplace(m_last, std::move(row));
    m_ids.push_back(m_last);
    return m_last;
}

void Table::replace(int id, const Row &row)
{
    const auto known = m_rows.find(id);
    if (known == m_rows.end())
        return;
    if (!m_owner.isEmpty()) {
        m_byOwner.remove(known->second[m_owner].toInt(), id);
        m_byOwner.insert(row[m_owner].toInt(), id);
    }
    known->second = row;
}

void Table::erase(int id)
{
    const auto known = m_rows.find(id);
    if (known == m_rows.end())
        return;
    if (!m_owner.isEmpty())
        m_byOwner.remove(known->second[m_owner].toInt(), id);
    m_rows.erase(known);
    m_ids.erase(std::ranges::lower_bound(m_ids, id));
}

QList<int> Table::ofOwner(int owner) const
{
    QList<int> ids = m_byOwner.values(owner);
    std::ranges::sort(ids);
    return ids;
}

std::span<const int> Table::idsAbove(int id) const
{
    return {std::ranges::upper_bound(m_ids, id), m_ids.end()};
}

Store::Store(const SandboxClock &clock) : m_clock(clock) {}

int Store::contactByEmail(const QString &email) const
{
    return m_emails.value(folded(email));
}

int Store::addContact(Row row)
{
    for (const QString &time : {u"cdate"_s, u"udate"_s}) {
        if (!row.contains(time))
            row.insert(time, qint64(now()));
    }
    const QString email = folded(row["email"_L1].toString());
    const int id = contacts.insert(std::move(row));
    if (!email.isEmpty())
        m_emails.insert(email, id);
    return id;
}

void Store::changeContact(int id, const Row &changes)
{
    const Row *known = contacts.find(id);
    if (!known)
        return;
    if (changes.contains("email"_L1)) {
        m_emails.remove(folded(known->value("email"_L1).toString()));
        m_emails.insert(folded(changes["email"_L1].toString()), id);
    }
    Row changed = withChanges(*known, changes);
    changed.insert(u"udate"_s, qint64(now()));
    contacts.replace(id, changed);
    happenings.append({u"update"_s, id, 0});
}

void Store::touchContact(int id)
{
    changeContact(id, {});
}

void Store::removeContact(int id)
{
    const Row *known = contacts.find(id);
    if (!known)
        return;
    m_emails.remove(folded(known->value("email"_L1).toString()));
    contacts.erase(id);
    for (Table *table : {&fieldValues, &contactTags, &contactLists, &accountContacts}) {
        for (const int row : table->ofOwner(id))
            table->erase(row);
    }
}

int Store::accountByName(const QString &name) const
{
    return m_names.value(folded(name));
}

int Store::addAccount(Row row)
{
    for (const QString &time : {u"createdTimestamp"_s, u"updatedTimestamp"_s}) {
        if (!row.contains(time))
            row.insert(time, qint64(now()));
    }
    const QString name = folded(row["name"_L1].toString());
    m_accountsByName.clear();
    const int id = accounts.insert(std::move(row));
    m_names.insert(name, id);
    happenings.append({u"account_add"_s, 0, 0});
    return id;
}

void Store::changeAccount(int id, const Row &changes)
{
    const Row *known = accounts.find(id);
    if (!known)
        return;
    if (changes.contains("name"_L1)) {
        m_names.remove(folded(known->value("name"_L1).toString()));
        m_names.insert(folded(changes["name"_L1].toString()), id);
    }
    Row changed = withChanges(*known, changes);
    changed.insert(u"updatedTimestamp"_s, qint64(now()));
    accounts.replace(id, changed);
    m_accountsByName.clear();
    happenings.append({u"account_update"_s, 0, 0});
}

void Store::removeAccount(int id)
{
    const Row *known = accounts.find(id);
    if (!known)
        return;
    m_names.remove(folded(known->value("name"_L1).toString()));
    accounts.erase(id);
    m_accountsByName.clear();
    for (const int row : accountValues.ofOwner(id))
        accountValues.erase(row);
    QList<int> links;
    for (const auto &[link, row] : accountContacts.rows()) {
        if (row["account"_L1].toInt() == id)
            links.append(link);
    }
    for (const int link : std::as_const(links))
        accountContacts.erase(link);
}

void Store::setFieldValue(int contact, int field, const QString &value)
{
    Row row{{u"contact"_s, contact}, {u"field"_s, field}, {u"value"_s, value}, {u"cdate"_s, qint64(now())}};
    row.insert(u"udate"_s, qint64(now()));
    for (const int known : fieldValues.ofOwner(contact)) {
        const Row &before = *fieldValues.find(known);
        if (before["field"_L1].toInt() != field)
            continue;
        row.insert(u"id"_s, known);
        row.insert(u"cdate"_s, before["cdate"_L1]);
        fieldValues.replace(known, row);
        return;
    }
    fieldValues.insert(row);
}

void Store::setAccountValue(int account, int field, const QJsonValue &value, const QString &currency)
{
    setCustomValue(accountValues, u"accountId"_s, account, field, value, currency);
}

void Store::setDealValue(int deal, int field, const QJsonValue &value, const QString &currency)
{
    setCustomValue(dealValues, u"dealId"_s, deal, field, value, currency);
}

void Store::setCustomValue(Table &table, const QString &owner, int record, int field, const QJsonValue &value,
                           const QString &currency)
{
    Row row{{owner, record}, {u"customFieldId"_s, field}, {u"fieldValue"_s, value}};
    row.insert(u"createdTimestamp"_s, qint64(now()));
    row.insert(u"updatedTimestamp"_s, qint64(now()));
    if (!currency.isEmpty())
        row.insert(u"fieldCurrency"_s, currency);
    for (const int known : table.ofOwner(record)) {
        if (table.find(known)->value("customFieldId"_L1).toInt() != field)
            continue;
        row.insert(u"id"_s, known);
        table.replace(known, row);
        return;
    }
    table.insert(row);
}

int Store::addDeal(Row row)
{
    for (const QString &time : {u"cdate"_s, u"mdate"_s}) {
        if (!row.contains(time))
            row.insert(time, qint64(now()));
    }
    m_dealsByCreation.clear();
    const int contact = row["contact"_L1].toInt(), id = deals.insert(std::move(row));
    happenings.append({u"deal_add"_s, contact, id});
    return id;
}

void Store::changeDeal(int id, const Row &changes)
{
    if (const Row *known = deals.find(id)) {
        Row changed = withChanges(*known, changes);
        changed.insert(u"mdate"_s, qint64(now()));
        deals.replace(id, changed);
        happenings.append({u"deal_update"_s, changed["contact"_L1].toInt(), id});
        m_dealsByCreation.clear();
    }
}

void Store::removeDeal(int id)
{
    deals.erase(id);
    m_dealsByCreation.clear();
    for (const int row : dealValues.ofOwner(id))
        dealValues.erase(row);
}

const QList<const Row *> &Store::dealsByCreation() const
{
    if (m_dealsByCreation.isEmpty()) {
        for (const auto &[id, row] : deals.rows())
            m_dealsByCreation.append(&row);
        std::ranges::stable_sort(m_dealsByCreation, {},
                                 [](const Row *row) { return row->value("cdate"_L1).toInteger(); });
    }
    return m_dealsByCreation;
}

const QList<const Row *> &Store::accountsByName() const
{
    if (m_accountsByName.isEmpty()) {
        for (const auto &[id, row] : accounts.rows())
            m_accountsByName.append(&row);
        std::ranges::stable_sort(
            m_accountsByName,
            [](const QString &left, const QString &right) { return left.compare(right, Qt::CaseInsensitive) < 0; },
            [](const Row *row) { return row->value("name"_L1).toString(); });
    }
    return m_accountsByName;
}

int Store::firstStage(int pipeline) const
{
    return dealStages.ofOwner(pipeline).value(0);
}

int Store::tagByName(const QString &name) const
{
    for (const auto &[id, row] : tags.rows()) {
        if (row["tag"_L1].toString() == name)
            return id;
    }
    return 0;
}

int Store::linkOfContact(int contact) const
{
    return accountContacts.ofOwner(contact).value(0);
}

} // namespace syncline::sandbox::activecampaign
