#include "app/demo.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::app", text);
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

bool answers(quint16 port)
{
    QElapsedTimer timer;
    timer.start();
    constexpr int patience = 15'000;
    while (timer.elapsed() < patience) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        if (socket.waitForConnected(200))
            return true;
    }
    return false;
}

} // namespace

Result<QMap<QString, QString>> startDemo()
{
    const QString program = QDir(QCoreApplication::applicationDirPath()).filePath(u"syncline-sandbox"_s);
    if (!QFileInfo(program).isExecutable())
        return failure(ErrorKind::Usage, tr("The stand-in CRMs are missing: %1.").arg(program),
                       tr("Install syncline-sandbox beside syncline-cli."));
    const quint16 mautic = freePort(), suitecrm = freePort();
    const QStringList arguments{u"--provider"_s, u"mautic=%1"_s.arg(mautic), u"--provider"_s,
                                u"suitecrm=%1"_s.arg(suitecrm)};
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (!process.startDetached() || !answers(mautic) || !answers(suitecrm))
        return failure(ErrorKind::Network, tr("The stand-in CRMs did not start."),
                       tr("Run %1 by hand to see why.").arg(program));
    return QMap<QString, QString>{{u"mautic"_s, u"http://127.0.0.1:%1"_s.arg(mautic)},
                                  {u"suitecrm"_s, u"http://127.0.0.1:%1"_s.arg(suitecrm)}};
}

} // namespace syncline::app
