#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// One person known to both CRMs, in step, and a run that carried a new title and city from Mautic to SuiteCRM.
struct Edited
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;
    QString run;

    Edited()
    {
        mautic.create(u"contacts"_s,
                      {{u"email"_s, u"ada@example.org"_s},
                       {u"lastname"_s, u"Ada"_s},
                       {u"position"_s, u"Clerk"_s},
                       {u"mobile"_s, u"+491701234567"_s}});
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
        workspace.sync();
        workspace.sync();
        mautic.edit(u"contacts"_s, mauticId(), {{u"position"_s, u"Manager"_s}, {u"mobile"_s, u"+491707654321"_s}});
        run = workspace.sync().value("run"_L1).toString();
    }

    QString mauticId() const { return idIn(mautic.records(u"contacts"_s)); }
    QString suiteId() const { return idIn(suite.records(u"Contacts"_s)); }
    QJsonObject record() const { return workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array()[0].toObject(); }
    /// In Mautic, here and in SuiteCRM.
    QStringList titles() const { return values(u"position"_s, u"job_title"_s, u"title"_s); }
    QStringList mobiles() const { return values(u"mobile"_s, u"mobile"_s, u"phone_mobile"_s); }
    QJsonObject undo(const QString &of) const { return workspace.must({u"runs"_s, u"undo"_s, of}).object(); }
    void forgetRequests() const
    {
        mautic.forgetRequests();
        suite.forgetRequests();
    }
    QString writes() const { return shown(mautic.writes()) + shown(suite.writes()); }

private:
    static QString idIn(const QJsonArray &records) { return records.at(0)["id"_L1].toVariant().toString(); }
    QStringList values(const QString &inMautic, const QString &here, const QString &inSuite) const
    {
        return {mautic.record(u"contacts"_s, mauticId())[inMautic].toString(), record()["fields"_L1][here].toString(),
                suite.record(u"Contacts"_s, suiteId())[inSuite].toString()};
    }
};

/// Rows of "undone" with this outcome that name this field, as "system: reason".
QStringList fates(const QJsonObject &report, const QString &outcome, const QString &field)
{
    QStringList list;
    for (const QJsonValue &row : report.value("undone"_L1).toArray()) {
        if (row["outcome"_L1].toString() == outcome && row["fields"_L1].toObject().contains(field))
            list << row["system"_L1].toString() + u": "_s + row["reason"_L1].toString();
    }
    return list;
}

int count(const QJsonObject &report, const QString &outcome)
{
    int number = 0;
    for (const QJsonValue &row : report.value("undone"_L1).toArray())
        number += row["outcome"_L1].toString() == outcome ? 1 : 0;
    return number;
}

/// Each record in a line, blanks as nothing.
QStringList valuesOf(const QJsonArray &records, const QStringList &fields)
{
    QStringList lines;
    for (const QJsonValue &record : records) {
        QStringList values;
        for (const QString &field : fields)
            values << record[field].toVariant().toString();
        lines << values.join(u'|');
    }
    lines.sort();
    return lines;
}

const QString threeManagers = u"Manager Manager Manager"_s;

} // namespace

/// S-27: a run is taken back, and nothing that somebody did since is lost by it.
class TestUndo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUndoneEditStaysUndone();
    void aPreviewOfAnUndoWritesNothing();
    void aPreviewOfAnUndoIsCarriedOut();
    void whatMovedSinceThePreviewOfAnUndoIsKept();
    void anEditSinceIsKeptAndNamed_data();
    void anEditSinceIsKeptAndNamed();
    void anUndoIsUndone();
    void aFirstRunIsTakenBackWhereNobodyTouchedIt();
    void aFirstRunOfTwoFullCrmsIsTakenBack();
    void aDeleteCannotBeTakenBackAndSaysSo();
    void anUndoDoesNotLoosenConsent();
    void anUndoneMappingLeavesTheCrmsAsTheyWere();
};

void TestUndo::anUndoneEditStaysUndone()
{
    const Edited world;
    QCOMPARE(world.titles().join(u' '), threeManagers);
    const QJsonObject report = world.undo(world.run);
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(ledgerRow(report, u"crm"_s, u"contact"_s).value("seen"_L1).toInt(), 1);
    QCOMPARE(count(report, u"kept"_s) + count(report, u"not_possible"_s), 0);
    QCOMPARE(world.titles(), QStringList({u"Manager"_s, u"Clerk"_s, u"Clerk"_s}));
    world.forgetRequests();
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
    for (int i = 0; i < 2; ++i)
        world.workspace.sync();
    QCOMPARE(world.writes(), u"[][]"_s);
    QCOMPARE(world.titles(), QStringList({u"Manager"_s, u"Clerk"_s, u"Clerk"_s}));
    // It differs until one side changes.
    world.mautic.edit(u"contacts"_s, world.mauticId(), {{u"position"_s, u"Chief"_s}});
    world.workspace.sync();
    QCOMPARE(world.titles().join(u' '), u"Chief Chief Chief"_s);
}

