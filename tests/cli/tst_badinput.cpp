#include "support/program.h"
#include "support/shape.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

const QJsonObject errorShape{
    {u"error"_s, QJsonObject{{u"kind"_s, u"word"_s}, {u"message"_s, u"word"_s}, {u"remedy"_s, u"word"_s}}}};

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), qPrintable(name));
}

/// Two CRMs that know one person, in step.
struct Connected
{
    SandboxProgram program;
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;

    explicit Connected(const QStringList &options = {}) : program({u"mautic"_s, u"suitecrm"_s}, options)
    {
        mautic.create(u"contacts"_s, {{u"email"_s, u"ada@example.org"_s}, {u"lastname"_s, u"Ada"_s}});
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
    }
    int writes() const { return int(mautic.writes().size() + suite.writes().size()); }
};

/// The exported mapping with one piece of its text replaced.
QString mappingWith(const Connected &crms, const QByteArray &from, const QByteArray &to)
{
    QByteArray text = crms.workspace.run({u"map"_s, u"export"_s, u"crm"_s}).output;
    const QString name = crms.workspace.folder() + u"/changed.json"_s;
    write(name, text.replace(from, to));
    return name;
}

/// A file system of its own, so small that a sync does not fit; {} where this user may not mount one.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder) : m_folder(folder.toLocal8Bit())
    {
        m_isMounted = mount("tmpfs", m_folder.constData(), "tmpfs", 0, "size=1500k,mode=0700") == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            umount2(m_folder.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    bool isMounted() const { return m_isMounted; }

private:
    QByteArray m_folder;
    bool m_isMounted = false;
};

/// Takes all the space that is left but for some bytes.
void fill(const QString &name, qint64 spare)
{
    QFile filler(name);
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray block(4096, 'x');
    while (filler.write(block) == block.size()) {}
    QVERIFY(filler.resize(filler.size() - spare));
}

QString contentOf(const Workspace &workspace)
{
    return shown(workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array())
        + shown(workspace.must({u"integration"_s, u"list"_s}).array());
}

} // namespace

/// What is wrong is told in one message that names it and its remedy, with the exit code of docs/cli.md, and nothing
/// has changed.
class TestBadInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_crms = std::make_unique<Connected>(); }
    void aWrongWordIsToldAndChangesNothing_data();
    void aWrongWordIsToldAndChangesNothing();
    void aWrongMappingFileIsToldAndChangesNothing_data();
    void aWrongMappingFileIsToldAndChangesNothing();
    void aWorkspaceThatCannotBeUsedIsLeftAlone_data();
    void aWorkspaceThatCannotBeUsedIsLeftAlone();
    void aCrmThatCannotBeUsedIsToldByItsKind_data();
    void aCrmThatCannotBeUsedIsToldByItsKind();
    void aReadOnlyWorkspaceIsTold_data();
    void aReadOnlyWorkspaceIsTold();
    void aFullDiskIsToldAndTheNextRunGoesOn();
    void aFileThatMayNotGrowIsTold();
    void aSecondRunIsRefusedWhileTheFirstGoesOn();

private:
    std::unique_ptr<Connected> m_crms;
};

