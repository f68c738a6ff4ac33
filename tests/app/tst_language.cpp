#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What a program printed, line by line, without Qt's note that the computer lacks a locale's own files.
struct Said
{
    int exitCode = -1;
    QStringList output;
    QStringList errors;
};

QStringList linesOf(const QByteArray &bytes)
{
    QStringList lines;
    bool isNote = false;
    for (const QString &line : QString::fromUtf8(bytes).split(u'\n')) {
        isNote = line.startsWith("Detected locale"_L1)
            || (isNote && (line.startsWith("Qt depends"_L1) || line.startsWith("If this causes"_L1)));
        if (!isNote && !line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines;
}

/// A user's choice of language: LANG, LANGUAGE and LC_ALL.
struct Choice
{
    QString lang, language, all;
};

const QString cli = QStringLiteral(SYNCLINE_CLI);
const QString sandbox = QStringLiteral(SYNCLINE_SANDBOX);
const Choice german{u"de_DE.UTF-8"_s, u"de"_s, {}};
const Choice english{u"en_US.UTF-8"_s, u"en"_s, {}};

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void helpIsGerman_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("syncline-cli") << cli << u"Hält Kontakte und Firmen in mehreren CRMs gleich."_s;
        QTest::newRow("syncline-sandbox") << sandbox << u"Optionen:"_s; // one of Qt's own texts
    }
    void helpIsGerman()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, sentence);
        const Said here = say(program, {u"--help"_s}, german);
        QCOMPARE(here.exitCode, 0);
        QVERIFY2(here.output.contains(sentence), qPrintable(here.output.join(u'\n')));
        compareWithEnglish(here.output, say(program, {u"--help"_s}, english).output);
    }

    void errorsAreGerman_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("command") << QStringList{u"nonsense"_s};
        QTest::newRow("option") << QStringList{u"status"_s, u"--nonsense"_s};
        QTest::newRow("missing word") << QStringList{u"runs"_s, u"show"_s};
        QTest::newRow("no workspace") << QStringList{u"status"_s};
        QTest::newRow("no integration") << QStringList{u"sync"_s};
        QTest::newRow("field") << QStringList{u"records"_s, u"create"_s, u"contact"_s, u"nonsense=1"_s};
        QTest::newRow("address") << QStringList{u"integration"_s, u"add"_s,    u"mautic"_s, u"--url"_s,
                                                u"nonsense"_s,    u"--auth"_s, u"basic"_s};
    }
    void errorsAreGerman()
    {
        QFETCH(const QStringList, arguments);
        QStringList all{u"--workspace"_s, m_folder.filePath(u"a.syncline"_s)};
        if (arguments != QStringList{u"status"_s})
            QCOMPARE(say(cli, all + QStringList{u"init"_s}, german).exitCode, 0);
        else
            all[1] = m_folder.filePath(u"missing.syncline"_s);
        const Said here = say(cli, all + arguments, german);
        QVERIFY(here.exitCode != 0);
        QVERIFY2(!here.errors.isEmpty() && here.errors.first().startsWith(u"Fehler: "_s),
                 qPrintable(here.errors.join(u'\n')));
        const Said there = say(cli, all + arguments, english);
        QCOMPARE(here.exitCode, there.exitCode);
        compareWithEnglish(here.errors, there.errors);
    }

    void jsonKeepsItsWords()
    {
        const QStringList arguments{u"--json"_s, u"nonsense"_s};
        const auto error = [&](const Choice &choice) {
            const QString text = say(cli, arguments, choice).output.join(u'\n');
            return QJsonDocument::fromJson(text.toUtf8())["error"_L1].toObject();
        };
        const QJsonObject here = error(german), there = error(english);
        QCOMPARE(here.keys(), there.keys());
        QCOMPARE(here["kind"_L1], there["kind"_L1]);
        QCOMPARE(there["message"_L1].toString(), u"There is no command \"nonsense\"."_s);
        QCOMPARE(here["message"_L1].toString(), u"Den Befehl „nonsense“ gibt es nicht."_s);
    }

    void choiceOfLanguage_data()
    {
        QTest::addColumn<QString>("lang");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("all");
        QTest::addColumn<bool>("isGerman");
        QTest::newRow("Austria") << u"de_AT.UTF-8"_s << QString() << QString() << true;
        QTest::newRow("French, then German") << u"fr_FR.UTF-8"_s << u"fr:de"_s << QString() << true;
        QTest::newRow("English, then German") << u"en_US.UTF-8"_s << u"en_US:en:de"_s << QString() << false;
        QTest::newRow("French") << u"fr_FR.UTF-8"_s << u"fr"_s << QString() << false;
        QTest::newRow("C locale of a script") << u"de_DE.UTF-8"_s << u"de"_s << u"C"_s << false;
    }
    void choiceOfLanguage()
    {
        QFETCH(const QString, lang);
        QFETCH(const QString, language);
        QFETCH(const QString, all);
        QFETCH(const bool, isGerman);
        const Said said = say(cli, {u"nonsense"_s}, {lang, language, all});
        QVERIFY2(said.errors.first().startsWith(isGerman ? u"Fehler: "_s : u"Error: "_s),
                 qPrintable(said.errors.join(u'\n')));
    }

private:
    static void compareWithEnglish(const QStringList &here, const QStringList &there)
    {
        QVERIFY(!there.isEmpty());
        for (const QString &line : there) {
            // A line without a sentence shows what to type, and that is the same everywhere.
            const bool isSentence = line.endsWith(u'.') || line.contains(": "_L1);
            QVERIFY2(!isSentence || !here.contains(line), qPrintable(line));
        }
    }

    static Said say(const QString &program, const QStringList &arguments, const Choice &choice)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto *name : {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(u"LANG"_s, choice.lang);
        if (!choice.language.isEmpty())
            environment.insert(u"LANGUAGE"_s, choice.language);
        if (!choice.all.isEmpty())
            environment.insert(u"LC_ALL"_s, choice.all);
        environment.insert(u"SYNCLINE_SECRET_MAUTIC"_s, u"{\"username\": \"a\", \"password\": \"b\"}"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitCode(), linesOf(process.readAllStandardOutput()), linesOf(process.readAllStandardError())};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
