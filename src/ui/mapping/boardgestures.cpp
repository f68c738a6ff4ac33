#include "ui/mapping/fitbubble.h"
#include "ui/mapping/listheader.h"
#include "ui/mapping/mappingboard.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/palette.h"

#include <QDrag>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

/// Drawing a connection.
namespace syncline::ui {

using core::Fit;
using core::MappingSide;
using core::PairId;

namespace {

constexpr int scrollZone = 28; ///< from a list's edge

/// The dragged field as a pill.
QPixmap pillOf(const QString &label, const QString &iconName, qreal ratio)
{
    const QFont face = ui::font(Style::Body);
    const QString text = QFontMetrics(face).elidedText(label, Qt::ElideRight, 160);
    const QSize size(QFontMetrics(face).horizontalAdvance(text) + 44, 26);
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Accent), 1));
    painter.setBrush(color(Token::Surface));
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 12.5, 12.5);
    painter.drawPixmap(QRect(10, 5, 16, 16), iconPixmap(iconName, 16, color(Token::Text), ratio));
    painter.setFont(face);
    painter.setPen(color(Token::Text));
    painter.drawText(QRect(31, 0, size.width() - 31, size.height()), Qt::AlignVCenter | Qt::AlignLeft, text);
    return pixmap;
}

} // namespace

void MappingBoard::begin(MappingSide side, const QString &key, bool byKeyboard)
{
    m_drawing = {};
    m_drawing.isActive = true;
    m_drawing.isByKeyboard = byKeyboard;
    m_drawing.from = side;
    m_drawing.key = key;
    const core::MappingEditor &editor = m_document.editor();
    for (const core::MappingField &field : editor.fields(m_drawing.other())) {
        const PairId pair = m_drawing.pairWith(field.key);
        const Fit fit = editor.fit(pair.hub, pair.remote);
        if (fit.kind == Fit::Kind::Never)
            continue;
        m_drawing.ways.insert(field.key);
        if (fit.kind == Fit::Kind::Fits)
            m_drawing.fits.insert(field.key);
    }
    if (byKeyboard)
        narrowOther();
    refreshHeads();
    repaintAll();
}

/// What takes the field as it is; what would take it in some other way is there for whoever searches for it.
void MappingBoard::narrowOther()
{
    const bool isSearched = !m_heads[m_drawing.other() == MappingSide::Hub ? 0 : 1]->search()->text().isEmpty();
    list(m_drawing.other()).filter().narrow(isSearched || m_drawing.fits.isEmpty() ? m_drawing.ways : m_drawing.fits);
}

void MappingBoard::letGo()
{
    const bool wasNarrowed = m_drawing.isByKeyboard;
    const MappingSide other = m_drawing.other();
    m_drawing = {};
    m_scrolling.stop();
    m_bubble->hide();
    if (wasNarrowed) {
        list(other).filter().narrow(std::nullopt);
        list(other).expandAll();
        m_canvas->rearrange();
    }
    refreshHeads();
    repaintAll();
}

void MappingBoard::drag(MappingSide side, const QString &key)
{
    if (!m_document.isOpen())
        return;
    letGo();
    const auto field = m_document.editor().field(side, key);
    if (!field)
        return;
    begin(side, key, false);
    auto *mime = new QMimeData;
    mime->setData(fieldMimeType, key.toUtf8());
    auto *drag = new QDrag(&list(side)); // Qt deletes it
    drag->setMimeData(mime);
    drag->setPixmap(pillOf(field->label, typeIcon(field->type), devicePixelRatioF()));
    drag->setHotSpot({-6, 13});
    if (drag->exec(Qt::CopyAction) == Qt::IgnoreAction)
        letGo();
}

/// The pointer is over a row, or over none, while something is dragged.
void MappingBoard::moveTo(MappingSide side, const QString &key, const QPoint &inViewport)
{
    if (!m_drawing.isActive || m_drawing.isByKeyboard)
        return;
    FieldListView &view = list(side);
    m_scrolled = &view;
    const bool isNearTop = inViewport.y()<scrollZone, isNearEnd = inViewport.y()> view.viewport()->height()
        - scrollZone;
    m_scrollBy = isNearTop ? -12 : isNearEnd ? 12 : 0;
    if (m_scrollBy == 0 || inViewport.isNull())
        m_scrolling.stop();
    else if (!m_scrolling.isActive())
        m_scrolling.start();
    m_drawing.at = m_canvas->mapFromGlobal(view.viewport()->mapToGlobal(inViewport));
    m_drawing.over = side == m_drawing.other() ? key : QString();
    m_bubble->hide();
    if (!m_drawing.over.isEmpty()) {
        const PairId pair = m_drawing.pairWith(key);
        m_drawing.fit = m_document.editor().fit(pair.hub, pair.remote);
        if (m_drawing.fit.kind != Fit::Kind::Fits) {
            QStringList ways;
            for (const Fit::Choice &choice : m_drawing.fit.choices)
                ways.append(QString(choice.label.left(1).toLower() + choice.label.mid(1)));
            const QRect row = view.rowOf(key);
            m_bubble->tell(m_drawing.fit.reason, ways, {view.viewport()->mapTo(this, row.topLeft()), row.size()});
        }
    }
    refreshHeads();
    repaintAll();
}

