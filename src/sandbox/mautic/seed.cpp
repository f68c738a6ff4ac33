#include "sandbox/mautic/seed.h"

#include "sandbox/mautic/phptext.h"
#include "sandbox/mautic/values.h"
#include "sandbox/people.h"

#include <QJsonArray>

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

const Actor importer{1, u"Ada Admin"_s};

QJsonObject options(std::initializer_list<std::pair<QString, QString>> list)
{
    QJsonArray entries;
    for (const auto &[label, value] : list)
        entries.append(QJsonObject{{u"label"_s, label}, {u"value"_s, value}});
    return {{u"list"_s, entries}};
}

void addField(Store &store, const QString &label, const QString &alias, FieldType type,
              const QJsonObject &properties = {})
{
    Field field;
    field.label = label;
    field.alias = alias;
    field.type = type;
    field.group = u"core"_s;
    field.properties = properties;
    field.added = store.now();
    field.createdByUser = importer.name;
    field.isUnique = alias == "x_extid"_L1;
    field.object = alias == "x_company_code"_L1 ? Object::Company : Object::Contact;
    store.fields.add(field);
}

void addOwnFields(Store &store)
{
    addField(store, u"X Text"_s, u"x_text"_s, FieldType::Text);
    addField(store, u"X Area"_s, u"x_area"_s, FieldType::Textarea);
    addField(store, u"X Html"_s, u"x_html"_s, FieldType::Html);
    addField(store, u"X Bool"_s, u"x_bool"_s, FieldType::Boolean, {{u"yes"_s, u"Ja"_s}, {u"no"_s, u"Nein"_s}});
    addField(store, u"X Int"_s, u"x_int"_s, FieldType::Number);
    addField(store, u"X Dec"_s, u"x_dec"_s, FieldType::Number, {{u"roundmode"_s, u"4"_s}, {u"scale"_s, u"2"_s}});
    addField(store, u"X Date"_s, u"x_date"_s, FieldType::Date);
    addField(store, u"X DateTime"_s, u"x_datetime"_s, FieldType::DateTime);
    addField(store, u"X Time"_s, u"x_time"_s, FieldType::Time);
    addField(store, u"X Select"_s, u"x_select"_s, FieldType::Select,
             options({{u"Rot"_s, u"red"_s}, {u"Grün"_s, u"green"_s}}));
    addField(store, u"X Multi"_s, u"x_multi"_s, FieldType::MultiSelect,
             options({{u"Alpha"_s, u"a"_s}, {u"Beta"_s, u"b"_s}, {u"Gamma"_s, u"c"_s}}));
    addField(store, u"X Url"_s, u"x_url"_s, FieldType::Url);
    addField(store, u"X Tel"_s, u"x_tel"_s, FieldType::Tel);
    addField(store, u"X Email"_s, u"x_email"_s, FieldType::Email);
    addField(store, u"X Ext Id"_s, u"x_extid"_s, FieldType::Text);
    addField(store, u"X Company Code"_s, u"x_company_code"_s, FieldType::Text);
    addField(store, u"X Lookup"_s, u"x_lookup"_s, FieldType::Lookup, {{u"list"_s, QJsonArray{u"eins"_s, u"zwei"_s}}});
}

/// Sets values as if they had been imported: cleaned, but with no rule about blanks.
class Filler
{
public:
    Filler(Store &store, Object object, Record &record) : m_store(store), m_object(object), m_record(record) {}

    Filler &set(const QString &alias, const QJsonValue &value)
    {
        const Field *field = m_store.fields.find(m_object, alias);
        const Cleaned result = cleaned(*field, value, {}, BlankRule::Replace);
        if (result.kind == Cleaned::Kind::Set)
            m_store.setValue(m_record, *field, result.value);
        return *this;
    }

private:
    Store &m_store;
    Object m_object;
    Record &m_record;
};

void fillCompany(Store &store, const Organisation &data)
{
    if (!store.holders(*store.fields.find(Object::Company, u"companyname"_s), data.name).isEmpty())
        return;
    Record &company = store.create(Object::Company, importer);
    Filler(store, Object::Company, company)
        .set(u"companyname"_s, data.name)
        .set(u"companywebsite"_s, data.website)
        .set(u"companyphone"_s, data.phone)
        .set(u"companyemail"_s, data.email)
        .set(u"companyindustry"_s, data.industry)
        .set(u"companyaddress1"_s, data.street)
        .set(u"companycity"_s, data.city)
        .set(u"companystate"_s, data.region)
        .set(u"companyzipcode"_s, data.postalCode)
        .set(u"companycountry"_s, data.country)
        .set(u"companynumber_of_employees"_s, data.employees)
        .set(u"companyannual_revenue"_s, data.annualRevenue);
    company.added = data.createdAt;
}

void fillOwnFields(Filler &filler, const Person &data, int index)
{
    filler.set(u"x_area"_s, data.notes).set(u"x_date"_s, data.birthDate);
    if (index % 3 == 0)
        filler.set(u"x_bool"_s, index % 2 == 0).set(u"x_int"_s, index).set(u"x_select"_s, u"green"_s);
    if (index % 4 == 0)
        filler.set(u"x_multi"_s, index % 8 == 0 ? u"a|c"_s : u"b"_s).set(u"x_dec"_s, index / 4.0);
    if (index % 5 == 0)
        filler.set(u"x_datetime"_s, databaseTime(data.createdAt)).set(u"x_text"_s, u"Text \U0001F600 %1"_s.arg(index));
}

void fillContact(Store &store, const Person &data, int index)
{
    Record &contact = store.create(Object::Contact, importer);
    Filler filler(store, Object::Contact, contact);
    filler.set(u"firstname"_s, data.firstName)
        .set(u"lastname"_s, data.lastName)
        .set(u"email"_s, data.email)
        .set(u"phone"_s, data.phone)
        .set(u"mobile"_s, data.mobile)
        .set(u"position"_s, data.jobTitle)
        .set(u"website"_s, data.website)
        .set(u"address1"_s, data.street)
        .set(u"city"_s, data.city)
        .set(u"state"_s, data.region)
        .set(u"zipcode"_s, data.postalCode)
        .set(u"country"_s, data.country);
    fillOwnFields(filler, data, index);
    for (const QString &tag : data.tags)
        contact.tags.append(store.tagId(tag));
    if (data.optedOut)
        contact.doNotContact.append(
            {store.nextDoNotContactId(), u"email"_s, 1, u"User unsubscribed"_s, data.createdAt});
    if (!data.company.isEmpty())
        store.link(contact, store.companyByName(data.company, importer));
    contact.added = contact.identified = data.createdAt;
    contact.modified = data.modifiedAt;
    if (contact.modified != 0)
        contact.modifiedBy = importer;
}

} // namespace

void seedStore(Store &store, const CrmOptions &crm)
{
    if (crm.records <= 0)
        return;
    addOwnFields(store);
    // Several Mautics in one sandbox disagree with each other, too.
    const QString variant = u"mautic/%1"_s.arg(crm.poolOffset);
    const int first = crm.poolOffset;
    const int last = first + crm.records;
    for (int i = first / 5; i <= (last - 1) / 5; ++i)
        fillCompany(store, organisation(crm.seed, i, variant));
    for (int i = first; i < last; ++i)
        fillContact(store, person(crm.seed, i, variant), i);
}

} // namespace syncline::sandbox::mautic
