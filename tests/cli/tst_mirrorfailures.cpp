#include "mirrorworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// A few pages of contacts, mirrored once.
struct Mirrored : MirrorWorld
{
    PostgresReader reader{server};

    Mirrored() : MirrorWorld(u"activecampaign"_s, {u"--records"_s, u"450"_s}) { mirrored(); }

    QList<QStringList> published() const
    {
        return reader.rows(u"SELECT 'c', md5(string_agg(c::text, '' ORDER BY id)) FROM ac_contacts c UNION ALL"
                           " SELECT 'd', md5(string_agg(d::text, '' ORDER BY data_type, chunk)) FROM ac_sync_data d"_s);
    }
    /// From the n-th page of the next mirror on the server answers as it does when this happens to it.
    void failFrom(int page, const QString &state, const QString &words) const
    {
        reader.run(u"CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.pages >= %1 THEN"
                   " RAISE EXCEPTION '%2' USING ERRCODE = '%3'; END IF; RETURN NEW; END $$;"
                   "CREATE TRIGGER fails BEFORE INSERT OR UPDATE ON ac_mirror_walks FOR EACH ROW"
                   " EXECUTE FUNCTION fail()"_s.arg(page)
                       .arg(words, state));
    }
    void mend() const { reader.run(u"DROP TRIGGER fails ON ac_mirror_walks; DROP FUNCTION fail()"_s); }
};

} // namespace

/// What may go wrong with the database, and that what was published stays as it is.
class TestMirrorFailures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWrongPasswordIsNamed();
    void aPasswordIsNeverShown();
    void aTableThatIsNotOursIsLeftAlone();
    void aMirrorOfAnotherAccountIsLeftAlone();
    void aReadOnlyDatabaseIsNamed();
    void midwayTheOldGenerationStays_data();
    void midwayTheOldGenerationStays();
    void theServerGoesAwayMidway();
    void aCrmThatFailsLeavesTheOldGeneration();
    void badWordsAreRefused_data();
    void badWordsAreRefused();
};

void TestMirrorFailures::aWrongPasswordIsNamed()
{
    MirrorWorld world;
    const PostgresReader reader(world.server);
    reader.run(u"CREATE ROLE guarded LOGIN PASSWORD 'Wahrheit-17'; GRANT CREATE ON SCHEMA public TO guarded"_s);
    const QStringList command{u"mirror"_s, u"crm"_s, u"--to"_s, world.server.address(u"guarded"_s)};
    world.workspace.setVariable(u"HOME"_s, world.workspace.folder());
    world.workspace.setVariable(u"PGPASSWORD"_s, u"Irrtum-17"_s);
    const Ran wrong = world.workspace.run(command);
    QCOMPARE(wrong.exitCode, 3);
    QVERIFY2(wrong.error().contains("refuses the password of guarded"_L1), qPrintable(wrong.error()));
    world.workspace.setVariable(u"PGPASSWORD"_s, u"Wahrheit-17"_s);
    QCOMPARE(world.workspace.run(command).exitCode, 0);
}

void TestMirrorFailures::aPasswordIsNeverShown()
{
    const MirrorWorld world;
    const PostgresReader reader(world.server);
    reader.run(u"CREATE ROLE guarded LOGIN PASSWORD 'Wahrheit-17'; GRANT CREATE ON SCHEMA public TO guarded"_s);
    const QString right = world.server.address(u"guarded:Wahrheit-17"_s);
    const QString wrong = world.server.address(u"guarded:Wahrheit-18"_s);
    for (const QString &address : {right, wrong, QString(wrong + u"&connect_timeout=x"_s)}) {
        const Ran ran = world.workspace.run({u"mirror"_s, u"crm"_s, u"--to"_s, address});
        QCOMPARE(ran.exitCode == 0, address == right);
        QVERIFY2(!ran.output.contains("Wahrheit") && !ran.errors.contains("Wahrheit"_L1), qPrintable(ran.errors));
    }
    QVERIFY(!world.workspace.text({u"log"_s}).contains("Wahrheit"_L1));
}

void TestMirrorFailures::aTableThatIsNotOursIsLeftAlone()
{
    const MirrorWorld world;
    const PostgresReader reader(world.server);
    reader.run(u"CREATE TABLE ac_contacts (mine text); INSERT INTO ac_contacts VALUES ('precious')"_s);
    const Ran ran = world.mirror();
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.error().contains("holds something named ac_contacts"_L1), qPrintable(ran.error()));
    QCOMPARE(reader.column(u"SELECT mine FROM ac_contacts"_s), QStringList{u"precious"_s});
    QCOMPARE(reader.value(u"SELECT count(*) FROM pg_class WHERE relname LIKE 'ac\\_%'"_s), u"1"_s); // and nothing else
    QCOMPARE(world.mirror({u"--prefix"_s, u"crm"_s}).exitCode, 0);
    QCOMPARE(reader.value(u"SELECT count(*) FROM crm_contacts"_s), u"0"_s);
}

void TestMirrorFailures::aMirrorOfAnotherAccountIsLeftAlone()
{
    const Mirrored world;
    const auto before = world.published();
    const SandboxProgram other({u"activecampaign"_s});
    world.workspace.connect(u"other"_s, other.standIns().first());
    const Ran ran = world.workspace.run({u"mirror"_s, u"other"_s, u"--to"_s, world.server.address()});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.error().contains("are the mirror of"_L1), qPrintable(ran.error()));
    QCOMPARE(world.published(), before);
}