void TestUndo::aPreviewOfAnUndoWritesNothing()
{
    const Edited world;
    world.forgetRequests();
    const QJsonObject report = world.workspace.must({u"runs"_s, u"undo"_s, world.run, u"--dry-run"_s}).object();
    QCOMPARE(world.writes(), u"[][]"_s);
    QCOMPARE(world.titles().join(u' '), threeManagers);
    QCOMPARE(fates(report, u"reversed"_s, u"title"_s).size(), 1);
    QStringList operations;
    for (const QJsonValue &operation : report.value("operations"_L1).toArray())
        operations << operation["system"_L1].toString() + u' ' + operation["kind"_L1].toString();
    QCOMPARE(operations, QStringList({u"hub update"_s, u"crm update"_s}));
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
}

/// What the history of the record says of the undo, sorted.
QStringList undoActs(const Edited &world)
{
    QStringList acts;
    const QString record = world.record()["id"_L1].toString();
    for (const QJsonValue &act :
         world.workspace.must({u"why"_s, u"contact"_s, record, u"job_title"_s})["acts"_L1].toArray()) {
        if (act["action"_L1].toString().startsWith("undo_"_L1))
            acts << act["action"_L1].toString();
    }
    acts.sort();
    return acts;
}

void TestUndo::aPreviewOfAnUndoIsCarriedOut()
{
    const Edited straight, previewed;
    straight.undo(straight.run);
    const QString plan =
        previewed.workspace.must({u"runs"_s, u"undo"_s, previewed.run, u"--dry-run"_s})["run"_L1].toString();
    QCOMPARE(undoActs(previewed), QStringList());
    const QJsonObject report = previewed.workspace.sync({u"--plan"_s, plan});
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(previewed.titles(), QStringList({u"Manager"_s, u"Clerk"_s, u"Clerk"_s}));
    QCOMPARE(fates(report, u"reversed"_s, u"title"_s).size(), 1);
    QCOMPARE(undoActs(previewed), undoActs(straight)); // the history tells of it as of an undo without a preview
    QVERIFY(!undoActs(straight).isEmpty());
    previewed.workspace.sync();
    QCOMPARE(previewed.titles(), QStringList({u"Manager"_s, u"Clerk"_s, u"Clerk"_s}));
    QCOMPARE(shown(previewed.workspace.planned()), u"[]"_s);
}

void TestUndo::whatMovedSinceThePreviewOfAnUndoIsKept()
{
    const Edited world;
    const QString plan = world.workspace.must({u"runs"_s, u"undo"_s, world.run, u"--dry-run"_s})["run"_L1].toString();
    world.suite.edit(u"Contacts"_s, world.suiteId(), {{u"title"_s, u"Boss"_s}});
    const QJsonObject report = world.workspace.sync({u"--plan"_s, plan});
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(world.suite.record(u"Contacts"_s, world.suiteId())["title"_L1].toString(), u"Boss"_s);
    QCOMPARE(fates(report, u"kept"_s, u"title"_s).size(), 1);
    QCOMPARE(fates(report, u"reversed"_s, u"title"_s).size(), 0);
}

void TestUndo::anEditSinceIsKeptAndNamed_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    QTest::newRow("in Mautic") << u"marketing"_s << u"It was changed in marketing since."_s;
    QTest::newRow("in SuiteCRM") << u"crm"_s << u"It was changed in crm since."_s;
    QTest::newRow("here") << u"hub"_s << u"It was changed here since."_s;
}

