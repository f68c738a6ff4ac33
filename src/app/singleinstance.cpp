#include "app/singleinstance.h"

#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

namespace syncline::app {

namespace {

constexpr int patience = 2000; // ms

QString folder()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? QDir::tempPath() : runtime;
}

} // namespace

SingleInstance::SingleInstance(const QString &name)
    : m_name(QDir(folder()).filePath(name))
    , m_lock(QString(m_name + QStringLiteral(".lock")))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::claim(const QString &message)
{
    m_lock.setStaleLockTime(0);
    if (m_lock.tryLock(0)) {
        QLocalServer::removeServer(m_name); // of one that crashed
        m_server.listen(m_name);
        return true;
    }
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patience))
        return true; // it hangs: better a second window than none
    socket.write(message.toUtf8() + '\n');
    socket.waitForBytesWritten(patience);
    socket.disconnectFromServer();
    return false;
}

void SingleInstance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->canReadLine())
                Q_EMIT called(QString::fromUtf8(socket->readLine()).trimmed());
        });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    }
}

} // namespace syncline::app