void TestMirrorFailures::aReadOnlyDatabaseIsNamed()
{
    const Mirrored world;
    const auto before = world.published();
    world.reader.run(u"ALTER ROLE postgres SET default_transaction_read_only = on"_s);
    const Ran ran = world.mirror({u"--full"_s});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.error().contains("is read-only"_L1), qPrintable(ran.error()));
    QCOMPARE(world.published(), before);
}

void TestMirrorFailures::midwayTheOldGenerationStays_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("message");
    QTest::newRow("full") << u"53100"_s << u"The disk of"_s;
    QTest::newRow("read-only") << u"25006"_s << u"is read-only"_s;
    QTest::newRow("shut down") << u"57P01"_s << u"is gone"_s;
}

void TestMirrorFailures::midwayTheOldGenerationStays()
{
    QFETCH(QString, state);
    QFETCH(QString, message);
    const Mirrored world;
    const auto before = world.published();
    world.failFrom(3, state, u"as planned"_s);
    const Ran ran = world.mirror({u"--full"_s});
    QVERIFY(ran.exitCode != 0);
    QVERIFY2(ran.error().contains(message), qPrintable(ran.error()));
    QVERIFY(!ran.object()["error"_L1]["remedy"_L1].toString().isEmpty());
    QCOMPARE(world.published(), before);
    QCOMPARE(world.reader.value(u"SELECT overall_success FROM ac_latest_sync"_s), u"f"_s);
    world.mend();
    QCOMPARE(world.mirrored()["resumed"_L1].toBool(), true);
    QCOMPARE(world.reader.value(u"SELECT count(*) FROM ac_contacts"_s),
             QString::number(world.crm.records(u"contacts"_s).size()));
}

void TestMirrorFailures::theServerGoesAwayMidway()
{
    MirrorWorld world(u"activecampaign"_s, {u"--records"_s, u"450"_s});
    world.mirrored();
    world.crm.configure({{u"latency"_s, 100}});
    world.crm.forgetRequests();
    const auto process = world.workspace.start(world.command({u"--full"_s}));
    QVERIFY(process->waitForStarted());
    const auto isUnderWay = [&] { // the second page of contacts is asked for
        int pages = 0;
        for (const QJsonValue &request : world.crm.requests())
            pages += request["path"_L1].toString().endsWith("/contacts"_L1) ? 1 : 0;
        return pages >= 2;
    };
    while (process->state() != QProcess::NotRunning && !isUnderWay())
        process->waitForFinished(1);
    world.server.stop();
    QVERIFY(process->waitForFinished(60'000));
    const QJsonObject error = QJsonDocument::fromJson(process->readAllStandardOutput()).object()["error"_L1].toObject();
    QVERIFY2(error["message"_L1].toString().contains("is gone"_L1), qPrintable(shown(error)));
    world.server.start();
    const PostgresReader reader(world.server);
    const QString all = QString::number(world.crm.records(u"contacts"_s).size());
    QCOMPARE(reader.value(u"SELECT count(*) FROM ac_contacts"_s), all);
    QCOMPARE(world.mirrored()["resumed"_L1].toBool(), true);
    QCOMPARE(reader.value(u"SELECT count(*) FROM ac_contacts"_s), all);
}

void TestMirrorFailures::aCrmThatFailsLeavesTheOldGeneration()
{
    const Mirrored world;
    const auto before = world.published();
    world.crm.configure({{u"revoke_key"_s, true}});
    const Ran ran = world.mirror({u"--full"_s});
    QCOMPARE(ran.exitCode, 3);
    QCOMPARE(world.published(), before);
}

void TestMirrorFailures::badWordsAreRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    const QString to = u"--to"_s, nowhere = u"postgresql://nobody@127.0.0.1:9/none"_s;
    QTest::newRow("nowhere") << QStringList{u"crm"_s} << u"--to is missing"_s;
    QTest::newRow("no database") << QStringList{u"crm"_s, to, u"mysql://x"_s} << u"no place for a mirror"_s;
    QTest::newRow("unknown integration") << QStringList{u"who"_s, to, nowhere} << u"no integration named who"_s;
    QTest::newRow("nobody there") << QStringList{u"crm"_s, to, nowhere} << u"cannot be reached"_s;
    QTest::newRow("prefix") << QStringList{u"crm"_s, to, nowhere, u"--prefix"_s, u"A b"_s} << u"cannot begin"_s;
    QTest::newRow("keep") << QStringList{u"crm"_s, to, nowhere, u"--keep"_s, u"0"_s} << u"--keep takes"_s;
}

void TestMirrorFailures::badWordsAreRefused()
{
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    const SandboxProgram program({u"activecampaign"_s});
    const Workspace workspace;
    workspace.connect(u"crm"_s, program.standIns().first());
    const Ran ran = workspace.run(QStringList{u"mirror"_s} + words);
    QVERIFY(ran.exitCode == 2 || ran.exitCode == 4);
    QVERIFY2(ran.error().contains(message), qPrintable(ran.error()));
}

QTEST_GUILESS_MAIN(TestMirrorFailures)
#include "tst_mirrorfailures.moc"