void TestUndo::anEditSinceIsKeptAndNamed()
{
    QFETCH(QString, place);
    QFETCH(QString, reason);
    const Edited world;
    if (place == "marketing"_L1)
        world.mautic.edit(u"contacts"_s, world.mauticId(), {{u"position"_s, u"Boss"_s}});
    else if (place == "crm"_L1)
        world.suite.edit(u"Contacts"_s, world.suiteId(), {{u"title"_s, u"Boss"_s}});
    else
        world.workspace.must({u"records"_s, u"set"_s, world.record()["id"_L1].toString(), u"job_title=Boss"_s});

    const QJsonObject preview = world.workspace.must({u"runs"_s, u"undo"_s, world.run, u"--dry-run"_s}).object();
    QCOMPARE(fates(preview, u"kept"_s, u"title"_s), QStringList{u"crm: "_s + reason});
    const QString text = world.workspace.text({u"runs"_s, u"undo"_s, world.run});
    QVERIFY2(text.contains(u"title: "_s + reason), qPrintable(text));
    const QString undo = world.workspace.must({u"runs"_s, u"list"_s}).array().at(0)["run"_L1].toString();
    const QJsonObject report = world.workspace.must({u"runs"_s, u"show"_s, undo}).object();
    QCOMPARE(fates(report, u"kept"_s, u"title"_s), QStringList{u"crm: "_s + reason});
    QCOMPARE(fates(report, u"kept"_s, u"job_title"_s), QStringList{u"hub: "_s + reason});
    QCOMPARE(fates(report, u"reversed"_s, u"phone_mobile"_s).size(), 1);
    QCOMPARE(ledgerProblem(report), QString());

    world.workspace.sync();
    world.workspace.sync();
    QCOMPARE(world.titles().join(u' '), u"Boss Boss Boss"_s);
    QCOMPARE(world.mobiles(), QStringList({u"+491707654321"_s, u"+491701234567"_s, u"+491701234567"_s}));
    QCOMPARE(shown(world.workspace.must({u"conflicts"_s, u"list"_s}).array()), u"[]"_s);
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
}

void TestUndo::anUndoIsUndone()
{
    const Edited world;
    const QString undo = world.undo(world.run).value("run"_L1).toString();
    const QJsonObject report = world.undo(undo);
    QCOMPARE(count(report, u"kept"_s) + count(report, u"not_possible"_s), 0);
    QCOMPARE(world.titles().join(u' '), threeManagers);
    world.forgetRequests();
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
    world.workspace.sync();
    QCOMPARE(world.writes(), u"[][]"_s);
    QCOMPARE(world.titles().join(u' '), threeManagers);
}

void TestUndo::aFirstRunIsTakenBackWhereNobodyTouchedIt()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    for (const QString &name : {u"ada"_s, u"bob"_s, u"cyd"_s})
        mautic.create(u"contacts"_s, {{u"email"_s, QString(name + u"@example.org"_s)}, {u"lastname"_s, name}});
    const Workspace workspace;
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"crm"_s, suite);
    const QString run = workspace.sync().value("run"_L1).toString();
    QCOMPARE(suite.records(u"Contacts"_s).size(), 3);
    QString touched;
    for (const QJsonValue &contact : suite.records(u"Contacts"_s)) {
        if (contact["last_name"_L1].toString() == "bob"_L1)
            touched = contact["id"_L1].toString();
    }
    suite.edit(u"Contacts"_s, touched, {{u"title"_s, u"Boss"_s}, {u"last_name"_s, u"Bobby"_s}});

    const QJsonObject report = workspace.must({u"runs"_s, u"undo"_s, run}).object();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(suite.records(u"Contacts"_s).size(), 1);
    QCOMPARE(mautic.records(u"contacts"_s).size(), 3);
    QCOMPARE(fates(report, u"reversed"_s, u"last_name"_s).size(), 4); // two here, two in SuiteCRM
    QCOMPARE(fates(report, u"kept"_s, u"last_name"_s).size(), 2);

    workspace.sync();
    workspace.sync();
    QCOMPARE(suite.records(u"Contacts"_s).size(), 1);
    QCOMPARE(suite.record(u"Contacts"_s, touched).value("title"_L1).toString(), u"Boss"_s);
    QStringList names;
    for (const QJsonValue &contact : mautic.records(u"contacts"_s))
        names << contact["lastname"_L1].toString() + contact["position"_L1].toString();
    names.sort();
    QCOMPARE(names, QStringList({u"BobbyBoss"_s, u"ada"_s, u"cyd"_s}));
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

