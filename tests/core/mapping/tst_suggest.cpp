#include "core/mapping/fields.h"
#include "core/mapping/mappingcheck.h"
#include "core/mapping/suggest.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

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

connectors::RemoteField referring(const QString &name, const QString &entity)
{
    connectors::RemoteField field = remoteField(name, FieldType::Ref);
    field.refersTo = entity;
    return field;
}

/// All built-in fields of a deal.
connectors::RemoteEntity activeCampaignDeals()
{
    connectors::RemoteEntity entity = mautic(u"deals"_s, u"deal"_s,
                                             {u"title"_s, u"description"_s, u"value:float"_s, u"currency"_s,
                                              u"group:enum"_s, u"stage:enum"_s, u"status:enum"_s, u"percent:number"_s});
    for (const QString &name : {u"cdate"_s, u"mdate"_s, u"nextdate"_s})
        entity.fields.append(remoteField(name, FieldType::DateTime, true));
    entity.fields << remoteField(u"winProbability"_s, FieldType::Decimal, true)
                  << referring(u"contact"_s, u"contacts"_s) << referring(u"account"_s, u"accounts"_s)
                  << referring(u"owner"_s, u"users"_s);
    return entity;
}

connectors::RemoteEntity activeCampaignTasks()
{
    connectors::RemoteEntity entity = mautic(
        u"dealTasks"_s, u"activity"_s,
        {u"title"_s, u"note"_s, u"duedate:datetime"_s, u"edate:datetime"_s, u"status:enum"_s, u"dealTasktype:enum"_s});
    entity.fields << remoteField(u"activity_type"_s, FieldType::Enumeration, true)
                  << remoteField(u"cdate"_s, FieldType::DateTime, true) << referring(u"contact"_s, u"contacts"_s)
                  << referring(u"deal"_s, u"deals"_s) << referring(u"assignee"_s, u"users"_s);
    return entity;
}

/// The built-in fields, and custom ones as people name them: those have a number for a name.
connectors::RemoteEntity activeCampaignContacts()
{
    connectors::RemoteEntity entity = mautic(u"contacts"_s, u"contact"_s,
                                             {u"email:email"_s, u"firstName"_s, u"lastName"_s, u"phone:tel"_s,
                                              u"jobTitle"_s, u"bounced_hard:number"_s, u"bounced_soft:number"_s,
                                              u"bounced_date:date"_s, u"ip"_s});
    entity.fields.append(remoteField(u"tags"_s, FieldType::Set));
    entity.fields.append(remoteField(u"lists"_s, FieldType::Set));
    entity.fields.append(referring(u"account"_s, u"accounts"_s));
    for (const QString &name : {u"accountName"_s, u"cdate"_s, u"udate"_s})
        entity.fields.append(remoteField(name, name == "accountName"_L1 ? FieldType::Text : FieldType::DateTime, true));
    const QList<QPair<QString, FieldType>> custom{{u"Birthday"_s, FieldType::Date},
                                                  {u"Postal code"_s, FieldType::Text},
                                                  {u"Interests"_s, FieldType::Set},
                                                  {u"Last visit"_s, FieldType::DateTime}};
    for (const auto &[label, type] : custom) {
        connectors::RemoteField field = remoteField(u"field_%1"_s.arg(entity.fields.size()), type);
        field.label = label;
        field.custom = true;
        entity.fields.append(field);
    }
    return entity;
}

connectors::RemoteEntity activeCampaignAccounts()
{
    connectors::RemoteEntity entity = mautic(u"accounts"_s, u"company"_s, {u"name"_s, u"accountUrl:url"_s});
    entity.fields.append(referring(u"owner"_s, u"users"_s));
    for (const QString &name : {u"createdTimestamp"_s, u"updatedTimestamp"_s})
        entity.fields.append(remoteField(name, FieldType::DateTime, true));
    return entity;
}

/// All fields that an account brings along, as tests/core/mapping/PROVIDER_ENTITY.txt lists them with their meaning: name,
/// type, the hub's field it stands for ("-": none), and label.
struct Labelled
{
    connectors::RemoteEntity entity;
    QHash<QString, QString> meanings;
};

