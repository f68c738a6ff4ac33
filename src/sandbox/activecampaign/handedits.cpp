#include "sandbox/activecampaign/calls.h"

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

QJsonObject failed(const QString &message)
{
    return {{u"error"_s, message}};
}

int fieldNumber(const QString &key)
{
    return key.startsWith("field_"_L1) ? key.mid(6).toInt() : 0;
}

QJsonObject flatContact(const Store &store, const Row &row)
{
    const int id = row["id"_L1].toInt();
    QJsonObject flat = shown(row);
    for (const QString &key : {u"links"_s, u"scoreValues"_s, u"hash"_s})
        flat.remove(key);
    for (const Row *value : ownedRows(store.fieldValues, id))
        flat.insert(u"field_%1"_s.arg(value->value("field"_L1).toInt()), value->value("value"_L1));
    QJsonArray tags;
    for (const Row *link : ownedRows(store.contactTags, id))
        tags.append(store.tags.find(link->value("tag"_L1).toInt())->value("tag"_L1));
    flat.insert(u"tags"_s, tags);
    QJsonObject lists;
    for (const Row *link : ownedRows(store.contactLists, id))
        lists.insert(QString::number(link->value("list"_L1).toInt()), link->value("status"_L1));
    flat.insert(u"lists"_s, lists);
    const Row *link = store.accountContacts.find(store.linkOfContact(id));
    flat.insert(u"account"_s, link ? QJsonValue(QString::number(link->value("account"_L1).toInt())) : QJsonValue());
    flat.insert(u"jobTitle"_s, link ? link->value("jobTitle"_L1) : QJsonValue());
    return flat;
}

QJsonObject flatAccount(const Store &store, const Row &row)
{
    QJsonObject flat = shown(row);
    flat.remove(u"links"_s);
    for (const Row *value : ownedRows(store.accountValues, row["id"_L1].toInt()))
        flat.insert(u"field_%1"_s.arg(value->value("customFieldId"_L1).toInt()), value->value("fieldValue"_L1));
    return flat;
}

QJsonObject flatDeal(const Store &store, const Row &row)
{
    QJsonObject flat = shown(row);
    flat.remove(u"links"_s);
    for (const Row *value : ownedRows(store.dealValues, row["id"_L1].toInt()))
        flat.insert(u"field_%1"_s.arg(value->value("customFieldId"_L1).toInt()), value->value("fieldValue"_L1));
    return flat;
}

class HandEdit
{
public:
    HandEdit(Store &store, const Settings &settings, const QJsonObject &command)
        : m_store(store)
        , m_settings(settings)
        , m_command(command)
        , m_fields(command["fields"_L1].toObject())
    {
    }

    QJsonObject run()
    {
        const QString entity = m_command["entity"_L1].toString();
        if (entity == "contacts"_L1)
            return contact();
        if (entity == "accounts"_L1)
            return account();
        if (entity == "fields"_L1)
            return field();
        if (entity == "deals"_L1)
            return deal();
        const QMap<QString, Table *> plain{{u"notes"_s, &m_store.notes},
                                           {u"dealTasks"_s, &m_store.tasks},
                                           {u"accountCustomFieldMeta"_s, &m_store.accountFields},
                                           {u"dealCustomFieldMeta"_s, &m_store.dealFields},
                                           {u"tags"_s, &m_store.tags},
                                           {u"lists"_s, &m_store.lists},
                                           {u"users"_s, &m_store.users}};
        Table *table = plain.value(entity);
        if (!table)
            return failed(u"Unknown entity."_s);
        return isCreate() ? shown(*table->find(table->insert(m_fields))) : changed(*table);
    }

private:
    QString action() const { return m_command["action"_L1].toString(); }
    bool isCreate() const { return action() == "create"_L1; }
    int id() const { return intOf(m_command["id"_L1]); }

