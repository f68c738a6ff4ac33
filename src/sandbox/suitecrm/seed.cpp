#include "sandbox/suitecrm/seed.h"

#include "sandbox/people.h"
#include "sandbox/suitecrm/values.h"
#include "sandbox/suitecrm/writer.h"

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

const QString variant = u"suitecrm"_s;
constexpr int peoplePerOrganisation = 5;

/// Sets values as an import into the database does: no cleaning, no author's times.
class Filler
{
public:
    Filler(Store &store, Record &record) : m_store(store), m_record(record) {}
    Filler &set(const QString &field, const QString &value)
    {
        if (!value.isEmpty())
            m_store.set(m_record, field, value);
        return *this;
    }
    Filler &times(std::int64_t created, std::int64_t modified)
    {
        return set(u"date_entered"_s, databaseTime(created))
            .set(u"date_modified"_s, databaseTime(modified == 0 ? created : modified))
            .set(u"created_by"_s, administratorId)
            .set(u"modified_user_id"_s, administratorId);
    }
    Filler &email(const QString &address, bool isOptedOut)
    {
        if (!address.isEmpty())
            m_store.linkEmail(m_record, {&addressRecord(address, isOptedOut), true, false, false});
        return *this;
    }

private:
    Record &addressRecord(const QString &address, bool isOptedOut)
    {
        if (Record *known = m_store.addressByCaps(address.toUpper()))
            return *known;
        Record &record = m_store.insert(m_store.schema(u"EmailAddresses"_s), m_store.newId());
        const QString created = m_record.value(u"date_entered"_s);
        Filler(m_store, record)
            .set(u"email_address"_s, address)
            .set(u"email_address_caps"_s, address.toUpper())
            .set(u"opt_out"_s, isOptedOut ? u"1"_s : u"0"_s)
            .set(u"date_created"_s, created)
            .set(u"date_modified"_s, created);
        return record;
    }

    Store &m_store;
    Record &m_record;
};

Filler newRecord(Store &store, const QString &module)
{
    return {store, store.insert(store.schema(module), store.newId())};
}

void addUsers(Store &store, std::int64_t installedAt)
{
    Filler(store, store.insert(store.schema(u"Users"_s), administratorId))
        .set(u"last_name"_s, u"Administrator"_s)
        .set(u"title"_s, u"Administrator"_s)
        .times(installedAt, 0);
    Filler(store, store.insert(store.schema(u"Users"_s), colleagueId))
        .set(u"first_name"_s, u"Sally"_s)
        .set(u"last_name"_s, u"Bronsen"_s)
        .times(installedAt, 0);
}

QString addAccount(Store &store, const Organisation &data)
{
    Record &account = store.insert(store.schema(u"Accounts"_s), store.newId());
    Filler(store, account)
        .times(data.createdAt, 0)
        .set(u"name"_s, data.name)
        .set(u"website"_s, data.website)
        .set(u"phone_office"_s, data.phone)
        .set(u"industry"_s, data.industry)
        .set(u"account_type"_s, u"Customer"_s)
        .set(u"billing_address_street"_s, data.street)
        .set(u"billing_address_city"_s, data.city)
        .set(u"billing_address_state"_s, data.region)
        .set(u"billing_address_postalcode"_s, data.postalCode)
        .set(u"billing_address_country"_s, data.country)
        .set(u"employees"_s, QString::number(data.employees))
        .set(u"annual_revenue"_s, QString::number(data.annualRevenue))
        .set(u"branches_c"_s, QString::number(1 + data.employees / 500))
        .set(u"turnover_c"_s, QString::number(data.annualRevenue) + u".000000"_s)
        .email(data.email, false);
    return account.id;
}

QString interestsOf(const Person &person)
{
    QStringList interests;
    if (person.tags.contains(u"newsletter"_s))
        interests.append(u"^sailing^"_s);
    if (person.tags.contains(u"partner"_s) || person.tags.contains(u"VIP"_s))
        interests.append(u"^chess^"_s);
    return interests.join(u',');
}

void addContact(Store &store, const Person &person, const QString &accountId)
{
    newRecord(store, u"Contacts"_s)
        .times(person.createdAt, person.modifiedAt)
        .set(u"first_name"_s, person.firstName)
        .set(u"last_name"_s, person.lastName)
        .set(u"title"_s, person.jobTitle)
        .set(u"phone_work"_s, person.phone)
        .set(u"phone_mobile"_s, person.mobile)
        .set(u"primary_address_street"_s, person.street)
        .set(u"primary_address_city"_s, person.city)
        .set(u"primary_address_state"_s, person.region)
        .set(u"primary_address_postalcode"_s, person.postalCode)
        .set(u"primary_address_country"_s, person.country)
        .set(u"birthdate"_s, person.birthDate)
        .set(u"description"_s, person.notes)
        .set(u"account_id"_s, accountId)
        .set(u"vip_c"_s, person.tags.contains(u"VIP"_s) ? u"1"_s : QString())
        .set(u"interests_c"_s, interestsOf(person))
        .email(person.email, person.optedOut);
}

void addLead(Store &store, const Person &person)
{
    newRecord(store, u"Leads"_s)
        .times(person.createdAt, person.modifiedAt)
        .set(u"first_name"_s, person.firstName)
        .set(u"last_name"_s, person.lastName)
        .set(u"account_name"_s, person.company)
        .set(u"phone_work"_s, person.phone)
        .set(u"status"_s, u"New"_s)
        .email(person.email, person.optedOut);
}

} // namespace

void seed(Installation &site, const CrmOptions &options)
{
    Store &store = site.store;
    const int first = options.poolOffset;
    const int last = first + options.records;
    addUsers(store, organisation(options.seed, 0, variant).createdAt);
    if (options.records <= 0)
        return;
    QHash<QString, QString> accounts;
    for (int i = first / peoplePerOrganisation; i <= (last - 1) / peoplePerOrganisation; ++i) {
        const Organisation data = organisation(options.seed, i, variant);
        if (!accounts.contains(data.name))
            accounts.insert(data.name, addAccount(store, data));
    }
    for (int i = first; i < last; ++i) {
        const Person someone = person(options.seed, i, variant);
        addContact(store, someone, accounts.value(someone.company));
    }
    for (int i = last; i < last + options.records / 50; ++i)
        addLead(store, person(options.seed, i, variant));
}

} // namespace syncline::sandbox::suitecrm
