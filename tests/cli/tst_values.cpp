#include "support/program.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// A Mautic with fields of every kind of its own, a SuiteCRM whose user writes 1.234,56 and lives in Berlin, on a
/// server whose PHP does, too; mapped by a file, custom field to custom field.
struct Crms
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;

    Crms()
    {
        const QJsonObject german{{u"user_decimal_comma"_s, true},
                                 {u"user_date_format"_s, u"d.m.Y"_s},
                                 {u"user_zone"_s, u"Europe/Berlin"_s},
                                 {u"php_zone"_s, u"Europe/Berlin"_s}};
        suite.configure(german);
        addField(u"m_nick"_s, u"text"_s);
        addField(u"m_notes"_s, u"textarea"_s);
        addField(u"m_born"_s, u"date"_s);
        addField(u"m_vip"_s, u"boolean"_s);
        addField(u"m_limit"_s, u"number"_s, {{u"scale"_s, 2}});
        addField(u"m_count"_s, u"number"_s);
        addField(u"m_tier"_s, u"select"_s, listOf({u"gold"_s, u"silver"_s}));
        addField(u"m_diet"_s, u"multiselect"_s, listOf({u"sailing"_s, u"chess"_s, u"cooking"_s}));
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
        map(u"marketing"_s,
            {{u"preferred_name"_s, u"m_nick"_s},
             {u"notes"_s, u"m_notes"_s},
             {u"birth_date"_s, u"m_born"_s},
             {u"dietary_other"_s, u"m_vip"_s},
             {u"score"_s, u"m_limit"_s},
             {u"points"_s, u"m_count"_s},
             {u"lifecycle_stage"_s, u"m_tier"_s},
             {u"dietary_restrictions"_s, u"m_diet"_s}});
        map(u"crm"_s,
            {{u"preferred_name"_s, u"nickname_c"_s},
             {u"dietary_other"_s, u"vip_c"_s},
             {u"score"_s, u"credit_limit_c"_s},
             {u"points"_s, u"score_c"_s},
             {u"lifecycle_stage"_s, u"tier_c"_s},
             {u"dietary_restrictions"_s, u"interests_c"_s}});
    }

    static QJsonObject listOf(const QStringList &values)
    {
        QJsonArray list;
        for (const QString &value : values)
            list.append(QJsonObject{{u"label"_s, value}, {u"value"_s, value}});
        return {{u"list"_s, list}};
    }
    void addField(const QString &alias, const QString &type, const QJsonObject &properties = {}) const
    {
        QJsonObject field{{u"label"_s, alias}, {u"alias"_s, alias}, {u"type"_s, type}};
        if (!properties.isEmpty())
            field.insert(u"properties"_s, properties);
        const QJsonObject made = mautic.call("POST", u"/api/fields/contact/new"_s, field).object();
        QCOMPARE(made["field"_L1]["alias"_L1].toString(), alias);
    }

    /// Adds these pairs to the suggested mapping by the file that a person would edit; a hub field has one partner.
    void map(const QString &integration, const QList<std::pair<QString, QString>> &pairs) const
    {
        QJsonObject file = workspace.must({u"map"_s, u"export"_s, integration}).object();
        QJsonArray entities = file["entities"_L1].toArray();
        QJsonObject contact;
        int place = 0;
        for (int i = 0; i < entities.size(); ++i) {
            if (entities[i]["remote"_L1].toString().compare("contacts"_L1, Qt::CaseInsensitive) == 0)
                place = i;
        }
        contact = entities[place].toObject();
        QJsonArray fields;
        for (const QJsonValue &field : contact["fields"_L1].toArray()) {
            const auto isReplaced = [&](const auto &pair) { return pair.first == field["hub"_L1].toString(); };
            if (std::none_of(pairs.begin(), pairs.end(), isReplaced))
                fields.append(field);
        }
        for (const auto &[hub, remote] : pairs) {
            QJsonObject field{{u"hub"_s, hub}, {u"remote"_s, remote}};
            if (remote.contains("vip"_L1))
                field.insert(u"transform"_s, QJsonObject{{u"type"_s, u"boolean_words"_s}, {u"to"_s, u"boolean"_s}});
            fields.append(field);
        }
        contact.insert(u"fields"_s, fields);
        entities[place] = contact;
        file.insert(u"entities"_s, entities);
        QFile mapping(workspace.folder() + u"/mapping.json"_s);
        QVERIFY(mapping.open(QIODevice::WriteOnly));
        mapping.write(QJsonDocument(file).toJson());
        mapping.close();
        workspace.must({u"map"_s, u"import"_s, mapping.fileName()});
    }

    QJsonObject inMautic(const QString &email) const
    {
        return withValue(mautic.records(u"contacts"_s), u"email"_s, email);
    }
    QJsonObject inSuite(const QString &email) const
    {
        return withValue(suite.records(u"Contacts"_s), u"email1"_s, email);
    }

    /// The operations of a run that concern a CRM, with their outcomes.
    QJsonArray operations(const QJsonObject &report) const
    {
        return workspace.must({u"runs"_s, u"show"_s, report["run"_L1].toString()}).object()["operations"_L1].toArray();
    }
    /// What a second run would change, and what it did send.
    QString unrest() const
    {
        mautic.forgetRequests();
        suite.forgetRequests();
        const QString planned = shown(workspace.planned());
        const Ran again = workspace.run({u"sync"_s});
        const QString sent = shown(mautic.writes()) + shown(suite.writes());
        return planned == "[]"_L1 && sent == "[][]"_L1 ? QString() : planned + sent + QString::number(again.exitCode);
    }
};

