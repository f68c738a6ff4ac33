#pragma once

#include <QList>
#include <QString>

namespace syncline::ui {

/// One piece of a text that was changed.
struct Piece
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    bool operator==(const Piece &) const = default;
};

/// What changed between two values, to be painted in one line. Within the value by characters where the texts are short
/// and alike, by words where they are long; else the whole old text and the whole new one. Pure.
QList<Piece> textDifference(const QString &before, const QString &after);

} // namespace syncline::ui
