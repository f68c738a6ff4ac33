#include "sandbox/activecampaign/seed.h"

#include "sandbox/activecampaign/calls.h"
#include "sandbox/people.h"

#include <algorithm>

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

constexpr int peoplePerOrganisation = 4;
const QString variant = QStringLiteral("activecampaign");

// Ids of the custom fields below, in their order.
enum ContactField { Birthday = 1, Street, City, PostalCode, Country, Interests, Plan, Visits, LastVisit, Notes, Score };
enum AccountField { Industry = 1, Employees, Revenue, Regions };

void addField(Store &store, const QString &title, const QString &type, const QStringList &options = {})
{
    QString tag = title.toUpper();
    tag.replace(u' ', u'_');
    const int id = store.fields.insert({{u"title"_s, title},
                                        {u"descript"_s, QString()},
                                        {u"type"_s, type},
                                        {u"isrequired"_s, u"0"_s},
                                        {u"perstag"_s, tag},
                                        {u"defval"_s, QJsonValue::Null},
                                        {u"visible"_s, u"1"_s},
                                        {u"ordernum"_s, int(store.fields.size()) + 1},
                                        {u"links"_s, QJsonArray()}});
    for (const QString &option : options) {
        store.fieldOptions.insert({{u"field"_s, id},
                                   {u"value"_s, option},
                                   {u"label"_s, option},
                                   {u"orderid"_s, int(options.indexOf(option)) + 1},
                                   {u"isdefault"_s, u"0"_s}});
    }
    store.fieldRels.insert({{u"field"_s, id}, {u"relid"_s, 0}});
}

void addAccountField(Store &store, const QString &label, const QString &type, const QJsonValue &options = {},
                     const QString &currency = {})
{
    store.accountFields.insert({{u"fieldLabel"_s, label},
                                {u"fieldType"_s, type},
                                {u"fieldOptions"_s, options},
                                {u"fieldDefault"_s, QJsonValue::Null},
                                {u"fieldDefaultCurrency"_s, currency.isEmpty() ? QJsonValue() : QJsonValue(currency)},
                                {u"isFormVisible"_s, 1},
                                {u"isRequired"_s, 0},
                                {u"displayOrder"_s, int(store.accountFields.size()) + 1},
                                {u"personalization"_s, label.toUpper()},
                                {u"knownFieldId"_s, QJsonValue::Null},
                                {u"hideFieldFlag"_s, 0},
                                {u"createdTimestamp"_s, qint64(store.now())},
                                {u"updatedTimestamp"_s, qint64(store.now())}});
}

void addPipeline(Store &store, const QString &title, const QStringList &stages)
{
    const int group = store.dealGroups.insert({{u"title"_s, title},
                                               {u"currency"_s, u"eur"_s},
                                               {u"allgroups"_s, u"1"_s},
                                               {u"allusers"_s, u"1"_s},
                                               {u"autoassign"_s, u"0"_s},
                                               {u"cdate"_s, qint64(store.now())},
                                               {u"udate"_s, qint64(store.now())}});
    for (const QString &stage : stages) {
        store.dealStages.insert({{u"title"_s, stage},
                                 {u"group"_s, group},
                                 {u"order"_s, QString::number(stages.indexOf(stage) + 1)},
                                 {u"color"_s, u"32B0FC"_s},
                                 {u"cdate"_s, qint64(store.now())},
                                 {u"udate"_s, qint64(store.now())}});
    }
}

QString interestsOf(const Person &person)
{
    QStringList chosen;
    if (person.tags.contains(u"newsletter"_s))
        chosen << u"Sailing"_s;
    if (person.tags.contains(u"partner"_s) || person.tags.contains(u"VIP"_s))
        chosen << u"Chess"_s;
    return chosen.isEmpty() ? QString() : u"||"_s + chosen.join(u"||"_s) + u"||"_s;
}