/// What somebody typed into one CRM and what has to stand in the other; empty where it may not arrive at all.
struct Typed
{
    QString who, field, value, otherField, arrives;
};

const QList<Typed> inMauticFirst{
    {u"umlauts"_s, u"lastname"_s, u"Grüßli-Ångström"_s, u"last_name"_s, u"Grüßli-Ångström"_s},
    {u"emoji"_s, u"m_nick"_s, u"Ann 🐘 👩‍👩‍👧 é"_s, u"nickname_c"_s,
     u"Ann 🐘 👩‍👩‍👧 é"_s},
    {u"quotes"_s, u"position"_s, u"Head of \"R&D\" & 'Labs'"_s, u"title"_s, u"Head of \"R&D\" & 'Labs'"_s},
    {u"angles"_s, u"m_notes"_s, u"2 > 1 & 3 >= 3"_s, u"description"_s, u"2 > 1 & 3 >= 3"_s},
    {u"lines"_s, u"m_notes"_s, u"first\nsecond\tthird"_s, u"description"_s, u"first\nsecond\tthird"_s},
    {u"date"_s, u"m_born"_s, u"1980-02-29"_s, u"birthdate"_s, u"1980-02-29"_s},
    {u"yes"_s, u"m_vip"_s, u"1"_s, u"vip_c"_s, u"1"_s},
    {u"option"_s, u"m_tier"_s, u"gold"_s, u"tier_c"_s, u"gold"_s},
    {u"choice"_s, u"m_diet"_s, u"chess|sailing"_s, u"interests_c"_s, u"^chess^,^sailing^"_s},
    {u"decimals"_s, u"m_limit"_s, u"1234.56"_s, u"credit_limit_c"_s, u"1234.560000"_s},
    {u"negative"_s, u"m_limit"_s, u"-0.5"_s, u"credit_limit_c"_s, u"-0.500000"_s},
    {u"whole"_s, u"m_count"_s, u"25000"_s, u"score_c"_s, u"25000"_s},
    {u"country"_s, u"country"_s, u"Germany"_s, u"primary_address_country"_s, u"Germany"_s},
    {u"phone"_s, u"mobile"_s, u"0171 / 234 56 78"_s, u"phone_mobile"_s, u"+491712345678"_s},
};

const QList<Typed> inSuiteFirst{
    {u"umlauts"_s, u"last_name"_s, u"Łódź-Škoda"_s, u"lastname"_s, u"Łódź-Škoda"_s},
    {u"emoji"_s, u"nickname_c"_s, u"Ben 🦊"_s, u"m_nick"_s, u"Ben 🦊"_s},
    {u"quotes"_s, u"title"_s, u"O'Brien & \"Sons\""_s, u"position"_s, u"O'Brien & \"Sons\""_s},
    {u"angles"_s, u"description"_s, u"a > b & c"_s, u"m_notes"_s, u"a > b & c"_s},
    {u"date"_s, u"birthdate"_s, u"1999-12-31"_s, u"m_born"_s, u"1999-12-31"_s},
    {u"yes"_s, u"vip_c"_s, u"1"_s, u"m_vip"_s, u"1"_s},
    {u"option"_s, u"tier_c"_s, u"silver"_s, u"m_tier"_s, u"silver"_s},
    {u"choice"_s, u"interests_c"_s, u"^cooking^,^chess^"_s, u"m_diet"_s, u"cooking|chess"_s},
    {u"decimals"_s, u"credit_limit_c"_s, u"99.950000"_s, u"m_limit"_s, u"99.95"_s},
    {u"whole"_s, u"score_c"_s, u"-7"_s, u"m_count"_s, u"-7"_s},
    {u"phone"_s, u"phone_mobile"_s, u"+49 (0)30 901820"_s, u"mobile"_s, u"+4930901820"_s},
};

