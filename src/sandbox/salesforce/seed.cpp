#include "sandbox/salesforce/seed.h"

#include "sandbox/people.h"

namespace syncline::sandbox::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// What was never entered is null.
class Filler
{
public:
    Filler &set(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_values.insert(name, value);
        return *this;
    }
    Filler &set(const QString &name, const QJsonValue &value)
    {
        m_values.insert(name, value);
        return *this;
    }
    const Values &values() const { return m_values; }

private:
    Values m_values;
};

QString addAccount(Store &store, const Organisation &data)
{
    Filler filler;
    filler.set(u"Name"_s, data.name)
        .set(u"Website"_s, data.website)
        .set(u"Phone"_s, data.phone)
        .set(u"Industry"_s, data.industry)
        .set(u"BillingStreet"_s, data.street)
        .set(u"BillingCity"_s, data.city)
        .set(u"BillingState"_s, data.region)
        .set(u"BillingPostalCode"_s, data.postalCode)
        .set(u"BillingCountry"_s, data.country)
        .set(u"NumberOfEmployees"_s, QJsonValue(data.employees))
        .set(u"AnnualRevenue"_s, QJsonValue(double(data.annualRevenue)));
    return store.create(*store.table(u"Account"_s), filler.values(), data.createdAt).id;
}

void addContact(Store &store, const Person &data, const QString &account)
{
    Filler filler;
    filler.set(u"FirstName"_s, data.firstName)
        .set(u"LastName"_s, data.lastName.isEmpty() ? u"Unknown"_s : data.lastName)
        .set(u"Email"_s, data.email)
        .set(u"Phone"_s, data.phone)
        .set(u"MobilePhone"_s, data.mobile)
        .set(u"Title"_s, data.jobTitle)
        .set(u"MailingStreet"_s, data.street)
        .set(u"MailingCity"_s, data.city)
        .set(u"MailingState"_s, data.region)
        .set(u"MailingPostalCode"_s, data.postalCode)
        .set(u"MailingCountry"_s, data.country)
        .set(u"Birthdate"_s, data.birthDate)
        .set(u"Description"_s, data.notes)
        .set(u"AccountId"_s, account)
        .set(u"HasOptedOutOfEmail"_s, QJsonValue(data.optedOut));
    Record &record = store.create(*store.table(u"Contact"_s), filler.values(), data.createdAt);
    if (data.modifiedAt != 0)
        record.modified = data.modifiedAt;
}

} // namespace

void seedStore(Store &store, const CrmOptions &options)
{
    store.table(u"Contact"_s)->fields += ownFields();
    if (options.records <= 0)
        return;
    const QString variant = u"salesforce/%1"_s.arg(options.poolOffset);
    const int first = options.poolOffset, last = first + options.records;
    QHash<QString, QString> accounts;
    for (int i = first / 5; i <= (last - 1) / 5; ++i) {
        const Organisation data = organisation(options.seed, i, variant);
        accounts.insert(data.name, addAccount(store, data));
    }
    for (int i = first; i < last; ++i) {
        const Person data = person(options.seed, i, variant);
        addContact(store, data, accounts.value(data.company));
    }
}

} // namespace syncline::sandbox::salesforce