void TestBadInput::aWrongWordIsToldAndChangesNothing_data()
{
    QTest::addColumn<QString>("named"); // what the message names
    const auto row = [](const char *command, const char *named) { QTest::newRow(command) << QString::fromUtf8(named); };
    row("nosuch", "nosuch");
    row("integration nosuch", "integration nosuch");
    row("sync --nosuch", "--nosuch");
    row("sync nosuch", "nosuch");
    row("sync --plan", "--plan");
    row("sync --plan nosuch", "nosuch");
    row("sync --integration nosuch", "nosuch");
    row("sync --entity invoice", "invoice");
    row("records set nosuch", "records set");
    row("records set nosuch job_title", "job_title");
    row("records set nosuch job_title=Chief", "nosuch");
    row("records show nosuch", "nosuch");
    row("records delete nosuch", "nosuch");
    row("records sync nosuch", "nosuch");
    row("records list nosuch", "nosuch");
    row("records create nosuch email=a@example.org", "nosuch");
    row("records create contact nosuch=1", "nosuch");
    row("records create contact email=nonsense", "nonsense");
    row("records create contact birth_date=31.12.1980", "31.12.1980");
    row("records create company annual_revenue=much", "much");
    row("records export contact /nosuch/file.csv", "/nosuch/file.csv");
    row("why contact nosuch email", "nosuch");
    row("runs show nosuch", "nosuch");
    row("runs undo nosuch", "nosuch");
    row("conflicts show nosuch", "nosuch");
    row("conflicts resolve nosuch", "how");
    row("conflicts resolve nosuch --take crm", "nosuch");
    row("conflicts resolve nosuch --take crm --keep-apart", "once");
    row("deletes release nosuch", "nosuch");
    row("deletes keep nosuch", "nosuch");
    row("duplicates link nosuch nosuch", "nosuch");
    row("duplicates apart nosuch", "nosuch");
    row("held retry nosuch", "nosuch");
    row("map export nosuch", "nosuch");
    row("map import /nosuch.json", "/nosuch.json");
    row("integration test nosuch", "nosuch");
    row("integration describe nosuch", "nosuch");
    row("integration remove nosuch", "nosuch");
    row("integration pause nosuch", "nosuch");
    row("integration set crm nosuch=1", "nosuch");
    row("integration set crm rate_per_second=inf", "rate_per_second");
    row("integration set crm rate_per_second=-1", "rate_per_second");
    row("integration set crm share=100", "share");
    row("integration set crm page_size=1.5", "page_size");
    row("integration set crm may_write=perhaps", "may_write");
    row("integration set crm phone_region=Germany", "phone_region");
    row("integration set crm primary=nosuch", "nosuch");
    row("integration add nosuch --name n --url https://crm.example.com --auth basic", "nosuch");
    row("integration add suitecrm --name n --url https://crm.example.com --auth nosuch", "nosuch");
    row("integration add suitecrm --name n --url nosuch --auth basic --set demo=true", "nosuch");
    row("integration add suitecrm --name n --url http://crm.example.com --auth basic --set demo=true",
        "http://crm.example.com");
    row("integration add suitecrm --name crm --url https://crm.example.com --auth basic --set demo=true", "crm");
    row("integration add suitecrm --name hub --url https://crm.example.com --auth basic --set demo=true", "hub");
    row("integration add suitecrm --name n --auth basic", "--url");
    row("integration add suitecrm --name n --url https://crm.example.com --auth basic", "secrets");
    row("policy set nosuch conflict=manual", "nosuch");
    row("policy set contact.nosuch conflict=manual", "nosuch");
    row("policy set contact conflict=nosuch", "nosuch");
    row("policy set contact deletes=nosuch", "nosuch");
    row("policy set contact nosuch=1", "nosuch");
    row("policy set contact.email deletes=ask", "deletes");
    row("policy set contact guard_count=many", "guard_count");
}

void TestBadInput::aWrongWordIsToldAndChangesNothing()
{
    QFETCH(QString, named);
    const QByteArray before = bytesOf(m_crms->workspace.file());
    m_crms->suite.forgetRequests();
    const Ran ran = m_crms->workspace.run(QString::fromUtf8(QTest::currentDataTag()).split(u' '));
    QCOMPARE(ran.exitCode, 2);
    QCOMPARE(shapeProblem(errorShape, ran.object()), QString());
    QVERIFY2(ran.error().contains(named), qPrintable(ran.error()));
    QVERIFY2(ran.errors.contains(ran.error()), qPrintable(ran.errors));
    QVERIFY(bytesOf(m_crms->workspace.file()) == before);
    QCOMPARE(m_crms->suite.requests().size(), 0);
}

void TestBadInput::aWrongMappingFileIsToldAndChangesNothing_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("named");
    const auto row = [](const char *name, const char *from, const char *to, const QStringList &named) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << named;
    };
    row("an unknown key", "\"filter\"", "\"fliter\"", {u"fliter"_s, u"entities[0]"_s});
    row("an unknown direction", "\"direction\": \"both\"", "\"direction\": \"sideways\"", {u"sideways"_s});
    row("an unknown field of the CRM", "\"email1\"", "\"email9\"", {u"email9"_s});
    row("an unknown field here", "\"first_name\"", "\"frist_name\"", {u"frist_name"_s});
    row("another integration", "\"integration\": \"crm\"", "\"integration\": \"nosuch\"", {u"nosuch"_s});
    row("a newer version", "\"syncline_mapping\": 1", "\"syncline_mapping\": 2", {u"2"_s});
    row("no JSON", "{", "[", {});
    row("another conflict policy than the workspace", "\"conflict\": \"manual\"", "\"conflict\": \"primary_wins\"",
        {u"primary_wins"_s, u"manual"_s});
}

