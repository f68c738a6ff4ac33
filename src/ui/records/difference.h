#pragma once

#include <QColor>
#include <QList>
#include <QString>

class QPainter;
class QRect;
class QFont;
class QSize;

namespace syncline::ui {

/// A stretch of a comparison.
struct Span
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    bool operator==(const Span &) const = default;
};

/// What became of `before`: by characters for short texts, by words for long ones. Texts that have nothing in common are
/// taken away and added whole.
QList<Span> difference(const QString &before, const QString &after);

/// Draws spans, wrapped: removed is red, struck through; added is green, underlined. Gives the height taken.
int paintSpans(QPainter &painter, const QRect &rect, const QList<Span> &spans, const QFont &font, const QColor &plain);
int heightOfSpans(const QList<Span> &spans, const QFont &font, int width);

} // namespace syncline::ui
