#pragma once

#include <QDateTime>
#include <QString>

/// Where a person mirrored a system to, and how old that is: kept in the user's settings, for this workspace's file.
namespace syncline::ui {

struct MirrorMemory
{
    QString to;         ///< without a password
    QDateTime mirrored; ///< the last mirror that went well
    QDateTime full;     ///< the last full one: deletes, tags and lists are as of then
};

MirrorMemory mirrorMemory(const QString &workspace, const QString &integration);
void keepMirrorMemory(const QString &workspace, const QString &integration, const MirrorMemory &memory);

} // namespace syncline::ui