Labelled labelled(const QString &provider, const QString &name, const QString &hubEntity)
{
    Labelled list{{name, name, hubEntity, {}}, {}};
    QFile file(QStringLiteral(SYNCLINE_SOURCE_DIR "/tests/core/mapping/%1_%2.txt").arg(provider, name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QStringList words = QString::fromUtf8(line).simplified().split(u' ', Qt::SkipEmptyParts);
        if (words.size() < 4 || words[0].startsWith(u'#'))
            continue;
        const bool isReadOnly = words[1].endsWith(u'!');
        const QString type = isReadOnly ? words[1].chopped(1) : words[1];
        list.entity.fields.append(remoteField(words[0], fieldTypeFromName(type).value_or(FieldType::Text), isReadOnly));
        if (type.startsWith("ref"_L1))
            list.entity.fields.last().refersTo = u"others"_s;
        list.entity.fields.last().label = words.mid(3).join(u' ');
        list.meanings.insert(words[0], words[2]);
    }
    return list;
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
        QTest::newRow("ActiveCampaign contacts") << activeCampaignContacts()
                                                 << u"account=companies accountName>company_name email=email "
                                                    u"field_15=birth_date field_16=postal_code firstName=first_name "
                                                    "jobTitle>job_title lastName=last_name phone=phone tags=tags"_s;
        QTest::newRow("ActiveCampaign accounts")
            << activeCampaignAccounts() << u"accountUrl=website name=name owner=owner"_s;
        QTest::newRow("ActiveCampaign deals")
            << activeCampaignDeals()
            << u"account=company contact=contacts currency=currency description=description group>pipeline owner=owner "
               "percent=probability stage>stage status=status title=title value=amount"_s;
        QTest::newRow("ActiveCampaign tasks") << activeCampaignTasks()
                                              << u"activity_type>type assignee=owner contact=contacts deal=deal "
                                                 "duedate=due_at note=description title=subject"_s;
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

    /// Nine of ten fields that have a meaning for the hub are suggested, and hardly any in vain.
    void wholeFieldLists_arePairedRightly_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("hub");
        const auto add = [](const QString &provider, const QString &name, const QString &hub) {
            QTest::newRow(qPrintable(provider + u' ' + name)) << provider << name << hub;
        };
        add(u"hubspot"_s, u"contacts"_s, u"contact"_s);
        add(u"hubspot"_s, u"companies"_s, u"company"_s);
        add(u"hubspot"_s, u"deals"_s, u"deal"_s);
        for (const QString &name : {u"tasks"_s, u"calls"_s, u"notes"_s})
            add(u"hubspot"_s, name, u"activity"_s);
        for (const QString &name : {u"Contact"_s, u"Lead"_s})
            add(u"salesforce"_s, name, u"contact"_s);
        add(u"salesforce"_s, u"Account"_s, u"company"_s);
        add(u"salesforce"_s, u"Opportunity"_s, u"deal"_s);
        for (const QString &name : {u"Task"_s, u"Event"_s})
            add(u"salesforce"_s, name, u"activity"_s);
        add(u"activecampaign"_s, u"contacts"_s, u"contact"_s);
        add(u"activecampaign"_s, u"accounts"_s, u"company"_s);
        add(u"activecampaign"_s, u"deals"_s, u"deal"_s);
        for (const QString &name : {u"dealTasks"_s, u"notes"_s})
            add(u"activecampaign"_s, name, u"activity"_s);
        add(u"mautic"_s, u"contacts"_s, u"contact"_s);
        add(u"mautic"_s, u"companies"_s, u"company"_s);
        add(u"mautic"_s, u"notes"_s, u"activity"_s);
        for (const QString &name : {u"Contacts"_s, u"Leads"_s})
            add(u"suitecrm"_s, name, u"contact"_s);
        add(u"suitecrm"_s, u"Accounts"_s, u"company"_s);
        add(u"suitecrm"_s, u"Opportunities"_s, u"deal"_s);
        for (const QString &name : {u"Calls"_s, u"Meetings"_s, u"Tasks"_s, u"Notes"_s})
            add(u"suitecrm"_s, name, u"activity"_s);
    }

    void wholeFieldLists_arePairedRightly()
    {
        QFETCH(QString, provider);
        QFETCH(QString, name);
        QFETCH(QString, hub);
        const Labelled list = labelled(provider, name, hub);
        const SuggestedMapping found = suggested(list.entity);
        QStringList wrong, right;
        for (const FieldMapping &field : found.mapping.fields) {
            const QString meaning = list.meanings.value(field.remote);
            (meaning == field.hub ? right : wrong).append(field.remote + u'=' + field.hub);
        }
        const auto meant = std::ranges::count_if(list.meanings, [](const QString &m) { return m != "-"_L1; });
        QVERIFY(meant > 2);
        QVERIFY2(right.size() * 10 >= meant * 9, qPrintable(right.join(u' ')));
        QVERIFY2(wrong.size() * 20 <= found.mapping.fields.size(), qPrintable(wrong.join(u' ')));
        QVERIFY(!hasProblems(check(found.mapping, HubSchema::builtIn(), list.entity)));
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