    QJsonObject changed(Table &table)
    {
        const Row *known = table.find(id());
        if (!known)
            return failed(u"There is no such record."_s);
        Row row = *known;
        for (auto it = m_fields.begin(); it != m_fields.end(); ++it)
            row.insert(it.key(), it.value());
        if (action() == "delete"_L1)
            table.erase(id());
        else
            table.replace(id(), row);
        return shown(row);
    }

    QJsonObject contact()
    {
        Row columns;
        for (const QString &name : {u"email"_s, u"firstName"_s, u"lastName"_s, u"phone"_s}) {
            if (m_fields.contains(name))
                columns.insert(name, textOf(m_fields[name]));
        }
        const int self = isCreate() ? m_store.addContact(newContact(columns)) : id();
        const Row *known = m_store.contacts.find(self);
        if (!known)
            return failed(u"There is no such record."_s);
        const QJsonObject last = flatContact(m_store, *known);
        if (action() == "delete"_L1 || action() == "merge"_L1) {
            m_store.removeContact(self);
            return last;
        }
        if (!isCreate())
            m_store.changeContact(self, columns);
        for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
            if (const int number = fieldNumber(it.key()))
                m_store.setFieldValue(self, number, textOf(it.value()));
        }
        if (m_fields.contains("tags"_L1))
            setTags(self);
        if (m_fields.contains("account"_L1) || m_fields.contains("jobTitle"_L1))
            setAccount(self);
        const QJsonObject lists = m_fields["lists"_L1].toObject();
        for (auto it = lists.begin(); it != lists.end(); ++it)
            m_store.contactLists.insert(
                {{u"contact"_s, self}, {u"list"_s, it.key().toInt()}, {u"status"_s, it.value()}});
        return flatContact(m_store, *m_store.contacts.find(self));
    }

    void setTags(int contact)
    {
        for (const int link : m_store.contactTags.ofOwner(contact))
            m_store.contactTags.erase(link);
        for (const QJsonValue &name : m_fields["tags"_L1].toArray()) {
            const int known = m_store.tagByName(name.toString());
            const int tag = known != 0 ? known
                                       : m_store.tags.insert({{u"tag"_s, name},
                                                              {u"tagType"_s, u"contact"_s},
                                                              {u"description"_s, QString()},
                                                              {u"cdate"_s, qint64(m_store.now())}});
            m_store.contactTags.insert({{u"contact"_s, contact}, {u"tag"_s, tag}, {u"cdate"_s, qint64(m_store.now())}});
        }
        if (!m_settings.tagsTouch && m_fields.size() == 1)
            return;
        m_store.touchContact(contact);
    }

    void setAccount(int contact)
    {
        const int known = m_store.linkOfContact(contact);
        const Row *before = m_store.accountContacts.find(known);
        Row row = before ? *before : Row{{u"contact"_s, contact}, {u"jobTitle"_s, QString()}};
        if (m_fields.contains("account"_L1))
            row.insert(u"account"_s, intOf(m_fields["account"_L1]));
        if (m_fields.contains("jobTitle"_L1))
            row.insert(u"jobTitle"_s, textOf(m_fields["jobTitle"_L1]));
        row.insert(u"createdTimestamp"_s, qint64(m_store.now()));
        row.insert(u"updatedTimestamp"_s, qint64(m_store.now()));
        const bool isOver = row["account"_L1].toInt() == 0;
        if (isOver)
            m_store.accountContacts.erase(known);
        else if (before)
            m_store.accountContacts.replace(known, row);
        else
            m_store.accountContacts.insert(row);
        m_store.touchContact(contact);
    }

    QJsonObject account()
    {
        Row columns;
        for (const QString &name : {u"name"_s, u"accountUrl"_s}) {
            if (m_fields.contains(name))
                columns.insert(name, textOf(m_fields[name]));
        }
        const int self = isCreate() ? m_store.addAccount(newAccount(columns)) : id();
        const Row *known = m_store.accounts.find(self);
        if (!known)
            return failed(u"There is no such record."_s);
        const QJsonObject last = flatAccount(m_store, *known);
        if (action() == "delete"_L1) {
            m_store.removeAccount(self);
            return last;
        }
        if (!isCreate())
            m_store.changeAccount(self, columns);
        for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
            if (const int number = fieldNumber(it.key()))
                m_store.setAccountValue(self, number, it.value(), {});
        }
        return flatAccount(m_store, *m_store.accounts.find(self));
    }

    QJsonObject deal()
    {
        static const QStringList ids{u"contact"_s, u"account"_s, u"group"_s, u"stage"_s, u"owner"_s};
        Row columns;
        for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
            if (fieldNumber(it.key()) == 0)
                columns.insert(it.key(), ids.contains(it.key()) ? QJsonValue(intOf(it.value())) : it.value());
        }
        if (columns.contains("stage"_L1) && !columns.contains("group"_L1))
            columns.insert(u"group"_s, m_store.dealStages.find(columns["stage"_L1].toInt())->value("group"_L1));
        const int self = isCreate() ? m_store.addDeal(newDeal(columns)) : id();
        const Row *known = m_store.deals.find(self);
        if (!known)
            return failed(u"There is no such record."_s);
        const QJsonObject last = flatDeal(m_store, *known);
        if (action() == "delete"_L1) {
            m_store.removeDeal(self);
            return last;
        }
        if (!isCreate())
            m_store.changeDeal(self, columns);
        for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
            if (const int number = fieldNumber(it.key()))
                m_store.setDealValue(self, number, it.value(), {});
        }
        return flatDeal(m_store, *m_store.deals.find(self));
    }

    /// A custom field of contacts, with its options at once.
    QJsonObject field()
    {
        if (!isCreate())
            return changed(m_store.fields);
        Row row = m_fields;
        const QJsonArray options = row.take("options"_L1).toArray();
        for (const auto &[key, value] : {std::pair(u"isrequired"_s, u"0"_s), std::pair(u"visible"_s, u"1"_s)}) {
            if (!row.contains(key))
                row.insert(key, value);
        }
        const int self = m_store.fields.insert(row);
        for (const QJsonValue &option : options)
            m_store.fieldOptions.insert({{u"field"_s, self}, {u"value"_s, option}, {u"label"_s, option}});
        m_store.fieldRels.insert({{u"field"_s, self}, {u"relid"_s, 0}});
        return shown(*m_store.fields.find(self));
    }

    Store &m_store;
    const Settings &m_settings;
    const QJsonObject &m_command;
    const QJsonObject m_fields;
};

} // namespace

