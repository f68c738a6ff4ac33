#include "support/serving.h"

#include <QTcpSocket>
#include <QTest>

namespace syncline::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

} // namespace

Serving::Serving(const Workspace &workspace)
    : m_process(workspace.start({u"serve"_s, u"--port"_s, u"0"_s}))
    , m_port(quint16(next(u"started"_s).value("port"_L1).toInt()))
{
}

QJsonObject Serving::next(const QString &name)
{
    for (;;) {
        for (qsizetype end = m_output.indexOf('\n'); end >= 0; end = m_output.indexOf('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(m_output.left(end)).object();
            m_output.remove(0, end + 1);
            if (event.isEmpty())
                QTest::qFail("A line that is no document.", __FILE__, __LINE__);
            if (event.value("event"_L1).toString() == name)
                return event;
        }
        if (!m_process->waitForReadyRead(patience)) {
            QTest::qFail(
                qPrintable(u"No event %1: %2"_s.arg(name, QString::fromUtf8(m_process->readAllStandardError()))),
                __FILE__, __LINE__);
            return {};
        }
        m_output += m_process->readAllStandardOutput();
    }
}

Serving::Headers Serving::bearer(const QString &token, const QByteArray &idempotencyKey)
{
    Headers headers{{"Authorization", "Bearer " + token.toLatin1()}};
    if (!idempotencyKey.isEmpty())
        headers.append(qMakePair(QByteArray("Idempotency-Key"), idempotencyKey));
    return headers;
}

Serving::Answer Serving::ask(const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    return ask(method, path, body, bearer(serveToken));
}

Serving::Answer Serving::ask(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                             const Headers &headers) const
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    if (!socket.waitForConnected(patience))
        return {};
    QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    socket.write(head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.waitForReadyRead(patience))
        answer += socket.readAll();
    return {answer.mid(9, 3).toInt(), answer.mid(answer.indexOf("\r\n\r\n") + 4)};
}

int Serving::end(int signal)
{
    ::kill(pid_t(m_process->processId()), signal);
    m_process->waitForFinished(patience);
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

} // namespace syncline::test
