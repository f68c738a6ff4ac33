#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000;

struct Ended
{
    int exitCode = -1;
    QString output, errors;
};

Ended run(const QStringList &arguments)
{
    QProcess program;
    program.start(QStringLiteral(SANDBOX_PROGRAM), arguments);
    program.waitForFinished(patience);
    return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
            QString::fromUtf8(program.readAllStandardError())};
}

} // namespace

/// The program as a person or a test starts it.
class TestSandboxProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void printsOneAddressPerProviderAndStopsOnRequest();
    void wrongArgumentIsExplained_data();
    void wrongArgumentIsExplained();
};

void TestSandboxProgram::printsOneAddressPerProviderAndStopsOnRequest()
{
    QProcess program;
    program.start(QStringLiteral(SANDBOX_PROGRAM),
                  {u"--provider"_s, u"mautic"_s, u"--provider"_s, u"mautic=0"_s, u"--records"_s, u"3"_s});
    QByteArray output;
    while (output.count('\n') < 2 && program.waitForReadyRead(patience))
        output += program.readAllStandardOutput();
    static const QRegularExpression lines(u"^(mautic http://127\\.0\\.0\\.1:(\\d+)\n){2}$"_s);
    const QRegularExpressionMatch match = lines.match(QString::fromUtf8(output));
    QVERIFY2(match.hasMatch(), output.constData());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(match.captured(2).toInt()));
    QVERIFY(socket.waitForConnected(patience));
    program.terminate();
    QVERIFY(program.waitForFinished(patience));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
}

void TestSandboxProgram::wrongArgumentIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentioned");
    QTest::newRow("fault") << QStringList{u"--fault"_s, u"fire:0.5"_s} << u"fire:0.5"_s;
    QTest::newRow("rate of a fault") << QStringList{u"--fault"_s, u"503:7"_s} << u"503:7"_s;
    QTest::newRow("records") << QStringList{u"--records"_s, u"many"_s} << u"--records"_s;
    QTest::newRow("port") << QStringList{u"--provider"_s, u"mautic=http"_s} << u"mautic=http"_s;
    QTest::newRow("provider") << QStringList{u"--provider"_s, u"notes"_s} << u"notes"_s;
    QTest::newRow("rate limit") << QStringList{u"--rate-limit"_s, u"often"_s} << u"often"_s;
}

void TestSandboxProgram::wrongArgumentIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, mentioned);
    const Ended ended = run(arguments);
    QCOMPARE(ended.exitCode, 2);
    QVERIFY(ended.output.isEmpty());
    QVERIFY2(ended.errors.contains(mentioned), qPrintable(ended.errors));
}

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandboxprogram.moc"
