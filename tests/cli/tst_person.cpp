#include "support/program.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

const QString address = u"mareike.osterloh@example.org"_s;
/// Values that nobody else has, in several of the person's records.
const QStringList marked{u"mareike.osterloh"_s, u"Osterloh"_s, u"Mareike"_s,
                         u"Zeppelinwiese"_s,    u"Fährfrau"_s, u"Rückruf wegen Kahn"_s};

/// Somebody with a company, a phone call and a history, in a Mautic and a SuiteCRM, beside somebody else.
struct Known
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;
    QString firstRun;

    Known()
    {
        mautic.create(u"contacts"_s,
                      {{u"email"_s, u"Mareike.Osterloh@example.org"_s},
                       {u"firstname"_s, u"Mareike"_s},
                       {u"lastname"_s, u"Osterloh"_s},
                       {u"address1"_s, u"Zeppelinwiese 3"_s},
                       {u"position"_s, u"Fährfrau"_s}});
        mautic.create(u"contacts"_s, {{u"email"_s, u"bo@example.org"_s}, {u"lastname"_s, u"Bo"_s}});
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
        firstRun = workspace.sync()[u"run"_s].toString();
        const QJsonObject call{{u"name"_s, u"Rückruf wegen Kahn"_s},
                               {u"date_start"_s, u"2026-11-20 09:00:00"_s},
                               {u"parent_type"_s, u"Contacts"_s},
                               {u"parent_id"_s, inSuite()[u"id"_s]}};
        suite.create(u"Calls"_s, call);
        suite.edit(u"Contacts"_s, inSuite()[u"id"_s].toString(), {{u"title"_s, u"Fährfrau und Lotsin"_s}});
        workspace.sync();
    }

    QJsonObject inSuite() const { return withValue(suite.records(u"Contacts"_s), u"last_name"_s, u"Osterloh"_s); }
    QString record() const
    {
        for (const QJsonValue &contact : workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array()) {
            if (contact["fields"_L1]["last_name"_L1].toString() == "Osterloh"_L1)
                return contact["id"_L1].toString();
        }
        return {};
    }
    /// Marked values in the CRMs and in every byte of the workspace's files.
    QStringList traces() const
    {
        QByteArray all = shown(mautic.records(u"contacts"_s)).toUtf8() + shown(suite.records(u"Contacts"_s)).toUtf8()
            + shown(suite.records(u"Calls"_s)).toUtf8();
        QDirIterator files(workspace.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        QStringList found;
        const QByteArray lower = QString::fromUtf8(all).toLower().toUtf8();
        for (const QString &text : marked) {
            if (lower.contains(text.toLower().toUtf8()))
                found << text;
        }
        return found;
    }
    QString contactsHere() const { return shown(workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array()); }
};

} // namespace

/// What is known of a person, and that a person can be forgotten everywhere (P5).
class TestPerson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFileHoldsEverythingThatIsKnown();
    void aListComesFirstAndChangesNothing();
    void whoIsErasedIsNowhere();
    void whoIsErasedDoesNotComeBack();
    void anUndoOfTheirRunsIsNotPossible();
    void whatACrmKeepsIsNamedUntilItIsGone();
    void severalPeopleOfOneAddressAreToldApart();
    void anUnknownAddressIsSaid();
};

void TestPerson::theFileHoldsEverythingThatIsKnown()
{
    const Known known;
    const QString name = known.workspace.folder() + u"/person.json"_s;
    const QJsonObject told = known.workspace.must({u"person"_s, u"export"_s, address, name}).object();
    QCOMPARE(told[u"workspace"_s].toInt(), 2);
    QCOMPARE(told[u"crms"_s].toInt(), 3);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString &value : marked)
        QVERIFY2(text.contains(value, Qt::CaseInsensitive), qPrintable(value));
    QVERIFY(!text.contains("bo@example.org"_L1));
}

void TestPerson::aListComesFirstAndChangesNothing()
{
    const Known known;
    known.mautic.forgetRequests();
    known.suite.forgetRequests();
    const QString before = known.contactsHere();
    const QJsonObject list = known.workspace.must({u"person"_s, u"erase"_s, address, u"--dry-run"_s}).object();
    QCOMPARE(list[u"workspace"_s].toArray().size(), 2);
    QCOMPARE(list[u"crms"_s].toArray().size(), 3);
    QCOMPARE(shown(known.mautic.writes()) + shown(known.suite.writes()), u"[][]"_s);
    QCOMPARE(known.contactsHere(), before);
}

