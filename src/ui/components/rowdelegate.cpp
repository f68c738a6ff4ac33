#include "ui/components/rowdelegate.h"

#include "ui/components/pagemargin.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace syncline::ui {

namespace {

constexpr int markRoom = 16;

bool isFirst(const QWidget *widget, int column)
{
    const auto *table = qobject_cast<const QTableView *>(widget);
    return table && table->horizontalHeader()->property("page").toBool()
        && table->horizontalHeader()->visualIndex(column) == 0;
}

} // namespace

void paintRow(QPainter &painter, const QStyleOptionViewItem &option)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(option.rect, color(isSelected ? Token::AccentSoft : Token::Surface));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Token::Border));
}

QRect cellRoom(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int left = isFirst(option.widget, index.column()) ? PageMargin::instance().width() : metrics::gap;
    return option.rect.adjusted(left, 0, -metrics::gap, 0);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintRow(*painter, option);
    QRect room = cellRoom(option, index);
    const Look look = lookOf(index);
    if (look.mark) {
        paintMark(*painter, QRectF(room.left(), room.center().y() - 5, 10, 10), *look.mark);
        room.adjust(markRoom, 0, 0, 0);
    }
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    painter->setFont(ui::font(Style::Body));
    const QVariant own = index.data(Qt::ForegroundRole);
    painter->setPen(own.isValid() ? own.value<QColor>() : color(look.tone));
    painter->drawText(room, alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    painter->restore();
}

RowDelegate::Look RowDelegate::lookOf(const QModelIndex &) const
{
    return {};
}

} // namespace syncline::ui