void TestUndo::aFirstRunOfTwoFullCrmsIsTakenBack()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s}, {u"--records"_s, u"30"_s, u"--seed"_s, u"5"_s});
    const StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    const auto people = [&] {
        return valuesOf(mautic.records(u"contacts"_s),
                        {u"email"_s, u"firstname"_s, u"lastname"_s, u"phone"_s, u"mobile"_s, u"city"_s, u"position"_s,
                         u"website"_s})
            + valuesOf(suite.records(u"Contacts"_s),
                       {u"email1"_s, u"first_name"_s, u"last_name"_s, u"phone_work"_s, u"phone_mobile"_s,
                        u"primary_address_city"_s, u"title"_s, u"department"_s});
    };
    const QStringList before = people();
    const Workspace workspace;
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"crm"_s, suite);
    const QString run = workspace.run({u"sync"_s}).object().value("run"_L1).toString();
    QVERIFY(people() != before);
    const QJsonObject report = workspace.run({u"runs"_s, u"undo"_s, run}).object();
    QCOMPARE(ledgerProblem(report), QString());
    for (const QJsonValue &row : report.value("undone"_L1).toArray()) {
        if (row["outcome"_L1].toString() == "kept"_L1)
            QCOMPARE(row["reason"_L1].toString(), u"Undo does not loosen consent."_s);
    }
    QCOMPARE(people(), before);
    mautic.forgetRequests();
    suite.forgetRequests();
    workspace.run({u"sync"_s});
    workspace.run({u"sync"_s});
    QCOMPARE(shown(mautic.writes()), u"[]"_s);
    QCOMPARE(shown(suite.writes()), u"[]"_s);
}

void TestUndo::aDeleteCannotBeTakenBackAndSaysSo()
{
    const Edited world;
    world.mautic.remove(u"contacts"_s, world.mauticId());
    world.workspace.sync({u"--full"_s});
    world.workspace.sync({u"--full"_s});
    const QString id = world.workspace.must({u"deletes"_s, u"list"_s}).array().at(0)["id"_L1].toString();
    world.workspace.must({u"deletes"_s, u"release"_s, id});
    const QString run = world.workspace.sync().value("run"_L1).toString();
    QCOMPARE(world.suite.records(u"Contacts"_s).size(), 0);
    const QJsonObject report = world.undo(run);
    QCOMPARE(count(report, u"reversed"_s), 0);
    QVERIFY(count(report, u"not_possible"_s) > 0);
    QCOMPARE(ledgerProblem(report), QString());
    world.forgetRequests();
    world.workspace.sync();
    QCOMPARE(world.writes(), u"[][]"_s);
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
}

void TestUndo::anUndoDoesNotLoosenConsent()
{
    const Edited world;
    world.workspace.must({u"records"_s, u"set"_s, world.record()["id"_L1].toString(), u"consent_email=refused"_s});
    const QString run = world.workspace.sync().value("run"_L1).toString();
    const QJsonObject report = world.undo(run);
    QCOMPARE(count(report, u"reversed"_s), 0);
    QVERIFY(count(report, u"kept"_s) > 0);
    world.forgetRequests();
    world.workspace.sync();
    QCOMPARE(world.writes(), u"[][]"_s);
}

void TestUndo::anUndoneMappingLeavesTheCrmsAsTheyWere()
{
    const Edited world;
    QJsonObject mapping = world.workspace.must({u"map"_s, u"export"_s, u"crm"_s}).object();
    QJsonArray entities = mapping.value("entities"_L1).toArray();
    for (QJsonValueRef entity : entities) {
        QJsonObject object = entity.toObject();
        QJsonArray fields = object.value("fields"_L1).toArray();
        if (object.value("hub"_L1).toString() == "contact"_L1) {
            for (QJsonValueRef field : fields) {
                QJsonObject line = field.toObject();
                if (line.value("remote"_L1).toString() == "title"_L1)
                    line.insert(u"remote"_s, u"assistant"_s);
                field = line;
            }
        }
        object.insert(u"fields"_s, fields);
        entity = object;
    }
    mapping.insert(u"entities"_s, entities);
    QFile file(world.workspace.folder() + u"/mapping.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(mapping).toJson());
    file.close();
    world.workspace.must({u"map"_s, u"import"_s, file.fileName()});
    const QString run = world.workspace.sync().value("run"_L1).toString();
    QCOMPARE(world.suite.record(u"Contacts"_s, world.suiteId()).value("assistant"_L1).toString(), u"Manager"_s);
    const QJsonObject report = world.undo(run);
    QCOMPARE(count(report, u"kept"_s) + count(report, u"not_possible"_s), 0);
    QCOMPARE(world.suite.record(u"Contacts"_s, world.suiteId()).value("assistant"_L1).toString(), QString());
    world.forgetRequests();
    world.workspace.sync();
    world.workspace.sync();
    QCOMPARE(world.writes(), u"[][]"_s);
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
}

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
