#include "support/program.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// A mail server that takes every message, or refuses the recipient.
class MailServer : public QObject
{
public:
    MailServer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            socket->write("220 here\r\n");
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    QString address() const { return u"smtp://127.0.0.1:%1"_s.arg(m_server.serverPort()); }
    QByteArrayList commands;
    QByteArray message;
    bool refuses = false;

private:
    void read(QTcpSocket *socket)
    {
        while (socket->canReadLine()) {
            const QByteArray line = socket->readLine();
            if (m_isData) {
                m_isData = line != ".\r\n";
                if (m_isData)
                    message += line;
                else
                    socket->write("250 taken\r\n");
                continue;
            }
            commands << line.trimmed();
            if (std::exchange(m_isSignIn, false))
                socket->write("235 welcome\r\n");
            else if (line.startsWith("EHLO"))
                socket->write("250-here\r\n250-AUTH PLAIN\r\n250 8BITMIME\r\n");
            else if (line.startsWith("AUTH")) {
                m_isSignIn = true;
                socket->write("334 \r\n");
            } else if (line.startsWith("RCPT") && refuses)
                socket->write("550 nobody of that name\r\n");
            else if (line.startsWith("DATA")) {
                m_isData = true;
                socket->write("354 go on\r\n");
            } else if (line.startsWith("QUIT")) {
                socket->write("221 bye\r\n");
                socket->disconnectFromHost();
            } else {
                socket->write("250 fine\r\n");
            }
        }
    }

    QTcpServer m_server;
    bool m_isData = false, m_isSignIn = false;
};

/// A web server that answers every request with one status.
class WebServer : public QObject
{
public:
    WebServer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    QString address() const { return u"http://127.0.0.1:%1/T0/secret"_s.arg(m_server.serverPort()); }
    QByteArrayList requests;
    int status = 200;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &got = m_got[socket];
        got += socket->readAll();
        const qsizetype head = got.indexOf("\r\n\r\n");
        const qsizetype length = got.toLower().indexOf("content-length: ");
        if (head < 0 || length < 0)
            return;
        const qsizetype size = got.mid(length + 16, got.indexOf('\r', length) - length - 16).toInt();
        if (got.size() < head + 4 + size)
            return;
        requests << got;
        m_got.remove(socket);
        socket->write("HTTP/1.1 " + QByteArray::number(status)
                      + " X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QMap<QTcpSocket *, QByteArray> m_got;
};

/// The servers above answer in this thread, so the program must not be waited for with it standing still.
Ran run(const Workspace &workspace, const QStringList &arguments)
{
    const auto process = workspace.start(arguments);
    process->closeWriteChannel();
    if (!QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, 60'000))
        QTest::qFail("The program did not end.", __FILE__, __LINE__);
    Ran ran;
    ran.exitCode = process->exitCode();
    ran.output = process->readAllStandardOutput();
    ran.document = QJsonDocument::fromJson(ran.output);
    ran.errors = QString::fromUtf8(process->readAllStandardError());
    return ran;
}

QByteArray bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

} // namespace

/// Messages that really leave the program.
class TestNotify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMailArrives();
    void aMailWithoutEncryptionGoesNoFartherThanThisComputer();
    void aRefusedRecipientIsNamed();
    void chatsAndProgramsGetAPost_data();
    void chatsAndProgramsGetAPost();
    void anAnswerThatIsNoSuccessIsTold_data();
    void anAnswerThatIsNoSuccessIsTold();
    void aSystemThatIsDownIsToldOnce();
};

void TestNotify::aMailArrives()
{
    MailServer server;
    Workspace workspace;
    workspace.setVariable(u"SYNCLINE_SECRET_NOTIFY_OPS"_s, uR"({"password": "pass word"})"_s);
    const Ran added = run(workspace,
                          {u"notify"_s, u"add"_s, u"email"_s, u"ops"_s, u"--server"_s, server.address(), u"--user"_s,
                           u"sync"_s, u"--from"_s, u"sync@example.org"_s, u"--to"_s, u"a@example.org"_s, u"--to"_s,
                           u"b@example.org"_s});
    QVERIFY2(added.exitCode == 0, qPrintable(added.errors));
    const Ran tested = run(workspace, {u"notify"_s, u"test"_s, u"ops"_s});
    QVERIFY2(tested.exitCode == 0, qPrintable(tested.errors));
    QVERIFY(server.commands.contains("MAIL FROM:<sync@example.org>"));
    QVERIFY(server.commands.contains("RCPT TO:<a@example.org>"));
    QVERIFY(server.commands.contains("RCPT TO:<b@example.org>"));
    const QByteArray signIn = "AUTH PLAIN " + QByteArray("\0sync\0pass word", 15).toBase64();
    QVERIFY2(server.commands.contains(signIn) || server.commands.contains(signIn.mid(11)),
             server.commands.join('\n').constData());
    QVERIFY(server.message.contains("Subject: Syncline: "));
    QVERIFY(!QByteArray::fromBase64(bodyOf(server.message)).isEmpty());
}

void TestNotify::aMailWithoutEncryptionGoesNoFartherThanThisComputer()
{
    Workspace workspace;
    QCOMPARE(run(workspace,
                 {u"notify"_s, u"add"_s, u"email"_s, u"ops"_s, u"--server"_s, u"http://mail.example"_s, u"--from"_s,
                  u"s@example.org"_s, u"--to"_s, u"a@example.org"_s})
                 .exitCode,
             2);
}

