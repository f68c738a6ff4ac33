#include "sandbox/suitecrm/store.h"

#include <algorithm>

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

QString key(const Record &record)
{
    return record.schema->module + u'/' + record.id.toLower();
}

void moveIndex(QHash<QString, QList<Record *>> &index, Record *record, const QString &from, const QString &to)
{
    if (const auto known = index.find(from); known != index.end())
        known->removeAll(record);
    if (!to.isEmpty())
        index[to].append(record);
}

} // namespace

QString Record::value(const QString &field) const
{
    const int at = schema->indexOf(field);
    return at < 0 ? QString() : values[std::size_t(at)];
}

Record *Record::emailAt(int position) const
{
    const auto shows = [](const EmailLink &link) {
        return !link.isRemoved && !link.isHidden && !link.address->isDeleted;
    };
    QList<Record *> order;
    for (const bool primary : {true, false}) {
        for (const EmailLink &link : emails) {
            if (shows(link) && link.isPrimary == primary)
                order.append(link.address);
        }
    }
    return position < order.size() ? order[position] : nullptr;
}

Store::Store(std::uint32_t seed) : m_random(seed)
{
    for (const auto &module : m_schemas.all())
        m_records[module.get()];
}

const Records &Store::records(const ModuleSchema &schema) const
{
    return m_records.at(&schema);
}

Record *Store::find(const ModuleSchema &schema, const QString &id)
{
    Records &all = records(schema);
    const auto known = all.find(id.toLower());
    return known == all.end() ? nullptr : &known->second;
}

Record *Store::findLive(const ModuleSchema &schema, const QString &id)
{
    Record *record = find(schema, id);
    return record && !record->isDeleted ? record : nullptr;
}

/// In UUID shape but of no RFC version, as the server makes them.
QString Store::newId()
{
    const auto part = [this](int digits) {
        return u"%1"_s.arg(m_random() & ((1ULL << (4 * digits)) - 1), digits, 16, QChar(u'0'));
    };
    QString id = part(8);
    for (const int digits : {4, 4, 4, 12})
        id += u'-' + part(digits);
    return id;
}

Record &Store::insert(const ModuleSchema &schema, const QString &id)
{
    Record &record = records(schema)[id.toLower()];
    record.id = id;
    record.schema = &schema;
    record.values.resize(schema.fields.size());
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        if (!schema.fields[i].defaultValue.isEmpty())
            record.values[i] = schema.fields[i].defaultValue;
    }
    return record;
}

void Store::set(Record &record, const QString &field, const QString &value)
{
    if (const int at = record.schema->indexOf(field); at >= 0)
        set(record, at, value);
}

void Store::set(Record &record, int field, const QString &value)
{
    const QString name = record.schema->fields[std::size_t(field)].name;
    QString &stored = record.values[std::size_t(field)];
    const QString before = std::exchange(stored, value);
    record.rendered = {};
    if (name == "account_id"_L1 && record.schema->module == "Contacts"_L1) {
        leaveAccount(record, before);
        joinAccount(record, value);
    } else if (name == "email_address_caps"_L1) {
        moveIndex(m_addressesByCaps, &record, before, value);
    } else if (name == "email_address"_L1) {
        moveIndex(m_addressesByText, &record, before.toCaseFolded(), value.toCaseFolded());
        forgetUsersOf(record);
    } else if (record.schema->module == "EmailAddresses"_L1) {
        forgetUsersOf(record);
    } else if (name == "name"_L1 && record.schema->module == "Accounts"_L1) {
        for (Record *contact : contactsOf(record))
            contact->rendered = {};
    }
}

void Store::setDeleted(Record &record, bool isDeleted)
{
    record.isDeleted = isDeleted;
    record.rendered = {};
    if (record.schema->module == "EmailAddresses"_L1)
        forgetUsersOf(record);
    if (isDeleted && record.schema->module == "Accounts"_L1) {
        for (Record *contact : contactsOf(record))
            set(*contact, u"account_id"_s, {}); // the link goes with it; the contact's time does not move
    }
}

void Store::forgetRendered()
{
    for (auto &[schema, records] : m_records) {
        for (auto &[id, record] : records)
            record.rendered = {};
    }
}

Record *Store::addressByCaps(const QString &caps) const
{
    for (Record *address : m_addressesByCaps.value(caps)) {
        if (!address->isDeleted)
            return address;
    }
    return nullptr;
}

QList<Record *> Store::addressesByText(const QString &address) const
{
    return m_addressesByText.value(address.toCaseFolded());
}

QList<Record *> Store::usersOf(const Record &address) const
{
    return m_usersOfAddress.value(&address);
}

void Store::linkEmail(Record &record, EmailLink link)
{
    for (const EmailLink &known : record.emails) {
        if (known.address == link.address && !known.isRemoved && known.isHidden == link.isHidden)
            return;
    }
    QList<Record *> &users = m_usersOfAddress[link.address];
    if (!users.contains(&record))
        users.append(&record);
    record.emails.push_back(link);
    record.rendered = {};
}

void Store::unlinkEmail(Record &record, const Record &address)
{
    for (EmailLink &link : record.emails) {
        if (link.address == &address)
            link.isRemoved = true;
    }
    record.rendered = {};
}

void Store::forgetUsersOf(const Record &address)
{
    for (Record *user : usersOf(address))
        user->rendered = {};
}

QList<Record *> Store::contactsOf(const Record &account) const
{
    QList<Record *> contacts;
    const auto known = m_contactsByAccount.constFind(account.id.toLower());
    if (known == m_contactsByAccount.cend())
        return contacts;
    for (const auto &[id, contact] : *known) {
        if (!contact->isDeleted)
            contacts.append(contact);
    }
    return contacts;
}

void Store::relate(const Record &a, const Record &b)
{
    for (const auto &[from, to] : {std::pair(key(a), key(b)), std::pair(key(b), key(a))}) {
        QStringList &links = m_related[from];
        if (!links.contains(to))
            links.append(to);
    }
}

bool Store::unrelate(const Record &a, const Record &b)
{
    m_related[key(b)].removeAll(key(a));
    return m_related[key(a)].removeAll(key(b)) > 0;
}

QList<Record *> Store::related(const Record &record, const ModuleSchema &module)
{
    QList<Record *> found;
    const QString prefix = module.module + u'/';
    for (const QString &link : m_related.value(key(record))) {
        if (!link.startsWith(prefix))
            continue;
        if (Record *other = findLive(module, link.mid(prefix.size())))
            found.append(other);
    }
    std::sort(found.begin(), found.end(), [](const Record *a, const Record *b) { return a->id < b->id; });
    return found;
}

void Store::leaveAccount(Record &record, const QString &accountId)
{
    if (const auto known = m_contactsByAccount.find(accountId.toLower()); known != m_contactsByAccount.end())
        known->erase(record.id.toLower());
}

void Store::joinAccount(Record &record, const QString &accountId)
{
    if (!accountId.isEmpty())
        m_contactsByAccount[accountId.toLower()][record.id.toLower()] = &record;
}

} // namespace syncline::sandbox::suitecrm
