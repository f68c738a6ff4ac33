#include "ui/components/headings.h"

namespace syncline::ui {

QVariant heading(const QString &text, Qt::Orientation orientation, int role, Qt::Alignment side)
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(side | Qt::AlignVCenter);
    return role == Qt::DisplayRole && !text.isEmpty() ? QVariant(text) : QVariant();
}

} // namespace syncline::ui
