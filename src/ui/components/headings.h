#pragma once

#include <QVariant>

namespace syncline::ui {

/// What a model's headerData() says of a column with this text, which stands at the left, or at the right above numbers.
QVariant heading(const QString &text, Qt::Orientation orientation, int role, Qt::Alignment side = Qt::AlignLeft);

} // namespace syncline::ui
