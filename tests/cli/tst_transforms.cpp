#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

QString emailOf(const QString &who)
{
    return who + u"@example.org"_s;
}

QJsonObject function(const QString &expression)
{
    return {{u"type"_s, u"function"_s}, {u"expression"_s, expression}};
}

} // namespace

/// Values that a mapping changes on their way, in real runs.
class TestTransforms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindGoesBothWays();
    void scriptsChangeValuesBothWays();
    void aScriptThatNeverEndsStopsItsOwnValueOnly();
    void theNameOfACompanyIsATag();
};

/// A record made here, with each kind of transform between it and SuiteCRM; then an edit there.
void TestTransforms::everyKindGoesBothWays()
{
    struct Line
    {
        QString hub, remote;
        QJsonObject settings;
        QString here, there;  ///< as made here, as it arrives
        QString edited, back; ///< typed in there, as it comes back; "" for what is only written
    };
    const auto builtin = [](const QString &name, QJsonObject arguments = {}) {
        arguments.insert(u"type"_s, name);
        return QJsonObject{{u"transform"_s, arguments}};
    };
    const auto push = [](QJsonObject settings) {
        settings.insert(u"direction"_s, u"push"_s);
        return settings;
    };
    const QJsonObject lookup{{u"type"_s, u"lookup"_s},
                             {u"table"_s, QJsonObject{{u"Sales"_s, u"Vertrieb"_s}, {u"IT"_s, u"EDV"_s}}},
                             {u"otherwise"_s, QJsonValue()}};
    QJsonObject shout = builtin(u"upper"_s);
    shout.insert(u"inverse"_s, QJsonObject{{u"type"_s, u"lower"_s}});
    const QJsonObject local{{u"decimal"_s, u","_s}, {u"group"_s, u"."_s}, {u"to"_s, u"local"_s}};
    const QList<Line> lines{
        {u"department"_s, u"department"_s, {{u"transform"_s, lookup}}, u"Sales"_s, u"Vertrieb"_s, u"EDV"_s, u"IT"_s},
        {u"job_title"_s, u"title"_s, shout, u"clerk"_s, u"CLERK"_s, u"BOSS"_s, u"boss"_s},
        {u"birth_date"_s, u"nickname_c"_s, builtin(u"date_format"_s, {{u"to"_s, u"dd.MM.yyyy"_s}}), u"1980-02-29"_s,
         u"29.02.1980"_s, u"01.03.1990"_s, u"1990-03-01"_s},
        {u"score"_s, u"assistant"_s, builtin(u"number"_s, local), u"1234.5"_s, u"1.234,5"_s, u"7,25"_s, u"7.25"_s},
        {u"notes"_s, u"description"_s, push(builtin(u"trim"_s)), u"  two  "_s, u"two"_s, {}, {}},
        {u"mobile"_s,
         u"phone_mobile"_s,
         push(builtin(u"e164"_s, {{u"region"_s, u"DE"_s}})),
         u"+49 30 901820"_s,
         u"+4930901820"_s,
         {},
         {}},
        {u"preferred_name"_s,
         u"alt_address_city"_s,
         push({{u"transform"_s,
                QJsonObject{{u"type"_s, u"template"_s}, {u"template"_s, u"{job_title} of {department}"_s}}}}),
         {},
         u"clerk of Sales"_s,
         {},
         {}},
        {u"volunteer_interest"_s,
         u"alt_address_state"_s,
         push({{u"transform"_s, QJsonObject{{u"type"_s, u"constant"_s}, {u"value"_s, u"Syncline"_s}}}}),
         {},
         u"Syncline"_s,
         {},
         {}},
        {u"dietary_other"_s,
         u"alt_address_country"_s,
         {{u"default"_s, u"none"_s}},
         {},
         u"none"_s,
         u"nuts"_s,
         u"nuts"_s}};
    const SandboxProgram program({u"suitecrm"_s});
    const StandIn suite = program.standIns().value(0);
    const Workspace workspace;
    workspace.connect(u"crm"_s, suite);
    workspace.changeMapping(u"crm"_s, [&](QJsonObject contact) {
        QJsonArray fields{QJsonObject{{u"hub"_s, u"email"_s}, {u"remote"_s, u"email1"_s}},
                          QJsonObject{{u"hub"_s, u"last_name"_s}, {u"remote"_s, u"last_name"_s}}};
        for (const Line &line : lines) {
            QJsonObject field = line.settings;
            field.insert(u"hub"_s, line.hub);
            field.insert(u"remote"_s, line.remote);
            fields.append(field);
        }
        contact.insert(u"fields"_s, fields);
        return contact;
    });
    QStringList create{u"records"_s, u"create"_s, u"contact"_s, u"email=ann@example.org"_s, u"last_name=Ann"_s};
    for (const Line &line : lines) {
        if (!line.here.isEmpty())
            create << QString(line.hub + u'=' + line.here);
    }
    workspace.sync();
    workspace.must(create);
    workspace.sync();
    const QJsonObject made = suite.records(u"Contacts"_s).at(0).toObject();
    QJsonObject edits;
    for (const Line &line : lines) {
        QCOMPARE(made[line.remote].toString(), line.there);
        if (!line.edited.isEmpty())
            edits.insert(line.remote, line.edited);
    }
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
    suite.edit(u"Contacts"_s, made["id"_L1].toString(), edits);
    workspace.sync();
    const QJsonObject here =
        workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().at(0)["fields"_L1].toObject();
    for (const Line &line : lines) {
        if (!line.back.isEmpty())
            QCOMPARE(here[line.hub].toVariant().toString(), line.back);
    }
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

void TestTransforms::scriptsChangeValuesBothWays()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    const Workspace workspace;
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"crm"_s, suite);
    workspace.changeMapping(u"crm"_s, [](const QJsonObject &contact) {
        return withField(contact, u"job_title"_s,
                         {{u"transform"_s, function(u"value == null ? null : '* ' + value"_s)},
                          {u"inverse"_s, function(u"value == null ? null : value.replace(/^\\* /, '')"_s)}});
    });
    mautic.create(u"contacts"_s,
                  {{u"email"_s, emailOf(u"ann"_s)}, {u"lastname"_s, u"Ann"_s}, {u"position"_s, u"Clerk"_s}});
    suite.create(u"Contacts"_s,
                 {{u"email1"_s, emailOf(u"bob"_s)}, {u"last_name"_s, u"Bob"_s}, {u"title"_s, u"* Cook"_s}});
    workspace.sync();
    const QJsonObject ann = withValue(suite.records(u"Contacts"_s), u"last_name"_s, u"Ann"_s);
    QCOMPARE(ann["title"_L1].toString(), u"* Clerk"_s);
    QCOMPARE(withValue(mautic.records(u"contacts"_s), u"lastname"_s, u"Bob"_s)["position"_L1].toString(), u"Cook"_s);
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
    suite.edit(u"Contacts"_s, ann["id"_L1].toString(), {{u"title"_s, u"* Chief"_s}});
    workspace.sync();
    QCOMPARE(mautic.record(u"contacts"_s, u"1"_s)["position"_L1].toString(), u"Chief"_s);
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