void TestBadInput::aWrongMappingFileIsToldAndChangesNothing()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QStringList, named);
    const QByteArray exported = m_crms->workspace.run({u"map"_s, u"export"_s, u"crm"_s}).output;
    const QString file = mappingWith(*m_crms, from, to);
    const Ran ran = m_crms->workspace.run({u"map"_s, u"import"_s, file});
    QCOMPARE(ran.exitCode, 2);
    QCOMPARE(shapeProblem(errorShape, ran.object()), QString());
    for (const QString &word : named)
        QVERIFY2(ran.errors.contains(word), qPrintable(ran.errors));
    QCOMPARE(m_crms->workspace.run({u"map"_s, u"export"_s, u"crm"_s}).output, exported);
}

void TestBadInput::aWorkspaceThatCannotBeUsedIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    constexpr int versionAt = 60, versionSize = 4; // of SQLite's user_version
    const QByteArray good = bytesOf(m_crms->workspace.file());
    const auto versioned = [&](const QByteArray &version) {
        return QByteArray(good).replace(versionAt, versionSize, version);
    };
    QTest::newRow("made by a newer Syncline") << versioned(QByteArray("\0\0\0\x63", 4)) << u"newer"_s;
    QTest::newRow("another program's database") << versioned(QByteArray(4, '\0')) << u"not a Syncline workspace"_s;
    QTest::newRow("no database") << QByteArray("Dear diary,\n").repeated(100) << u"not a Syncline workspace"_s;
    QTest::newRow("nothing in it") << QByteArray() << u"not a Syncline workspace"_s;
    QTest::newRow("cut off") << good.left(good.size() / 2) << u"damaged"_s;
}

void TestBadInput::aWorkspaceThatCannotBeUsedIsLeftAlone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    Workspace workspace;
    workspace.useFile(workspace.folder() + u"/other"_s);
    write(workspace.file(), bytes);
    const Ran ran = workspace.run({u"status"_s});
    QVERIFY2(ran.exitCode == 2 || ran.exitCode == 1, qPrintable(ran.errors));
    QCOMPARE(shapeProblem(errorShape, ran.object()), QString());
    QVERIFY2(ran.error().contains(workspace.file()) && ran.error().contains(says), qPrintable(ran.errors));
    QVERIFY(bytesOf(workspace.file()) == bytes);
}

void TestBadInput::aCrmThatCannotBeUsedIsToldByItsKind_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<int>("exitCode");
    const QString good = uR"({"client_id": "demo", "client_secret": "demo"})"_s,
                  bad = uR"({"client_id": "demo", "client_secret": "guessed"})"_s;
    const QString mautic = m_crms->mautic.address(), suite = m_crms->suite.address();
    QTest::newRow("Mautic, wrong password") << u"mautic"_s << mautic << bad << 3;
    QTest::newRow("SuiteCRM, wrong password") << u"suitecrm"_s << suite << bad << 3;
    QTest::newRow("Mautic at a SuiteCRM") << u"mautic"_s << suite << good << 4;
    QTest::newRow("SuiteCRM at a Mautic") << u"suitecrm"_s << mautic << good << 4;
    QTest::newRow("Mautic, nobody there") << u"mautic"_s << u"http://127.0.0.1:9"_s << good << 4;
    QTest::newRow("SuiteCRM, nobody there") << u"suitecrm"_s << u"http://127.0.0.1:9"_s << good << 4;
    QTest::newRow("no such host") << u"suitecrm"_s << u"https://crm.invalid"_s << good << 4;
    QTest::newRow("no secret") << u"suitecrm"_s << suite << u"{}"_s << 3;
}

void TestBadInput::aCrmThatCannotBeUsedIsToldByItsKind()
{
    QFETCH(QString, provider);
    QFETCH(QString, address);
    QFETCH(QString, secret);
    QFETCH(int, exitCode);
    Workspace workspace;
    workspace.setVariable(u"SYNCLINE_SECRET_OFFICE"_s, secret);
    workspace.must({u"integration"_s, u"add"_s, provider, u"--name"_s, u"office"_s, u"--url"_s, address, u"--auth"_s,
                    u"oauth2_client_credentials"_s});
    const Ran test = workspace.run({u"integration"_s, u"test"_s, u"office"_s});
    QVERIFY2(test.exitCode == exitCode, test.output.constData());
    QVERIFY(!test.object().value("ok"_L1).toBool(true));
    const QJsonValue failed = test.object().value("steps"_L1).toArray().last();
    QVERIFY2(!failed["message"_L1].toString().isEmpty() && !failed["remedy"_L1].toString().isEmpty(),
             test.output.constData());
    for (const QStringList &command :
         {QStringList{u"integration"_s, u"describe"_s, u"office"_s}, {u"map"_s, u"suggest"_s, u"office"_s}}) {
        const Ran ran = workspace.run(command);
        QVERIFY2(ran.exitCode == exitCode, qPrintable(ran.errors));
        QCOMPARE(shapeProblem(errorShape, ran.object()), QString());
    }
}