void addValues(Store &store, int contact, const Person &person, int index)
{
    const auto set = [&](int field, const QString &value) {
        if (!value.isEmpty())
            store.setFieldValue(contact, field, value);
    };
    set(Birthday, person.birthDate);
    set(Street, person.street);
    set(City, person.city);
    set(PostalCode, person.postalCode);
    set(Country, person.country);
    set(Interests, interestsOf(person));
    set(Plan, index % 3 == 0 ? u"Basic"_s : index % 7 == 0 ? u"Premium"_s : QString());
    set(Visits, index % 5 == 0 ? QString::number(index % 90) : QString());
    set(LastVisit, index % 5 == 0 ? zonedTime(person.createdAt + 86400) : QString());
    set(Notes, person.notes);
}

int addPerson(Store &store, const Person &person)
{
    const qint64 modified = person.modifiedAt == 0 ? person.createdAt : person.modifiedAt;
    return store.addContact(newContact({{u"email"_s, person.email},
                                        {u"firstName"_s, person.firstName},
                                        {u"lastName"_s, person.lastName},
                                        {u"phone"_s, person.phone},
                                        {u"cdate"_s, qint64(person.createdAt)},
                                        {u"udate"_s, modified}}));
}

int addOrganisation(Store &store, const Organisation &data)
{
    const int id = store.addAccount(newAccount({{u"name"_s, data.name},
                                                {u"accountUrl"_s, data.website},
                                                {u"createdTimestamp"_s, qint64(data.createdAt)},
                                                {u"updatedTimestamp"_s, qint64(data.createdAt)}}));
    store.setAccountValue(id, Industry, data.industry, {});
    store.setAccountValue(id, Employees, QString::number(data.employees), {});
    store.setAccountValue(id, Revenue, QString::number(data.annualRevenue * 100), u"eur"_s);
    store.setAccountValue(id, Regions, QJsonArray{data.employees > 1000 ? u"Europe"_s : u"Local"_s}, {});
    return id;
}

void join(Store &store, int contact, int account, const Person &person)
{
    store.accountContacts.insert({{u"contact"_s, contact},
                                  {u"account"_s, account},
                                  {u"jobTitle"_s, person.jobTitle},
                                  {u"createdTimestamp"_s, qint64(person.createdAt)},
                                  {u"updatedTimestamp"_s, qint64(person.createdAt)},
                                  {u"links"_s, QJsonArray()}});
}

void addTags(Store &store, int contact, const Person &person)
{
    for (const QString &name : person.tags) {
        const int known = store.tagByName(name);
        const int tag = known != 0 ? known
                                   : store.tags.insert({{u"tag"_s, name},
                                                        {u"tagType"_s, u"contact"_s},
                                                        {u"description"_s, QString()},
                                                        {u"cdate"_s, qint64(person.createdAt)}});
        store.contactTags.insert({{u"contact"_s, contact}, {u"tag"_s, tag}, {u"cdate"_s, qint64(person.createdAt)}});
    }
}

/// A deal with a task and a note, as salespeople leave them.
void addSale(Store &store, int contact, int account, const Person &person, int index)
{
    const int stage = 1 + index / 5 % 5;
    const int deal = store.addDeal(newDeal({{u"title"_s, QString(u"Order of "_s + person.lastName)},
                                            {u"value"_s, QString::number(index * 137 % 1'000'000)},
                                            {u"currency"_s, u"eur"_s},
                                            {u"stage"_s, stage},
                                            {u"group"_s, store.dealStages.find(stage)->value("group"_L1)},
                                            {u"status"_s, QString::number(index / 5 % 3)},
                                            {u"owner"_s, 1 + index / 5 % 2},
                                            {u"contact"_s, contact},
                                            {u"account"_s, account},
                                            {u"cdate"_s, qint64(person.createdAt + 3600)},
                                            {u"mdate"_s, qint64(person.createdAt + 7200)}}));
    store.tasks.insert({{u"title"_s, u"Call back"_s},
                        {u"note"_s, QString()},
                        {u"reltype"_s, u"Deal"_s},
                        {u"relid"_s, deal},
                        {u"status"_s, u"0"_s},
                        {u"duedate"_s, zonedTime(person.createdAt + 86400)},
                        {u"edate"_s, zonedTime(person.createdAt + 87300)},
                        {u"dealTasktype"_s, 1},
                        {u"assignee"_s, 1},
                        {u"cdate"_s, qint64(person.createdAt)},
                        {u"udate"_s, qint64(person.createdAt)}});
    store.notes.insert({{u"note"_s, u"Met at the fair."_s},
                        {u"reltype"_s, u"Subscriber"_s},
                        {u"relid"_s, contact},
                        {u"userid"_s, 1},
                        {u"is_draft"_s, u"0"_s},
                        {u"cdate"_s, qint64(person.createdAt)},
                        {u"mdate"_s, qint64(person.createdAt)}});
}

} // namespace

