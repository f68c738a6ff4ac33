#include "core/mapping/fields.h"
#include "core/mapping/mappingcheck.h"
#include "core/mapping/suggest.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace syncline;
using namespace syncline::core;
using namespace syncline::core::test;
using namespace Qt::StringLiterals;

namespace {

FieldType typeOf(const QString &native)
{
    static const QHash<QString, FieldType> types{
        {u"email"_s, FieldType::Email},        {u"tel"_s, FieldType::Phone},
        {u"phone"_s, FieldType::Phone},        {u"url"_s, FieldType::Url},
        {u"number"_s, FieldType::Integer},     {u"bool"_s, FieldType::Boolean},
        {u"boolean"_s, FieldType::Boolean},    {u"date"_s, FieldType::Date},
        {u"datetime"_s, FieldType::DateTime},  {u"enum"_s, FieldType::Enumeration},
        {u"select"_s, FieldType::Enumeration}, {u"multienum"_s, FieldType::Set},
        {u"relate"_s, FieldType::Ref},         {u"id"_s, FieldType::Ref},
        {u"text"_s, FieldType::Text},          {u"float"_s, FieldType::Decimal}};
    return types.value(native, FieldType::Text);
}

QJsonObject recordedBody(const QString &file)
{
    QFile recording(QStringLiteral(SYNCLINE_SOURCE_DIR "/tests/recordings/") + file);
    if (!recording.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(recording.fileName()));
    return QJsonDocument::fromJson(recording.readAll())
        .object()
        .value(u"response"_s)
        .toObject()
        .value(u"body"_s)
        .toObject();
}

/// SuiteCRM's own field list, as a site answered it.
connectors::RemoteEntity suiteCrm(const QString &module, const QString &hubEntity)
{
    connectors::RemoteEntity entity{module, module, hubEntity, {}};
    const QJsonObject fields = recordedBody(u"suitecrm/meta_fields_%1.json"_s.arg(module))
                                   .value(u"data"_s)
                                   .toObject()
                                   .value(u"attributes"_s)
                                   .toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonObject about = field.value().toObject();
        if (about.value(u"type"_s) != u"link"_s)
            entity.fields.append(
                remoteField(field.key(), typeOf(about.value(u"type"_s).toString()), field.key() == u"account_name"_s));
    }
    return entity;
}

connectors::RemoteEntity mautic(const QString &name, const QString &hubEntity, const QStringList &fields)
{
    connectors::RemoteEntity entity{name, name, hubEntity, {}};
    for (const QString &field : fields)
        entity.fields.append(remoteField(field.section(u':', 0, 0), typeOf(field.section(u':', 1))));
    return entity;
}

connectors::RemoteEntity mauticContacts()
{
    connectors::RemoteEntity entity = mautic(u"contacts"_s, u"contact"_s,
                                             {u"title"_s,
                                              u"firstname"_s,
                                              u"lastname"_s,
                                              u"company"_s,
                                              u"position"_s,
                                              u"email:email"_s,
                                              u"mobile:tel"_s,
                                              u"phone:tel"_s,
                                              u"points:number"_s,
                                              u"fax:tel"_s,
                                              u"address1"_s,
                                              u"address2"_s,
                                              u"city"_s,
                                              u"state"_s,
                                              u"zipcode"_s,
                                              u"country"_s,
                                              u"preferred_locale"_s,
                                              u"timezone"_s,
                                              u"last_active:datetime"_s,
                                              u"attribution:number"_s,
                                              u"attribution_date:date"_s,
                                              u"website:url"_s,
                                              u"facebook"_s,
                                              u"foursquare"_s,
                                              u"instagram"_s,
                                              u"linkedin"_s,
                                              u"skype"_s,
                                              u"twitter"_s});
    entity.fields.append(remoteField(u"tags"_s, FieldType::Set));
    entity.fields.append(remoteField(u"dnc_email"_s, FieldType::Consent));
    entity.fields.append(remoteField(u"dnc_sms"_s, FieldType::Consent));
    return entity;
}

connectors::RemoteEntity mauticCompanies()
{
    return mautic(u"companies"_s, u"company"_s,
                  {u"companyname"_s, u"companyemail:email"_s, u"companyphone:tel"_s, u"companyfax:tel"_s,
                   u"companywebsite:url"_s, u"companyindustry:select"_s, u"companynumber_of_employees:number"_s,
                   u"companyannual_revenue:number"_s, u"companyaddress1"_s, u"companyaddress2"_s, u"companycity"_s,
                   u"companystate"_s, u"companyzipcode"_s, u"companycountry"_s, u"companydescription"_s});
}

/// "remote=hub" or "remote>hub" for what is only pulled, sorted.
QStringList pairsOf(const EntityMapping &mapping)
{
    QStringList pairs;
    for (const FieldMapping &field : mapping.fields)
        pairs.append(field.remote + (field.direction == Direction::Pull ? u'>' : u'=') + field.hub);
    pairs.sort();
    return pairs;
}

SuggestedMapping suggested(const connectors::RemoteEntity &remote)
{
    return suggest(*HubSchema::builtIn().entity(remote.hubEntity), remote);
}

} // namespace

