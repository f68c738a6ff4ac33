#pragma once

#include "ui/components/marks.h"

#include <QStyledItemDelegate>

#include <optional>

namespace syncline::ui {

/// Row background and the line below, for tables that paint their own cells.
void paintRow(QPainter &painter, const QStyleOptionViewItem &option);
/// Where the content of a cell stands, so that it stands under its heading; the first one in line with the page.
QRect cellRoom(const QStyleOptionViewItem &option, const QModelIndex &index);

/// Texts in rows of one height, one line between them; a state has its mark.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    struct Look
    {
        Token tone = Token::Text;
        std::optional<State> mark = {};
    };
    virtual Look lookOf(const QModelIndex &index) const;
};

} // namespace syncline::ui
