#include "ui/shell/workspaces.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

const QString recentKey = u"workspaces/recent"_s;
const QString seenKey = u"workspaces/failuresSeen"_s; ///< file -> time

} // namespace

QStringList recentWorkspaces()
{
    QStringList present;
    for (const QString &file : QSettings().value(recentKey).toStringList()) {
        if (QFileInfo::exists(file))
            present << file;
    }
    return present;
}

void rememberWorkspace(const QString &file)
{
    constexpr int most = 8;
    QStringList files = recentWorkspaces();
    files.removeAll(file);
    files.prepend(file);
    QSettings().setValue(recentKey, QStringList(files.mid(0, most)));
}

void forgetWorkspace(const QString &file)
{
    QStringList files = recentWorkspaces();
    files.removeAll(file);
    QSettings().setValue(recentKey, files);
}

qint64 failuresSeen(const QString &file)
{
    return QSettings().value(seenKey).toMap().value(file).toLongLong();
}

void markFailuresSeen(const QString &file, qint64 at)
{
    QVariantMap seen = QSettings().value(seenKey).toMap();
    seen.insert(file, at);
    QSettings().setValue(seenKey, seen);
}

QString workspaceName(const QString &file)
{
    if (file == demoWorkspace())
        return QCoreApplication::translate("syncline::ui::Workspaces", "Demo");
    return QFileInfo(file).completeBaseName();
}

QString workspaceFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder;
}

QString demoWorkspace()
{
    return QDir(workspaceFolder()).filePath(u"demo.syncline"_s);
}

QString freshWorkspace()
{
    const QString name = QCoreApplication::translate("syncline::ui::Workspaces", "My workspace");
    const QDir folder(workspaceFolder());
    QString file = folder.filePath(QString(name + u".syncline"_s));
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = folder.filePath(u"%1 %2.syncline"_s.arg(name).arg(number));
    return file;
}

} // namespace syncline::ui
