#include "sandbox/hubspot/seed.h"

#include "sandbox/people.h"

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

Property ownProperty(const QString &name, const QString &label, const QString &type, const QString &fieldType,
                     const QList<Option> &options = {})
{
    Property property;
    property.name = name;
    property.label = label;
    property.type = type;
    property.fieldType = fieldType;
    property.options = options;
    property.group = u"own"_s;
    property.isStandard = false;
    property.isUnique = name == "x_ext_id"_L1;
    return property;
}

QList<Property> ownProperties()
{
    return {ownProperty(u"x_text"_s, u"X Text"_s, u"string"_s, u"text"_s),
            ownProperty(u"x_area"_s, u"X Area"_s, u"string"_s, u"textarea"_s),
            ownProperty(u"x_number"_s, u"X Number"_s, u"number"_s, u"number"_s),
            ownProperty(u"x_bool"_s, u"X Bool"_s, u"bool"_s, u"booleancheckbox"_s,
                        {{u"true"_s, u"Ja"_s}, {u"false"_s, u"Nein"_s}}),
            ownProperty(u"x_date"_s, u"X Date"_s, u"date"_s, u"date"_s),
            ownProperty(u"x_datetime"_s, u"X Datetime"_s, u"datetime"_s, u"date"_s),
            ownProperty(u"x_select"_s, u"X Select"_s, u"enumeration"_s, u"select"_s,
                        {{u"red"_s, u"Rot"_s}, {u"green"_s, u"Grün"_s}}),
            ownProperty(u"x_multi"_s, u"X Multi"_s, u"enumeration"_s, u"checkbox"_s,
                        {{u"a"_s, u"Alpha"_s}, {u"b"_s, u"Beta"_s}, {u"c"_s, u"Gamma"_s}}),
            ownProperty(u"x_ext_id"_s, u"X External ID"_s, u"string"_s, u"text"_s)};
}

/// What was never entered is not there; "" would be a value that was cleared.
class Filler
{
public:
    Filler &set(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_values.insert(name, value);
        return *this;
    }
    const Values &values() const { return m_values; }

private:
    Values m_values;
};

QString industryOf(const QString &name)
{
    static const QMap<QString, QString> names{{u"Education"_s, u"EDUCATION_MANAGEMENT"_s},
                                              {u"Manufacturing"_s, u"MACHINERY"_s},
                                              {u"Transportation"_s, u"TRANSPORTATION_TRUCKING_RAILROAD"_s}};
    return names.value(name, name.toUpper());
}

QString domainOf(const QString &website)
{
    return QString(website).remove(u"https://www."_s).remove(u'/');
}

void addCompany(Store &store, const Organisation &data)
{
    Filler filler;
    filler.set(u"name"_s, data.name)
        .set(u"domain"_s, domainOf(data.website))
        .set(u"website"_s, data.website)
        .set(u"phone"_s, data.phone)
        .set(u"industry"_s, industryOf(data.industry))
        .set(u"address"_s, data.street)
        .set(u"city"_s, data.city)
        .set(u"state"_s, data.region)
        .set(u"zip"_s, data.postalCode)
        .set(u"country"_s, data.country)
        .set(u"numberofemployees"_s, QString::number(data.employees))
        .set(u"annualrevenue"_s, QString::number(data.annualRevenue));
    store.create(*store.table(u"companies"_s), filler.values(), data.createdAt * 1000);
}

void addContact(Store &store, const Person &data, int index)
{
    Table &contacts = *store.table(u"contacts"_s);
    const QString email = data.email.toLower();
    const bool isTaken = !email.isEmpty() && contacts.holder(u"email"_s, email); // HubSpot has no second one
    Filler filler;
    filler.set(u"email"_s, isTaken ? QString() : email)
        .set(u"firstname"_s, data.firstName)
        .set(u"lastname"_s, data.lastName)
        .set(u"phone"_s, data.phone)
        .set(u"mobilephone"_s, data.mobile)
        .set(u"jobtitle"_s, data.jobTitle)
        .set(u"website"_s, data.website)
        .set(u"company"_s, data.company)
        .set(u"address"_s, data.street)
        .set(u"city"_s, data.city)
        .set(u"state"_s, data.region)
        .set(u"zip"_s, data.postalCode)
        .set(u"country"_s, data.country)
        .set(u"hs_email_optout"_s, data.optedOut ? u"true"_s : QString())
        .set(u"lifecyclestage"_s, index % 3 == 0 ? u"lead"_s : QString())
        .set(u"x_area"_s, data.notes)
        .set(u"x_date"_s, data.birthDate)
        .set(u"x_number"_s, index % 4 == 0 ? QString::number(index / 4.0) : QString())
        .set(u"x_multi"_s, index % 8 == 0 ? u"a;c"_s : QString());
    Record &record = store.create(contacts, filler.values(), data.createdAt * 1000);
    if (index % 7 == 0)
        record.values.insert(u"fax"_s, QString()); // entered once, and cleared
    if (data.modifiedAt != 0)
        record.modified = data.modifiedAt * 1000 + index % 1000;
}

} // namespace

void seedStore(Store &store, const CrmOptions &options)
{
    store.table(u"contacts"_s)->properties += ownProperties();
    store.table(u"companies"_s)
        ->properties.append(ownProperty(u"x_company_code"_s, u"X Company Code"_s, u"string"_s, u"text"_s));
    if (options.records <= 0)
        return;
    const QString variant = u"hubspot/%1"_s.arg(options.poolOffset);
    const int first = options.poolOffset, last = first + options.records;
    for (int i = first / 5; i <= (last - 1) / 5; ++i)
        addCompany(store, organisation(options.seed, i, variant));
    for (int i = first; i < last; ++i)
        addContact(store, person(options.seed, i, variant), i);
}

} // namespace syncline::sandbox::hubspot
