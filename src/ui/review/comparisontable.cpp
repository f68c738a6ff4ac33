#include "ui/review/comparison.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace syncline::ui {

namespace {

constexpr int padding = 12;
constexpr int above = 7;
constexpr int radio = 16;
constexpr int radioGap = 8;

QFont fontOf(const ComparisonModel::Cell &cell, int column)
{
    QFont shown = font(column == 0 && !cell.isQuiet ? Style::BodyBold : Style::Body);
    shown.setItalic(cell.isWord);
    return shown;
}

int textWidth(const ComparisonModel::Cell &cell, int width)
{
    return width - padding - 4 - (cell.isChoice ? radio + radioGap : 0);
}

void paintRadio(QPainter &painter, const QRect &box, bool isChosen)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(Token::Surface));
    if (isChosen) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::AccentFill));
        painter.drawEllipse(box);
        painter.setBrush(color(Token::OnAccent));
        painter.drawEllipse(QRectF(box).center(), 3, 3);
    } else {
        painter.setPen(color(Token::Line));
        painter.drawEllipse(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

const ComparisonModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const ComparisonModel *>(index.model());
}

} // namespace

void ComparisonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto cell = modelOf(index).cell(index.row(), index.column());
    const QRect box = option.rect;
    painter->save();
    painter->fillRect(box, color(cell.isChosen ? Token::AccentSoft : Token::Surface));
    painter->setPen(color(Token::Border));
    painter->drawLine(box.bottomLeft(), box.bottomRight());
    int left = box.left() + padding;
    if (cell.isChoice) {
        paintRadio(*painter, QRect(left, box.top() + above + 1, radio, radio), cell.isChosen);
        left += radio + radioGap;
    }
    const Token tone = cell.isWord ? Token::Text3 : cell.isQuiet ? Token::Text2 : Token::Text;
    const QRect room(left, box.top() + above, textWidth(cell, box.width()), box.height() - above);
    const int used = paintSpans(*painter, room, cell.spans, fontOf(cell, index.column()), color(tone));
    if (!cell.meta.isEmpty()) {
        painter->setPen(color(cell.isChosen ? Token::Text2 : Token::Text3));
        painter->setFont(ui::font(Style::Meta));
        painter->drawText(room.adjusted(0, used + 1, 0, 0), Qt::AlignTop,
                          painter->fontMetrics().elidedText(cell.meta, Qt::ElideRight, room.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && cell.isChoice) {
        painter->setPen(QPen(color(Token::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(box.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto cell = modelOf(index).cell(index.row(), index.column());
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const int width = view ? view->columnWidth(index.column()) : 160;
    int height = above * 2 + heightOfSpans(cell.spans, fontOf(cell, index.column()), textWidth(cell, width));
    if (!cell.meta.isEmpty())
        height += QFontMetrics(font(Style::Meta)).height() + 1;
    return {width, std::max(metrics::rowHeight, height)};
}

ComparisonTable::ComparisonTable(QWidget *parent) : QTableView(parent), m_model(new ComparisonModel(this))
{
    setObjectName(QStringLiteral("comparison"));
    setAccessibleName(tr("The sides of this conflict"));
    setModel(m_model);
    setItemDelegate(new ComparisonDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    horizontalHeader()->setProperty("inset", true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        setCurrentIndex(m_model->index(0, 2));
        fitHeight();
    });
}

int ComparisonTable::currentConflict() const
{
    const int row = currentIndex().row();
    return m_model->conflictAt(row) ? row : 0;
}

void ComparisonTable::fitHeight()
{
    resizeRowsToContents();
    int height = horizontalHeader()->sizeHint().height() + 2;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += rowHeight(row);
    setFixedHeight(height);
}

void ComparisonTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fitHeight();
}

void ComparisonTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && m_model->cell(index.row(), index.column()).isChoice)
        m_model->choose(index.row(), {m_model->systemOf(index.column()), {}});
}

} // namespace syncline::ui