QString emailOf(const QString &who)
{
    return who + u"@example.org"_s;
}

/// A record for each value, all equal in everything else.
QJsonObject person(const Typed &typed, const QString &emailField, const QString &nameField)
{
    return {{emailField, emailOf(typed.who)}, {nameField, typed.who}, {typed.field, typed.value}};
}

/// Sets compare without regard to order.
QString comparable(const QJsonValue &value)
{
    QString text = value.toVariant().toString();
    if (!text.contains(u'^') && !text.contains(u'|'))
        return text;
    QStringList members = text.remove(u'^').replace(u',', u'|').split(u'|');
    members.sort();
    return members.join(u'|');
}

} // namespace

/// Values on their way from one CRM into the other: unchanged, or said to be changed, and then silence.
class TestValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesTypedIntoMauticArriveInSuiteCrm();
    void valuesTypedIntoSuiteCrmArriveInMautic();
    void editsArriveAndClearingClears();
    void whatACrmAltersIsReportedAndLeftInPeace();
    void whatACrmCannotTakeIsReportedAndHoldsUpNothingElse();
    void countriesAreKnownByAnyNameInMautic();
    void countriesInTwoLanguagesAreNoConflict();
};

void TestValues::valuesTypedIntoMauticArriveInSuiteCrm()
{
    const Crms crms;
    for (const Typed &typed : inMauticFirst)
        crms.mautic.create(u"contacts"_s, person(typed, u"email"_s, u"lastname"_s));
    QCOMPARE(ledgerProblem(crms.workspace.sync()), QString());
    for (const Typed &typed : inMauticFirst) {
        const QJsonObject there = crms.inSuite(emailOf(typed.who));
        QCOMPARE(comparable(there[typed.otherField]), comparable(typed.arrives));
        QVERIFY2(!there["last_name"_L1].toString().isEmpty(), qPrintable(typed.who));
    }
    QCOMPARE(crms.unrest(), QString());
}

void TestValues::valuesTypedIntoSuiteCrmArriveInMautic()
{
    const Crms crms;
    for (const Typed &typed : inSuiteFirst)
        crms.suite.create(u"Contacts"_s, person(typed, u"email1"_s, u"last_name"_s));
    QCOMPARE(ledgerProblem(crms.workspace.sync()), QString());
    for (const Typed &typed : inSuiteFirst) {
        const QJsonObject there = crms.inMautic(emailOf(typed.who));
        QCOMPARE(comparable(there[typed.otherField]), comparable(typed.arrives));
        QVERIFY2(!there["lastname"_L1].toString().isEmpty(), qPrintable(typed.who));
    }
    QCOMPARE(crms.unrest(), QString());
}

void TestValues::editsArriveAndClearingClears()
{
    const Crms crms;
    const QString email = emailOf(u"vera"_s);
    crms.mautic.create(u"contacts"_s,
                       {{u"email"_s, email},
                        {u"lastname"_s, u"Vera"_s},
                        {u"m_nick"_s, u"Vee"_s},
                        {u"m_born"_s, u"1980-02-29"_s},
                        {u"m_limit"_s, 10.5},
                        {u"m_count"_s, 7},
                        {u"m_tier"_s, u"gold"_s},
                        {u"m_diet"_s, QJsonArray{u"chess"_s, u"sailing"_s}},
                        {u"city"_s, u"Köln"_s}});
    crms.workspace.sync();
    crms.workspace.sync();
    const QString here = crms.inMautic(email)["id"_L1].toVariant().toString();
    const QString there = crms.inSuite(email)["id"_L1].toString();

    crms.suite.edit(u"Contacts"_s, there,
                    {{u"nickname_c"_s, u""_s},
                     {u"birthdate"_s, u""_s},
                     {u"tier_c"_s, u"silver"_s},
                     {u"interests_c"_s, u"^chess^"_s},
                     {u"primary_address_city"_s, u""_s}});
    crms.mautic.edit(u"contacts"_s, here, {{u"m_limit"_s, 0.25}, {u"m_count"_s, QJsonValue()}});
    crms.workspace.sync();
    const QJsonObject cleared = crms.inMautic(email);
    for (const QString &field : {u"m_nick"_s, u"m_born"_s, u"city"_s})
        QVERIFY2(cleared[field].toVariant().toString().isEmpty(), qPrintable(field));
    QCOMPARE(cleared["m_tier"_L1].toString(), u"silver"_s);
    QCOMPARE(comparable(cleared["m_diet"_L1]), u"chess"_s);
    const QJsonObject stored = crms.inSuite(email);
    QCOMPARE(stored["credit_limit_c"_L1].toString().toDouble(), 0.25);
    QVERIFY(stored["score_c"_L1].toString().toInt() == 0);
    crms.workspace.sync();
    QCOMPARE(crms.unrest(), QString());
}

