#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

/// Pieces of SQL that every database reads alike.
namespace syncline::core::mirror {

QByteArray quoted(const QString &identifier);
QByteArray literal(const QString &text);
/// Replaces every %name by its text.
QByteArray filled(QByteArray sql, const QList<QPair<QByteArray, QByteArray>> &texts);

} // namespace syncline::core::mirror