void MappingBoard::scrollNearEdge()
{
    if (!m_drawing.isActive || !m_scrolled)
        return m_scrolling.stop();
    QScrollBar *bar = m_scrolled->verticalScrollBar();
    bar->setValue(bar->value() + m_scrollBy);
}

void MappingBoard::drop(MappingSide side, const QString &key, const QPoint &inViewport)
{
    if (!m_drawing.isActive || side != m_drawing.other() || key.isEmpty())
        return letGo();
    join(key, list(side).viewport()->mapToGlobal(inViewport));
}

/// Draws the line where it fits; else asks how, where there is a way.
void MappingBoard::join(const QString &key, const QPoint &globalPos)
{
    const PairId pair = m_drawing.pairWith(key);
    const Fit fit = m_document.editor().fit(pair.hub, pair.remote);
    if (fit.kind == Fit::Kind::Choice) {
        m_drawing.over = key;
        m_drawing.fit = fit;
        m_scrolling.stop();
        return offerWays(fit, globalPos);
    }
    letGo();
    if (fit.kind == Fit::Kind::Fits)
        m_document.connectPair(fit.line);
    else if (m_document.editor().pair(pair))
        m_document.select(pair);
}

void MappingBoard::offerWays(const Fit &fit, const QPoint &globalPos)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"waysToFit"_s);
    menu->setAccessibleName(tr("Choose how it fits"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Fit::Choice &choice : fit.choices) {
        QAction *action = menu->addAction(choice.label);
        connect(action, &QAction::triggered, this, [this, line = choice.line] {
            m_document.connectPair(line);
            Q_EMIT transformWanted({line.hub, line.remote});
        });
    }
    connect(menu, &QMenu::aboutToHide, this, &MappingBoard::letGo);
    menu->popup(globalPos);
    menu->setActiveAction(menu->actions().value(0));
}

void MappingBoard::mark(MappingSide side, const QString &key)
{
    if (key.isEmpty() || !m_document.isOpen())
        return;
    if (!m_drawing.isActive || side == m_drawing.from)
        return begin(side, key, true);
    const QRect row = list(side).rowOf(key);
    FieldListView &source = list(m_drawing.from);
    join(key, list(side).viewport()->mapToGlobal(row.center()));
    if (!m_drawing.isActive)
        source.setFocus();
}

void MappingBoard::command(MappingSide side, FieldListView::Command wanted, const QString &key)
{
    using Command = FieldListView::Command;
    const PairId pair = pairAt(side, key);
    switch (wanted) {
    case Command::Mark:
        return mark(side, key);
    case Command::LetGo:
        m_drawing.isActive ? letGo() : m_document.select({});
        return;
    case Command::OtherList: {
        FieldListView &other = list(side == MappingSide::Hub ? MappingSide::Remote : MappingSide::Hub);
        other.setFocus();
        if (m_drawing.isByKeyboard || !other.currentIndex().isValid())
            other.setCurrentIndex(other.filter().index(0, 0));
        return;
    }
    case Command::Turn:
        if (pair != PairId{})
            m_canvas->act(pair, MappingCanvas::Part::Direction);
        return;
    case Command::Transform:
        if (pair != PairId{})
            m_canvas->act(pair, MappingCanvas::Part::Transform);
        return;
    case Command::Remove:
        if (pair != PairId{})
            m_document.remove(pair);
        return;
    case Command::Accept:
        if (const PairId ghost = suggestionAt(side, key); ghost != PairId{})
            m_document.accept(ghost);
        return;
    case Command::Dismiss:
        if (const PairId ghost = suggestionAt(side, key); ghost != PairId{})
            m_document.dismiss(ghost);
        return;
    case Command::NextRecord:
        return m_document.stepSample(1);
    case Command::PreviousRecord:
        return m_document.stepSample(-1);
    }
}

} // namespace syncline::ui