void TestValues::whatACrmAltersIsReportedAndLeftInPeace()
{
    const Crms crms;
    crms.suite.configure({{u"utf8mb3"_s, true}}); // an old database that knows no emoji
    crms.mautic.create(u"contacts"_s,
                       {{u"email"_s, emailOf(u"old"_s)}, {u"lastname"_s, u"Old"_s}, {u"m_nick"_s, u"Ann 🐘"_s}});
    crms.suite.create(
        u"Contacts"_s,
        {{u"email1"_s, emailOf(u"round"_s)}, {u"last_name"_s, u"Round"_s}, {u"credit_limit_c"_s, u"3.141590"_s}});
    crms.suite.create(u"Contacts"_s,
                      {{u"email1"_s, emailOf(u"zero"_s)}, {u"last_name"_s, u"Zero"_s}, {u"score_c"_s, u"0"_s}});
    crms.suite.create(
        u"Contacts"_s,
        {{u"email1"_s, emailOf(u"tag"_s)}, {u"last_name"_s, u"Tag"_s}, {u"description"_s, u"1 < 2, C++ <vector>"_s}});
    const QJsonObject report = crms.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    QStringList changed;
    for (const QJsonValue &operation : crms.operations(report)) {
        if (operation["outcome"_L1].toString() == "changed"_L1)
            changed << operation["system"_L1].toString();
    }
    changed.sort();
    QCOMPARE(changed, (QStringList{u"crm"_s, u"marketing"_s, u"marketing"_s, u"marketing"_s}));
    QCOMPARE(crms.inMautic(emailOf(u"round"_s))["m_limit"_L1].toDouble(), 3.14);
    QCOMPARE(crms.inSuite(emailOf(u"round"_s))["credit_limit_c"_L1].toString().toDouble(), 3.14159);
    QCOMPARE(crms.inMautic(emailOf(u"old"_s))["m_nick"_L1].toString(), u"Ann 🐘"_s);
    QCOMPARE(crms.inMautic(emailOf(u"tag"_s))["m_notes"_L1].toString(), u"1"_s);
    QCOMPARE(crms.inSuite(emailOf(u"tag"_s))["description"_L1].toString(), u"1 < 2, C++ <vector>"_s);
    QVERIFY(crms.inMautic(emailOf(u"zero"_s))["m_count"_L1].isNull());
    QCOMPARE(crms.inSuite(emailOf(u"zero"_s))["score_c"_L1].toString(), u"0"_s);
    crms.workspace.sync();
    QCOMPARE(crms.unrest(), QString());
    QCOMPARE(crms.inSuite(emailOf(u"round"_s))["credit_limit_c"_L1].toString().toDouble(), 3.14159);
}