void TestBadInput::aReadOnlyWorkspaceIsTold_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("sync") << QStringList{u"sync"_s};
    QTest::newRow("policy set") << QStringList{u"policy"_s, u"set"_s, u"contact"_s, u"deletes=ignore"_s};
    QTest::newRow("records create") << QStringList{u"records"_s, u"create"_s, u"contact"_s, u"email=new@example.org"_s};
}

void TestBadInput::aReadOnlyWorkspaceIsTold()
{
    QFETCH(QStringList, command);
    Connected crms;
    const QByteArray before = bytesOf(crms.workspace.file());
    QFile::setPermissions(crms.workspace.file(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    QFile::setPermissions(crms.workspace.folder(),
                          QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther
                              | QFile::ExeOther);
    crms.workspace.beforeStart([] { // rights say nothing to root
        constexpr uid_t nobody = 65534;
        if (geteuid() == 0 && setuid(nobody) != 0)
            _exit(99);
    });
    const Ran ran = crms.workspace.run(command);
    QFile::setPermissions(crms.workspace.folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(shapeProblem(errorShape, ran.object()), QString());
    QVERIFY2(ran.error().contains("read-only"_L1) && ran.error().contains(crms.workspace.file()),
             qPrintable(ran.errors));
    QVERIFY(bytesOf(crms.workspace.file()) == before);
}

void TestBadInput::aFullDiskIsToldAndTheNextRunGoesOn()
{
    Connected crms({u"--records"_s, u"300"_s});
    const QString folder = crms.workspace.folder() + u"/disk"_s;
    QVERIFY(QDir().mkpath(folder));
    const SmallDisk disk(folder);
    if (!disk.isMounted())
        QSKIP("Only root may mount a small disk.");
    QVERIFY(QFile::copy(crms.workspace.file(), folder + u"/workspace.syncline"_s));
    crms.workspace.useFile(folder + u"/workspace.syncline"_s);
    const QString before = contentOf(crms.workspace);
    fill(folder + u"/filler"_s, 200'000);
    const Ran full = crms.workspace.run({u"sync"_s});
    QCOMPARE(full.exitCode, 1);
    QCOMPARE(shapeProblem(errorShape, full.object()), QString());
    QVERIFY2(full.error().contains("disk is full"_L1), qPrintable(full.errors));
    QCOMPARE(crms.writes(), 0);
    QVERIFY(QFile::remove(folder + u"/filler"_s));
    QCOMPARE(contentOf(crms.workspace), before);
}

void TestBadInput::aFileThatMayNotGrowIsTold()
{
    Connected crms({u"--records"_s, u"300"_s});
    const QString before = contentOf(crms.workspace);
    crms.workspace.beforeStart([] {
        const rlimit limit{400'000, 400'000};
        setrlimit(RLIMIT_FSIZE, &limit);
    });
    const Ran limited = crms.workspace.run({u"sync"_s});
    QCOMPARE(limited.exitCode, 1);
    QCOMPARE(shapeProblem(errorShape, limited.object()), QString());
    QVERIFY2(limited.error().contains(crms.workspace.file()), qPrintable(limited.errors));
    QCOMPARE(crms.writes(), 0);
    crms.workspace.beforeStart({});
    QCOMPARE(contentOf(crms.workspace), before);
    crms.workspace.sync();
}

void TestBadInput::aSecondRunIsRefusedWhileTheFirstGoesOn()
{
    const Connected crms({u"--records"_s, u"20"_s, u"--latency"_s, u"300"_s});
    crms.suite.forgetRequests();
    const auto first = crms.workspace.start({u"sync"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!crms.suite.requests().isEmpty(), 60'000);
    const Ran second = crms.workspace.run({u"sync"_s});
    QCOMPARE(second.exitCode, 2);
    QCOMPARE(shapeProblem(errorShape, second.object()), QString());
    QVERIFY2(second.error().contains("Another run"_L1), qPrintable(second.errors));
    QVERIFY(first->waitForFinished(120'000));
    QCOMPARE(first->exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
