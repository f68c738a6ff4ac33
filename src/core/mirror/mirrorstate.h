#pragma once

#include "core/mirror/mirrortarget.h"

/// How databases keep what they know of a mirror: lists and maps as JSON, times as ISO 8601 in UTC.
namespace syncline::core::mirror {

QByteArray listText(const QStringList &list);
QStringList listFrom(const QString &text);
QByteArray countsText(const QMap<QString, qint64> &counts);
QMap<QString, qint64> countsFrom(const QString &text);
/// Of finished walks, where the next ones begin.
QByteArray cursorsText(const QMap<QString, Walk> &walks);
QMap<QString, QString> cursorsFrom(const QString &text);
QByteArray timeText(const QDateTime &time);
QDateTime timeFrom(const QString &text);

/// Which hub entity each entity stands for, so that logs can count contacts and deals of every provider.
class Roles
{
public:
    void set(const Table &table) { m_roles.insert(table.entity.name, table.entity.hubEntity); }
    /// Of all entities that stand for the hub entity; nullopt where there is none.
    std::optional<QByteArray> count(const QString &hubEntity, const QMap<QString, qint64> &counts) const;

private:
    QMap<QString, QString> m_roles;
};

} // namespace syncline::core::mirror
