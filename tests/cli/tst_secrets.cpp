#include "support/program.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

const QByteArray mark = "Tr3asure-Island";

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Looks for the mark in everything that a run leaves or says.
class Search
{
public:
    explicit Search(const Workspace &workspace) : m_workspace(workspace) {}

    int run(const QStringList &words, const QByteArray &input = {})
    {
        const Ran ran = m_workspace.run(words, input);
        look(ran.output, u"output of "_s + words.join(u' '));
        look(ran.errors.toUtf8(), u"messages of "_s + words.join(u' '));
        return ran.exitCode;
    }
    void lookAtCommandLine(const QStringList &words)
    {
        const auto process = m_workspace.start(words);
        process->closeWriteChannel();
        if (!process->waitForStarted())
            m_found << u"(not started)"_s;
        const QString folder = u"/proc/%1/"_s.arg(process->processId());
        const QByteArray line = bytesOf(folder + u"cmdline"_s);
        look(line, u"command line"_s);
        if (!bytesOf(folder + u"limits"_s).contains("Max core file size        0 "))
            m_found << u"(may leave a core file)"_s;
        process->waitForFinished(60'000);
        look(process->readAllStandardOutput() + process->readAllStandardError(), u"output"_s);
    }
    void lookAtFiles(const QString &folder)
    {
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            ++m_files;
            look(bytesOf(files.next()), files.filePath());
        }
    }
    int files() const { return m_files; }
    QString found() const { return m_found.join(u'\n'); }

private:
    void look(const QByteArray &bytes, const QString &where)
    {
        const QByteArray pair = "demo:" + mark;
        for (const QByteArray &form : {mark, mark.toBase64(), mark.toHex(), pair.toBase64()}) {
            if (bytes.contains(form))
                m_found << where;
        }
    }

    const Workspace &m_workspace;
    int m_files = 0;
    QStringList m_found;
};

} // namespace

/// Whatever happens, a secret stands in no file, no log, no output and on no command line.
class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecretStandsNowhere_data();
    void aSecretStandsNowhere();
};

void TestSecrets::aSecretStandsNowhere_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("keys"); // whose value is the mark
    const auto row = [](const QString &provider, const QString &kind, const QStringList &keys) {
        QTest::addRow("%s, %s", qPrintable(provider), qPrintable(kind)) << provider << kind << keys;
    };
    row(u"mautic"_s, u"oauth2_client_credentials"_s, {u"client_secret"_s});
    row(u"mautic"_s, u"basic"_s, {u"password"_s});
    row(u"suitecrm"_s, u"oauth2_client_credentials"_s, {u"client_secret"_s});
    row(u"suitecrm"_s, u"oauth2_password"_s, {u"client_secret"_s, u"password"_s});
}

void TestSecrets::aSecretStandsNowhere()
{
    QFETCH(QString, provider);
    QFETCH(QString, kind);
    QFETCH(QStringList, keys);
    const SandboxProgram program({provider}, {u"--records"_s, u"5"_s});
    const StandIn &crm = program.standIns().first();
    crm.configure({{u"secret"_s, QString::fromUtf8(mark)}});
    QJsonObject secrets{{u"client_id"_s, u"demo"_s}, {u"username"_s, u"demo"_s}};
    for (const QString &key : keys)
        secrets.insert(key, QString::fromUtf8(mark));
    Workspace workspace;
    const QTemporaryDir home;
    for (const QString &variable :
         {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"TMPDIR"_s})
        workspace.setVariable(variable, home.path());
    const QByteArray document = QJsonDocument(secrets).toJson(QJsonDocument::Compact);
    Search search(workspace);
    const QStringList add{u"integration"_s, u"add"_s,      provider,    u"--name"_s, u"office"_s,
                          u"--url"_s,       crm.address(), u"--auth"_s, kind};
    QVERIFY(search.run(add, document) != 0); // no keychain here
    workspace.setVariable(u"SYNCLINE_SECRET_OFFICE"_s, QString::fromUtf8(document));
    QCOMPARE(search.run(add), 0);
    QCOMPARE(search.run({u"integration"_s, u"test"_s, u"office"_s}), 0);
    QCOMPARE(search.run({u"map"_s, u"suggest"_s, u"office"_s, u"--apply"_s}), 0);
    search.lookAtCommandLine({u"sync"_s});
    for (const QString &fault : {u"500"_s, u"cut"_s, u"drop"_s}) { // what an answer to a sign-in says in distress
        crm.configure({{u"revoke_tokens"_s, true}});
        crm.fault({{u"kind"_s, fault}, {u"next"_s, 1}, {u"count"_s, 9}, {u"path_contains"_s, u"token"_s}});
        search.run({u"sync"_s, u"--full"_s});
        crm.fault({{u"clear"_s, true}});
    }
    crm.configure({{u"secret"_s, u"changed"_s}, {u"revoke_tokens"_s, true}});
    QCOMPARE(search.run({u"sync"_s}), 3);
    QCOMPARE(search.run({u"integration"_s, u"test"_s, u"office"_s}), 3);
    search.run({u"status"_s});
    search.run({u"log"_s});
    search.run({u"integration"_s, u"list"_s});
    search.run({u"map"_s, u"export"_s, u"office"_s});
    search.lookAtFiles(workspace.folder());
    QVERIFY(search.files() > 0);
    search.lookAtFiles(home.path());
    QCOMPARE(search.found(), QString());
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