void TestPerson::whoIsErasedIsNowhere()
{
    const Known known;
    QCOMPARE(known.traces(), marked);
    const QJsonObject proof =
        known.workspace.must({u"person"_s, u"erase"_s, u"MAREIKE.osterloh@example.org"_s}).object();
    QVERIFY2(proof[u"erased"_s].toBool(), qPrintable(shown(proof)));
    QCOMPARE(known.traces(), QStringList());
    QVERIFY(known.contactsHere().contains("bo@example.org"_L1));
    known.mautic.forgetRequests();
    known.suite.forgetRequests();
    const QJsonObject report = known.workspace.sync({u"--full"_s});
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(shown(known.mautic.writes()) + shown(known.suite.writes()), u"[][]"_s);
}

void TestPerson::whoIsErasedDoesNotComeBack()
{
    const Known known;
    const QString there = known.inSuite()[u"id"_s].toString();
    known.workspace.must({u"person"_s, u"erase"_s, address});
    known.suite.restore(u"Contacts"_s, there);
    for (int i = 0; i < 3; ++i)
        known.workspace.sync(i == 1 ? QStringList{u"--full"_s} : QStringList());
    QVERIFY2(!known.contactsHere().contains("sterloh"_L1), qPrintable(known.contactsHere()));
    QCOMPARE(known.mautic.records(u"contacts"_s).size(), 1);
    const Ran typed = known.workspace.run(
        {u"records"_s, u"create"_s, u"contact"_s, u"email="_s + address, u"last_name=Osterloh"_s});
    QCOMPARE(typed.exitCode, 2);
    QVERIFY2(typed.error().contains("erased"_L1), qPrintable(typed.error()));
}

void TestPerson::anUndoOfTheirRunsIsNotPossible()
{
    const Known known;
    known.workspace.must({u"person"_s, u"erase"_s, address});
    const QJsonObject undone = known.workspace.run({u"runs"_s, u"undo"_s, known.firstRun}).object();
    QStringList reasons;
    for (const QJsonValue &row : undone[u"undone"_s].toArray()) {
        if (row["outcome"_L1].toString() == "not_possible"_L1)
            reasons << row["reason"_L1].toString();
    }
    QVERIFY(!reasons.isEmpty());
    QCOMPARE(reasons.count(u"The person was erased."_s), reasons.size());
    QCOMPARE(known.traces(), QStringList());
    QCOMPARE(known.workspace.run({u"replay"_s, known.firstRun}).exitCode, 2);
}

void TestPerson::whatACrmKeepsIsNamedUntilItIsGone()
{
    const Known known;
    known.suite.configure({{u"read_only"_s, QJsonArray{u"Contacts"_s}}});
    const Ran ran = known.workspace.run({u"person"_s, u"erase"_s, address});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY(!ran.object()[u"erased"_s].toBool());
    QStringList left;
    for (const QJsonValue &record : ran.object()[u"crms"_s].toArray()) {
        if (!record["gone"_L1].toBool())
            left << record["integration"_L1].toString() + u' ' + record["entity"_L1].toString();
    }
    QCOMPARE(left, QStringList{u"crm Contacts"_s});
    known.workspace.sync();
    QVERIFY(!known.contactsHere().contains("sterloh"_L1));
    known.suite.configure({{u"read_only"_s, QJsonArray()}});
    known.workspace.must({u"person"_s, u"erase"_s, address});
    QCOMPARE(known.traces(), QStringList());
}

void TestPerson::severalPeopleOfOneAddressAreToldApart()
{
    const Known known;
    known.workspace.must({u"records"_s, u"create"_s, u"contact"_s, u"email="_s + address, u"last_name=Sohn"_s});
    const Ran both = known.workspace.run({u"person"_s, u"erase"_s, address});
    QVERIFY(both.exitCode != 0);
    QVERIFY2(both.error().contains("2 people"_L1), qPrintable(both.error()));
    QCOMPARE(known.traces(), marked);
    // Named by her record she goes alone, and the address stays open to the other one.
    known.workspace.must({u"person"_s, u"erase"_s, known.record()});
    QVERIFY(known.inSuite().isEmpty());
    QVERIFY2(known.contactsHere().contains("Sohn"_L1), qPrintable(known.contactsHere()));
    known.workspace.sync({u"--full"_s});
    QVERIFY(!withValue(known.suite.records(u"Contacts"_s), u"last_name"_s, u"Sohn"_s).isEmpty());
}

void TestPerson::anUnknownAddressIsSaid()
{
    const Known known;
    const Ran nobody = known.workspace.run({u"person"_s, u"erase"_s, u"nobody@example.org"_s});
    QCOMPARE(nobody.exitCode, 2);
    QVERIFY2(nobody.error().contains("Nothing is known"_L1), qPrintable(nobody.error()));
    QCOMPARE(known.workspace.run({u"person"_s, u"export"_s, u"no address"_s, u"x.json"_s}).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_person.moc"