void TestNotify::aRefusedRecipientIsNamed()
{
    MailServer server;
    server.refuses = true;
    Workspace workspace;
    QCOMPARE(run(workspace,
                 {u"notify"_s, u"add"_s, u"email"_s, u"ops"_s, u"--server"_s, server.address(), u"--from"_s,
                  u"s@example.org"_s, u"--to"_s, u"a@example.org"_s})
                 .exitCode,
             0);
    const Ran tested = run(workspace, {u"notify"_s, u"test"_s, u"ops"_s});
    QCOMPARE(tested.exitCode, 2);
    QVERIFY2(tested.error().contains(u"127.0.0.1"_s), qPrintable(tested.error()));
}

void TestNotify::chatsAndProgramsGetAPost_data()
{
    QTest::addColumn<QString>("key");
    for (const char *kind : {"slack", "discord", "webhook"})
        QTest::newRow(kind) << (qstrcmp(kind, "slack") == 0         ? u"text"_s
                                    : qstrcmp(kind, "discord") == 0 ? u"content"_s
                                                                    : u"data"_s);
}

void TestNotify::chatsAndProgramsGetAPost()
{
    QFETCH(QString, key);
    WebServer server;
    Workspace workspace;
    workspace.setVariable(u"SYNCLINE_SECRET_NOTIFY_TEAM"_s,
                          uR"({"url": "%1", "signing_key": "whsec_MDEyMzQ1Njc4OWFiY2RlZg=="})"_s.arg(server.address()));
    const QString kind = QString::fromLatin1(QTest::currentDataTag());
    const Ran added = run(workspace, {u"notify"_s, u"add"_s, kind, u"team"_s});
    QVERIFY2(added.exitCode == 0, qPrintable(added.errors));
    const Ran tested = run(workspace, {u"notify"_s, u"test"_s, u"team"_s});
    QVERIFY2(tested.exitCode == 0, qPrintable(tested.errors));
    QCOMPARE(server.requests.size(), 1);
    QVERIFY(server.requests[0].startsWith("POST /T0/secret HTTP/1.1\r\n"));
    QVERIFY(QJsonDocument::fromJson(bodyOf(server.requests[0])).object().contains(key));
    QCOMPARE(server.requests[0].contains("webhook-signature: v1,"), kind == "webhook"_L1);
    const QByteArray listed = run(workspace, {u"notify"_s, u"list"_s}).output;
    QVERIFY(listed.contains("127.0.0.1") && !listed.contains("secret"));
}

void TestNotify::anAnswerThatIsNoSuccessIsTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("gone") << 404 << 1;
    QTest::newRow("forbidden") << 403 << 3;
    QTest::newRow("broken") << 500 << 4;
    QTest::newRow("too many") << 429 << 4;
    QTest::newRow("elsewhere") << 302 << 2; // it is not followed: the message would go to others
}

void TestNotify::anAnswerThatIsNoSuccessIsTold()
{
    QFETCH(int, status);
    QFETCH(int, exitCode);
    WebServer server;
    server.status = status;
    Workspace workspace;
    workspace.setVariable(u"SYNCLINE_SECRET_NOTIFY_TEAM"_s, uR"({"url": "%1"})"_s.arg(server.address()));
    QCOMPARE(run(workspace, {u"notify"_s, u"add"_s, u"slack"_s, u"team"_s}).exitCode, 0);
    const Ran tested = run(workspace, {u"notify"_s, u"test"_s, u"team"_s});
    QCOMPARE(tested.exitCode, exitCode);
    QVERIFY2(tested.error().contains(QString::number(status)), qPrintable(tested.error()));
    QVERIFY(!tested.errors.contains(u"T0/secret"_s));
    QCOMPARE(server.requests.size(), 1);
}

/// A CRM that does not answer, looked at again and again by the background program.
void TestNotify::aSystemThatIsDownIsToldOnce()
{
    WebServer server;
    SandboxProgram program({u"mautic"_s, u"suitecrm"_s}, {u"--records"_s, u"5"_s});
    Workspace workspace;
    workspace.setVariable(u"SYNCLINE_SECRET_NOTIFY_TEAM"_s, uR"({"url": "%1"})"_s.arg(server.address()));
    workspace.setVariable(u"SYNCLINE_SERVE_TOKEN"_s, u"a-token-that-nobody-guesses"_s);
    workspace.connect(u"marketing"_s, program.standIns().value(0));
    workspace.connect(u"crm"_s, program.standIns().value(1));
    QCOMPARE(run(workspace, {u"notify"_s, u"add"_s, u"slack"_s, u"team"_s}).exitCode, 0);
    program.standIns().value(1).fault({{u"kind"_s, u"503"_s}, {u"rate"_s, 1}});
    for (int i = 0; i < 2; ++i)
        QVERIFY(run(workspace, {u"sync"_s, u"--integration"_s, u"crm"_s}).exitCode != 0);
    const Ran history = run(workspace, {u"notify"_s, u"history"_s});
    QCOMPARE(history.array().size(), 1);
    QCOMPARE(history.array().at(0)["event"_L1].toString(), u"integration_down"_s);
    const auto serving = workspace.start({u"serve"_s, u"--port"_s, u"0"_s});
    QVERIFY(QTest::qWaitFor([&] { return !server.requests.isEmpty(); }, 60'000));
    QVERIFY(bodyOf(server.requests[0]).contains("crm"));
    serving->terminate();
    QVERIFY(QTest::qWaitFor([&] { return serving->state() == QProcess::NotRunning; }, 60'000));
    QCOMPARE(server.requests.size(), 1);
}

QTEST_GUILESS_MAIN(TestNotify)
#include "tst_notify.moc"
