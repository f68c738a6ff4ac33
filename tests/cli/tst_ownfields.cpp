#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

QJsonObject line(const QString &hub, const QString &remote)
{
    return {{u"hub"_s, hub}, {u"remote"_s, remote}, {u"direction"_s, u"both"_s}};
}

std::function<QJsonObject(QJsonObject)> with(const QString &hub, const QString &remote)
{
    return [=](QJsonObject entity) {
        QJsonArray fields = entity.value("fields"_L1).toArray();
        fields.append(line(hub, remote));
        entity.insert(u"fields"_s, fields);
        return entity;
    };
}

} // namespace

/// Fields of the workspace's own: what a CRM's custom field needs to reach another CRM.
class TestOwnFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCustomFieldReachesTheOtherCrm();
    void aRunNamesAFieldThatIsGoneInTheCrm();
    void whatIsUsedIsNotRemoved();
    void keysAndTypesAreChecked_data();
    void keysAndTypesAreChecked();
};

void TestOwnFields::aCustomFieldReachesTheOtherCrm()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), suitecrm = program.standIns().value(1);
    Workspace workspace;
    workspace.connect(u"marketing"_s, mautic, {u"contacts"_s});
    workspace.connect(u"crm"_s, suitecrm, {u"Contacts"_s});
    workspace.must({u"field"_s, u"add"_s, u"contact"_s, u"x_partner_code"_s, u"--label"_s, u"Partner code"_s});
    workspace.changeMapping(u"marketing"_s, with(u"x_partner_code"_s, u"address2"_s));
    workspace.changeMapping(u"crm"_s, with(u"x_partner_code"_s, u"assistant"_s));
    const QJsonObject made = mautic.create(
        u"contacts"_s, {{u"email"_s, u"ann@example.org"_s}, {u"lastname"_s, u"Ann"_s}, {u"address2"_s, u"Ä-17"_s}});
    workspace.sync();
    QJsonObject there = withValue(suitecrm.records(u"Contacts"_s), u"last_name"_s, u"Ann"_s);
    QCOMPARE(there.value("assistant"_L1).toString(), u"Ä-17"_s);
    suitecrm.edit(u"Contacts"_s, there.value("id"_L1).toString(), {{u"assistant"_s, u"B-18"_s}});
    workspace.sync();
    QCOMPARE(mautic.record(u"contacts"_s, made.value("id"_L1).toVariant().toString()).value("address2"_L1).toString(),
             u"B-18"_s);
    QVERIFY(workspace.planned().isEmpty());
    const QJsonObject record = workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().first().toObject();
    QCOMPARE(record["fields"_L1]["x_partner_code"_L1].toString(), u"B-18"_s);
}

void TestOwnFields::aRunNamesAFieldThatIsGoneInTheCrm()
{
    const SandboxProgram program({u"mautic"_s});
    const StandIn mautic = program.standIns().value(0);
    const auto made = mautic.call(
        "POST", u"/api/fields/contact/new"_s,
        {{u"label"_s, u"Partner code"_s}, {u"alias"_s, u"partner_code"_s}, {u"type"_s, u"text"_s}});
    const QString field = QString::number(made["field"_L1]["id"_L1].toInt());
    Workspace workspace;
    workspace.connect(u"marketing"_s, mautic, {u"contacts"_s});
    workspace.must({u"field"_s, u"add"_s, u"contact"_s, u"x_partner_code"_s});
    workspace.must({u"integration"_s, u"set"_s, u"marketing"_s, u"cache=false"_s});
    workspace.changeMapping(u"marketing"_s, with(u"x_partner_code"_s, u"partner_code"_s));
    mautic.create(u"contacts"_s, {{u"email"_s, u"ann@example.org"_s}, {u"partner_code"_s, u"A-17"_s}});
    QVERIFY(workspace.sync().value("errors"_L1).toArray().isEmpty());
    mautic.call("DELETE", u"/api/fields/contact/%1/delete"_s.arg(field), {});
    const QJsonObject report = workspace.sync();
    const QJsonArray errors = report.value("errors"_L1).toArray();
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0]["integration"_L1].toString(), u"marketing"_s);
    QCOMPARE(errors[0]["field"_L1].toString(), u"partner_code"_s);
    QVERIFY2(errors[0]["message"_L1].toString().contains("partner_code"_L1), qPrintable(shown(errors)));
    QVERIFY(!errors[0]["remedy"_L1].toString().isEmpty());
    QCOMPARE(ledgerProblem(report), QString());
    const QJsonObject record = workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().first().toObject();
    QCOMPARE(record["fields"_L1]["x_partner_code"_L1].toString(), u"A-17"_s);
}

void TestOwnFields::whatIsUsedIsNotRemoved()
{
    const SandboxProgram program({u"mautic"_s});
    Workspace workspace;
    workspace.connect(u"marketing"_s, program.standIns().value(0), {u"contacts"_s});
    workspace.must({u"field"_s, u"add"_s, u"contact"_s, u"x_code"_s});
    workspace.changeMapping(u"marketing"_s, with(u"x_code"_s, u"address2"_s));
    const QStringList remove{u"field"_s, u"remove"_s, u"contact"_s, u"x_code"_s};
    QCOMPARE(workspace.run(remove).exitCode, 2);
    workspace.changeMapping(u"marketing"_s, [](QJsonObject entity) {
        QJsonArray fields = entity.value("fields"_L1).toArray();
        fields.removeLast();
        entity.insert(u"fields"_s, fields);
        return entity;
    });
    const QString id = workspace
                           .must({u"records"_s, u"create"_s, u"contact"_s, u"email"_s + u"=a@example.org"_s,
                                  u"x_code=1"_s})
                           .object()["id"_L1]
                           .toString();
    QCOMPARE(workspace.run(remove).error(), u"Records have a value of x_code."_s);
    workspace.must({u"records"_s, u"set"_s, id, u"x_code="_s});
    workspace.must(remove);
    QVERIFY(workspace.must({u"field"_s, u"list"_s}).array().isEmpty());
    QCOMPARE(workspace.run({u"records"_s, u"set"_s, id, u"x_code=2"_s}).exitCode, 2);
}

void TestOwnFields::keysAndTypesAreChecked_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("key without x_") << QStringList{u"contact"_s, u"code"_s};
    QTest::newRow("capital letters") << QStringList{u"contact"_s, u"x_Code"_s};
    QTest::newRow("unknown entity") << QStringList{u"person"_s, u"x_code"_s};
    QTest::newRow("unknown type") << QStringList{u"contact"_s, u"x_code"_s, u"--type"_s, u"money"_s};
    QTest::newRow("group") << QStringList{u"contact"_s, u"x_code"_s, u"--type"_s, u"group"_s};
    QTest::newRow("reference to nothing") << QStringList{u"contact"_s, u"x_code"_s, u"--type"_s, u"ref"_s};
    QTest::newRow("there already") << QStringList{u"contact"_s, u"x_there"_s};
}

void TestOwnFields::keysAndTypesAreChecked()
{
    QFETCH(QStringList, words);
    Workspace workspace;
    workspace.must({u"init"_s});
    workspace.must({u"field"_s, u"add"_s, u"contact"_s, u"x_there"_s});
    const Ran ran = workspace.run(QStringList{u"field"_s, u"add"_s} + words);
    QCOMPARE(ran.exitCode, 2);
    QVERIFY(!ran.error().isEmpty());
    QCOMPARE(workspace.must({u"field"_s, u"list"_s}).array().size(), 1);
}

QTEST_GUILESS_MAIN(TestOwnFields)
#include "tst_ownfields.moc"