class TestSuggest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standardFields_arePairedRightly_data()
    {
        QTest::addColumn<connectors::RemoteEntity>("remote");
        QTest::addColumn<QString>("pairs");
        QTest::newRow("Mautic contacts")
            << mauticContacts()
            << u"address1=street city=city company>company_name country=country dnc_email=consent_email "
               u"dnc_sms=consent_sms "
               "email=email facebook=social_facebook firstname=first_name instagram=social_instagram "
               "lastname=last_name "
               "linkedin=social_linkedin mobile=mobile phone=phone points>points position=job_title "
               "preferred_locale=language state=region tags=tags title=salutation twitter=social_twitter "
               "website=website "
               "zipcode=postal_code"_s;
        QTest::newRow("Mautic companies")
            << mauticCompanies()
            << u"companyaddress1=street companyannual_revenue=annual_revenue companycity=city companycountry=country "
               "companydescription=notes companyemail=email companyindustry>industry companyname=name "
               "companynumber_of_employees=employees companyphone=phone companystate=region companywebsite=website "
               "companyzipcode=postal_code"_s;
        QTest::newRow("SuiteCRM Contacts")
            << suiteCrm(u"Contacts"_s, u"contact"_s)
            << u"account_name>company_name birthdate=birth_date department=department description=notes "
               "do_not_call=consent_phone email1=email email_opt_out=consent_email first_name=first_name "
               "last_name=last_name "
               "lead_source=lead_source phone_mobile=mobile phone_work=phone primary_address_city=city "
               "primary_address_country=country primary_address_postalcode=postal_code primary_address_state=region "
               "primary_address_street=street salutation=salutation title=job_title"_s;
        QTest::newRow("SuiteCRM Accounts")
            << suiteCrm(u"Accounts"_s, u"company"_s)
            << u"annual_revenue=annual_revenue billing_address_city=city billing_address_country=country "
               "billing_address_postalcode=postal_code billing_address_state=region billing_address_street=street "
               "description=notes email1=email employees=employees industry=industry name=name phone_office=phone "
               "website=website"_s;
    }

    void standardFields_arePairedRightly()
    {
        QFETCH(connectors::RemoteEntity, remote);
        QFETCH(QString, pairs);
        const SuggestedMapping found = suggested(remote);
        QCOMPARE(pairsOf(found.mapping).join(u' '), pairs);
        for (const Suggestion &suggestion : found.suggestions)
            QVERIFY(!suggestion.reason.isEmpty() && suggestion.confidence > 0.7);
        QVERIFY(!hasProblems(check(found.mapping, HubSchema::builtIn(), remote)));
    }

    void likeNames_arePaired()
    {
        connectors::RemoteEntity remote{u"people"_s, u"People"_s, u"contact"_s, {}};
        remote.fields = {remoteField(u"EmailAddress"_s, FieldType::Email),
                         remoteField(u"GivenName"_s),
                         remoteField(u"surname"_s),
                         remoteField(u"preferred_name_c"_s),
                         remoteField(u"Birthday"_s, FieldType::Date),
                         remoteField(u"f17"_s, FieldType::Text)};
        remote.fields.last().label = u"Dietary other"_s;
        QCOMPARE(pairsOf(suggested(remote).mapping).join(u' '),
                 u"Birthday=birth_date EmailAddress=email GivenName=first_name f17=dietary_other "
                 u"preferred_name_c=preferred_name "
                 "surname=last_name"_s);
    }

    void doubtful_isLeftToAPerson()
    {
        connectors::RemoteEntity remote{u"people"_s, u"People"_s, u"contact"_s, {}};
        remote.fields = {remoteField(u"work_phone"_s, FieldType::Phone),
                         remoteField(u"office_phone"_s, FieldType::Phone), // two fit
                         remoteField(u"birthday"_s, FieldType::Boolean),   // wrong type
                         remoteField(u"mail_count"_s, FieldType::Integer), remoteField(u"city_hall"_s)};
        QVERIFY2(suggested(remote).mapping.fields.isEmpty(), qPrintable(pairsOf(suggested(remote).mapping).join(u' ')));
    }

    void readOnlyField_isOnlyPulled()
    {
        connectors::RemoteEntity remote{u"people"_s, u"People"_s, u"contact"_s, {}};
        remote.fields = {remoteField(u"email"_s, FieldType::Email, true)};
        QCOMPARE(pairsOf(suggested(remote).mapping).join(u' '), u"email>email"_s);
    }

    void file_coversTheEntitiesOfTheHub()
    {
        const connectors::RemoteEntity other{u"hooks"_s, u"Hooks"_s, {}, {remoteField(u"name"_s)}};
        const MappingFile file = suggestFile(u"crm"_s, HubSchema::builtIn(),
                                             {mauticContacts(), other, mauticCompanies()});
        QCOMPARE(file.entities.size(), 2);
        QVERIFY(mappingFileFromJson(mappingFileToBytes(file)).value() == file);
    }
};

QTEST_GUILESS_MAIN(TestSuggest)
#include "tst_suggest.moc"