void TestTransforms::aScriptThatNeverEndsStopsItsOwnValueOnly()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    const Workspace workspace;
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"crm"_s, suite);
    workspace.changeMapping(u"crm"_s, [](const QJsonObject &contact) {
        return withField(
            contact, u"job_title"_s,
            {{u"transform"_s, function(u"if (value == 'Hang') new Array(1e9).fill(1).sort(); return value"_s)},
             {u"inverse"_s, function(u"value"_s)}});
    });
    for (const QString &title : {u"Clerk"_s, u"Hang"_s, u"Cook"_s})
        mautic.create(
            u"contacts"_s,
            {{u"email"_s, emailOf(title)}, {u"lastname"_s, title}, {u"position"_s, title}, {u"city"_s, u"Bonn"_s}});
    const Ran ran = workspace.run({u"sync"_s});
    QCOMPARE(ledgerProblem(ran.object()), QString());
    QCOMPARE(int(workspace.must({u"held"_s, u"list"_s}).array().size()), 1);
    for (const QString &title : {u"Clerk"_s, u"Hang"_s, u"Cook"_s}) {
        const QJsonObject there = withValue(suite.records(u"Contacts"_s), u"last_name"_s, title);
        QCOMPARE(there["primary_address_city"_L1].toString(), u"Bonn"_s);
        QCOMPARE(there["title"_L1].toString(), title == "Hang"_L1 ? QString() : title);
    }
}

/// M7: a name there, a tag here. Tags that people gave are theirs.
void TestTransforms::theNameOfACompanyIsATag()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    const Workspace workspace;
    workspace.connect(u"marketing"_s, mautic, {u"contacts"_s});
    workspace.connect(u"crm"_s, suite, {u"Contacts"_s});
    workspace.changeMapping(u"crm"_s, [](QJsonObject contact) {
        QJsonArray fields = contact.value("fields"_L1).toArray();
        // A name may hold a comma, at which a text is parted otherwise.
        const QJsonObject whole{{u"type"_s, u"split"_s}, {u"separator"_s, u"\n"_s}};
        fields.append(QJsonObject{{u"hub"_s, u"tags"_s},
                                  {u"remote"_s, u"account_name"_s},
                                  {u"direction"_s, u"pull"_s},
                                  {u"transform"_s, whole}});
        contact.insert(u"fields"_s, fields);
        return contact;
    });
    const QString acme = suite.create(u"Accounts"_s, {{u"name"_s, u"Acme, Inc."_s}})[u"id"_s].toString();
    const QString id =
        suite
            .create(u"Contacts"_s,
                    {{u"last_name"_s, u"Ann"_s}, {u"email1"_s, emailOf(u"ann"_s)}, {u"account_id"_s, acme}})[u"id"_s]
            .toString();
    const auto tags = [&] {
        QStringList names;
        const QJsonObject ann = withValue(mautic.records(u"contacts"_s), u"email"_s, emailOf(u"ann"_s));
        for (const QJsonValue &tag : ann[u"tags"_s].toArray())
            names << tag.toString();
        names.sort();
        return names;
    };
    workspace.sync();
    QCOMPARE(tags(), QStringList{u"Acme, Inc."_s});
    const QString there =
        withValue(mautic.records(u"contacts"_s), u"email"_s, emailOf(u"ann"_s))[u"id"_s].toVariant().toString();
    mautic.edit(u"contacts"_s, there, {{u"tags"_s, QJsonArray{u"Acme, Inc."_s, u"vip"_s}}});
    workspace.sync();
    const QString birch = suite.create(u"Accounts"_s, {{u"name"_s, u"Birch"_s}})[u"id"_s].toString();
    suite.edit(u"Contacts"_s, id, {{u"account_id"_s, birch}});
    workspace.sync({u"--full"_s});
    QCOMPARE(tags(), (QStringList{u"Birch"_s, u"vip"_s}));
    workspace.sync({u"--full"_s});
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

QTEST_GUILESS_MAIN(TestTransforms)
#include "tst_transforms.moc"