QJsonObject handEdit(Store &store, const Settings &settings, const QJsonObject &command)
{
    return HandEdit(store, settings, command).run();
}

QJsonArray flatRecords(const Store &store, const QString &entity)
{
    QJsonArray list;
    if (entity == "contacts"_L1) {
        for (const auto &[id, row] : store.contacts.rows())
            list.append(flatContact(store, row));
        return list;
    }
    if (entity == "accounts"_L1) {
        for (const auto &[id, row] : store.accounts.rows())
            list.append(flatAccount(store, row));
        return list;
    }
    if (entity == "deals"_L1) {
        for (const auto &[id, row] : store.deals.rows())
            list.append(flatDeal(store, row));
        return list;
    }
    const QMap<QString, const Table *> plain{{u"fields"_s, &store.fields},
                                             {u"notes"_s, &store.notes},
                                             {u"dealTasks"_s, &store.tasks},
                                             {u"accountCustomFieldMeta"_s, &store.accountFields},
                                             {u"dealCustomFieldMeta"_s, &store.dealFields},
                                             {u"accountContacts"_s, &store.accountContacts},
                                             {u"tags"_s, &store.tags},
                                             {u"lists"_s, &store.lists},
                                             {u"users"_s, &store.users}};
    const Table *table = plain.value(entity);
    return table ? shownRows(allRows(*table)) : list;
}

} // namespace syncline::sandbox::activecampaign