void TestValues::whatACrmCannotTakeIsReportedAndHoldsUpNothingElse()
{
    const Crms crms;
    // Each has one value that the other CRM cannot hold, and a job title that it can.
    const QList<std::pair<QString, QJsonObject>> inSuite{
        {u"option"_s, {{u"tier_c"_s, u"bronze"_s}}},
        {u"country"_s, {{u"primary_address_country"_s, u"Atlantis"_s}}},
        {u"umlaut"_s, {{u"email1"_s, u"müller@exämple.test"_s}}}};
    for (const auto &[who, special] : inSuite) {
        QJsonObject fields{{u"email1"_s, emailOf(who)}, {u"last_name"_s, who}, {u"title"_s, u"Clerk"_s}};
        for (auto it = special.begin(); it != special.end(); ++it)
            fields.insert(it.key(), it.value());
        crms.suite.create(u"Contacts"_s, fields);
    }
    crms.mautic.create(u"contacts"_s,
                       {{u"email"_s, emailOf(u"long"_s)},
                        {u"lastname"_s, u"long"_s},
                        {u"position"_s, u"Clerk"_s},
                        {u"m_nick"_s, QString(61, u'x')}});
    const Ran first = crms.workspace.run({u"sync"_s});
    QCOMPARE(first.exitCode, 1);
    QCOMPARE(ledgerProblem(first.object()), QString());
    QStringList guilty;
    for (const QJsonValue &error : first.object()["errors"_L1].toArray())
        guilty << error["field"_L1].toString();
    guilty.removeDuplicates();
    guilty.sort();
    crms.workspace.run({u"sync"_s});
    for (const QString &who : {u"option"_s, u"country"_s})
        QCOMPARE(crms.inMautic(emailOf(who))["position"_L1].toString(), u"Clerk"_s);
    QCOMPARE(crms.inSuite(emailOf(u"long"_s))["title"_L1].toString(), u"Clerk"_s);
    QCOMPARE(crms.inSuite(emailOf(u"long"_s))["nickname_c"_L1].toString(), QString());
    QCOMPARE(crms.inMautic(emailOf(u"country"_s))["country"_L1].toVariant().toString(), QString());
    QCOMPARE(guilty, (QStringList{u"country"_s, u"email"_s, u"m_tier"_s, u"nickname_c"_s}));
    for (const QJsonValue &contact : crms.mautic.records(u"contacts"_s)) // no address that is left of another one
        QVERIFY2(!contact["email"_L1].toString().contains("xmple"_L1), qPrintable(shown(contact)));
    QVERIFY(withValue(crms.mautic.records(u"contacts"_s), u"lastname"_s, u"umlaut"_s)
                .isEmpty()); // could not be found again
    const QJsonArray held = crms.workspace.must({u"held"_s, u"list"_s}).array();
    QVERIFY(
        std::ranges::any_of(held, [](const QJsonValue &item) { return item["field"_L1].toString() == "email"_L1; }));
    crms.mautic.forgetRequests();
    crms.suite.forgetRequests();
    crms.workspace.run({u"sync"_s});
    QCOMPARE(shown(crms.mautic.writes()) + shown(crms.suite.writes()), u"[][]"_s);
}

void TestValues::countriesAreKnownByAnyNameInMautic()
{
    const Crms crms;
    const QList<std::pair<QString, QString>> names{{u"Deutschland"_s, u"Germany"_s},
                                                   {u"AT"_s, u"Austria"_s},
                                                   {u"Suisse"_s, u"Switzerland"_s},
                                                   {u"Tschechien"_s, u"Czech Republic"_s},
                                                   {u"France"_s, u"France"_s}};
    for (const auto &[typed, known] : names)
        crms.suite.create(u"Contacts"_s,
                          {{u"email1"_s, emailOf(known.left(2))},
                           {u"last_name"_s, known},
                           {u"primary_address_city"_s, u"Somewhere"_s},
                           {u"primary_address_country"_s, typed}});
    crms.workspace.sync();
    for (const auto &[typed, known] : names) {
        const QJsonObject there = withValue(crms.mautic.records(u"contacts"_s), u"lastname"_s, known);
        QCOMPARE(there["country"_L1].toString(), known);
        QCOMPARE(there["city"_L1].toString(), u"Somewhere"_s);
        const QJsonObject here = withValue(crms.suite.records(u"Contacts"_s), u"last_name"_s, known);
        QCOMPARE(here["primary_address_country"_L1].toString(), typed); // Mautic's name does not flow back
    }
    QCOMPARE(crms.unrest(), QString());
}

void TestValues::countriesInTwoLanguagesAreNoConflict()
{
    const Crms crms;
    crms.mautic.create(u"contacts"_s,
                       {{u"email"_s, emailOf(u"eva"_s)}, {u"lastname"_s, u"Eva"_s}, {u"country"_s, u"Germany"_s}});
    crms.suite.create(u"Contacts"_s,
                      {{u"email1"_s, emailOf(u"eva"_s)},
                       {u"last_name"_s, u"Eva"_s},
                       {u"primary_address_city"_s, u"Köln"_s},
                       {u"primary_address_country"_s, u"Deutschland"_s}});
    crms.workspace.sync();
    QCOMPARE(shown(crms.workspace.must({u"conflicts"_s, u"list"_s}).array()), u"[]"_s);
    QCOMPARE(crms.inMautic(emailOf(u"eva"_s))["city"_L1].toString(), u"Köln"_s);
    QCOMPARE(crms.inMautic(emailOf(u"eva"_s))["country"_L1].toString(), u"Germany"_s);
    QCOMPARE(crms.inSuite(emailOf(u"eva"_s))["primary_address_country"_L1].toString(), u"Deutschland"_s);
    QCOMPARE(crms.unrest(), QString());
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
