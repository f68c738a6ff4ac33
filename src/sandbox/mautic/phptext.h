#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QString>

namespace syncline::sandbox::mautic {

/// Text as PHP's json_encode writes it: everything outside ASCII as \uXXXX, and "/" as "\/".
void appendJsonText(QByteArray &json, QStringView text);
QByteArray jsonText(const QString &text);
QByteArray jsonValue(const QJsonValue &value);

/// Ordered entries as PHP writes an array: a JSON array when the keys are 0, 1, 2 ..., else an object; [] when empty.
using PhpEntries = QList<QPair<QString, QByteArray>>;
QByteArray phpArray(const PhpEntries &entries);
QByteArray phpObject(const PhpEntries &entries);

/// PHP's serialize() of a list, a map or a scalar.
QByteArray phpSerialized(const QJsonValue &value);

/// A query or form body with PHP's brackets: "a[0][x]=1&b[]=2" as nested values; keys 0, 1, 2 ... become arrays.
QJsonObject phpParameters(const QByteArray &encoded);

/// 2026-11-24T03:00:22+00:00, and 2026-11-24 03:00:22 as the database writes it.
QString isoTime(qint64 at);
QString databaseTime(qint64 at);
/// The null-able forms for JSON: 0 is null.
QByteArray jsonTime(qint64 at);

} // namespace syncline::sandbox::mautic
