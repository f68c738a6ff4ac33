#include "ui/mirror/mirrormemory.h"

#include <QCryptographicHash>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

/// Keys of settings hold no slashes of their own.
QString group(const QString &workspace, const QString &integration)
{
    const QByteArray both = QString(workspace + u'\n' + integration).toUtf8();
    return u"mirror/"_s + QString::fromLatin1(QCryptographicHash::hash(both, QCryptographicHash::Sha1).toHex());
}

} // namespace

MirrorMemory mirrorMemory(const QString &workspace, const QString &integration)
{
    QSettings settings;
    settings.beginGroup(group(workspace, integration));
    return {settings.value(u"to"_s).toString(), settings.value(u"mirrored"_s).toDateTime(),
            settings.value(u"full"_s).toDateTime()};
}

void keepMirrorMemory(const QString &workspace, const QString &integration, const MirrorMemory &memory)
{
    QSettings settings;
    settings.beginGroup(group(workspace, integration));
    settings.setValue(u"to"_s, memory.to);
    settings.setValue(u"mirrored"_s, memory.mirrored);
    settings.setValue(u"full"_s, memory.full);
}

} // namespace syncline::ui
