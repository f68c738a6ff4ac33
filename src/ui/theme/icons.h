#pragma once

#include "ui/theme/palette.h"

#include <QIcon>
#include <QPixmap>

namespace syncline::ui {

/// A line icon of resources/icons, drawn in the colours of the scheme in force whenever it is painted. Selected turns to
/// the accent, disabled to Text3.
QIcon icon(const QString &name, Token token = Token::Text2);

/// One picture of `size` × `size` pixels at scale 1.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal ratio);

} // namespace syncline::ui