void seedSetUp(Store &store)
{
    store.users.insert({{u"username"_s, u"demo"_s},
                        {u"firstName"_s, u"Demo"_s},
                        {u"lastName"_s, u"User"_s},
                        {u"email"_s, u"demo@example.test"_s},
                        {u"phone"_s, QString()},
                        {u"signature"_s, QJsonValue::Null}});
    store.users.insert({{u"username"_s, u"sally"_s},
                        {u"firstName"_s, u"Sally"_s},
                        {u"lastName"_s, u"Bronsen"_s},
                        {u"email"_s, u"sally@example.test"_s},
                        {u"phone"_s, QString()},
                        {u"signature"_s, QJsonValue::Null}});
    for (const QString &name : {u"Newsletter"_s, u"Customers"_s})
        store.lists.insert({{u"name"_s, name}, {u"stringid"_s, name.toLower()}, {u"cdate"_s, qint64(store.now())}});
    addPipeline(store, u"Sales"_s, {u"To contact"_s, u"In contact"_s, u"Offer made"_s});
    addPipeline(store, u"Renewals"_s, {u"To contact"_s, u"Agreed"_s});
    for (const QString &type : {u"Call"_s, u"Email"_s, u"Lunch"_s, u"Meeting"_s})
        store.taskTypes.insert({{u"title"_s, type}, {u"status"_s, u"1"_s}});
    addField(store, u"Birthday"_s, u"date"_s);
    addField(store, u"Street"_s, u"text"_s);
    addField(store, u"City"_s, u"text"_s);
    addField(store, u"Postal code"_s, u"text"_s);
    addField(store, u"Country"_s, u"text"_s);
    addField(store, u"Interests"_s, u"checkbox"_s, {u"Sailing"_s, u"Chess"_s, u"Cooking & baking"_s});
    addField(store, u"Plan"_s, u"dropdown"_s, {u"Basic"_s, u"Premium"_s});
    addField(store, u"Visits"_s, u"number"_s);
    addField(store, u"Last visit"_s, u"datetime"_s);
    addField(store, u"Notes"_s, u"textarea"_s);
    addField(store, u"Partner code"_s, u"NULL"_s);
    addAccountField(store, u"Industry"_s, u"text"_s);
    addAccountField(store, u"Employees"_s, u"number"_s);
    addAccountField(store, u"Annual revenue"_s, u"currency"_s, {}, u"eur"_s);
    addAccountField(store, u"Regions"_s, u"multiselect"_s, QJsonArray{u"Europe"_s, u"Asia"_s, u"Local"_s});
}

void seedPeople(Store &store, const CrmOptions &options)
{
    if (options.records <= 0)
        return;
    const int first = options.poolOffset, last = first + options.records;
    for (int i = first / peoplePerOrganisation; i <= (last - 1) / peoplePerOrganisation; ++i) {
        const Organisation data = organisation(options.seed, i, variant);
        if (store.accountByName(data.name) == 0)
            addOrganisation(store, data);
    }
    for (int i = first; i < last; ++i) {
        const Person someone = person(options.seed, i, variant);
        // One address, one contact: who was entered twice elsewhere is here once, and who has none is not here.
        if (someone.email.isEmpty() || store.contactByEmail(someone.email) != 0)
            continue;
        const int contact = addPerson(store, someone);
        addValues(store, contact, someone, i);
        addTags(store, contact, someone);
        store.contactLists.insert(
            {{u"contact"_s, contact}, {u"list"_s, 1}, {u"status"_s, someone.optedOut ? u"2"_s : u"1"_s}});
        const int account = store.accountByName(someone.company);
        if (account != 0)
            join(store, contact, account, someone);
        if (i % 5 == 0)
            addSale(store, contact, account, someone, i);
    }
}

} // namespace syncline::sandbox::activecampaign
