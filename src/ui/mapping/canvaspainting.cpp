#include "ui/mapping/mappingcanvas.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/palette.h"

#include <QPainter>

using namespace Qt::StringLiterals;

/// What the canvas looks like.
namespace syncline::ui {

using core::MappingSide;
using core::Severity;

namespace {

constexpr qreal portRadius = 5;
constexpr int iconSize = 16;

void paintIcon(QPainter &painter, const QString &name, const QRectF &cell, const QColor &color)
{
    const QPointF corner = cell.center() - QPointF(iconSize / 2.0, iconSize / 2.0);
    painter.drawPixmap(QRect(corner.toPoint(), QSize(iconSize, iconSize)),
                       iconPixmap(name, iconSize, color, painter.device()->devicePixelRatioF()));
}

QPen dashed(const QColor &color, qreal width)
{
    QPen pen(color, width);
    pen.setDashPattern({4 / width, 3 / width});
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QString transformIcon(const core::FieldMapping &line)
{
    return line.transform.type == core::TransformType::Lookup ? u"table"_s : u"fx"_s;
}

} // namespace

QColor MappingCanvas::wireColor(const Wire &wire) const
{
    if (m_document.hasProblem(wire.pair, Severity::Problem))
        return color(Token::BadMark);
    return color(wire.pair == m_document.selected() ? Token::Accent : Token::Line);
}

void MappingCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(overlap, 0, width() - 2 * overlap, height()), color(Token::Window));
    painter.fillRect(QRect(overlap - 1, 0, 1, height()), color(Token::Border));
    painter.fillRect(QRect(width() - overlap, 0, 1, height()), color(Token::Border));
    if (!m_document.isOpen())
        return;
    const Wire *selected = nullptr;
    for (const Wire &wire : m_wires) {
        if (wire.pair == m_document.selected())
            selected = &wire;
        else
            paintWire(painter, wire);
    }
    if (selected)
        paintWire(painter, *selected);
    paintPorts(painter, MappingSide::Hub);
    paintPorts(painter, MappingSide::Remote);
    for (const Wire &wire : m_wires)
        paintPill(painter, wire);
    paintDrawing(painter);
}

void MappingCanvas::paintWire(QPainter &painter, const Wire &wire) const
{
    const bool isSelected = wire.pair == m_document.selected() && !wire.isSuggestion;
    const bool isHovered = wire.pair == m_hover.pair && m_hover.part == Part::Line;
    const qreal width = isSelected || isHovered ? 2.5 : 1.5;
    const QColor tint = wireColor(wire);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(wire.isSuggestion ? dashed(tint, width) : QPen(tint, width));
    painter.drawPath(wire.path);
    if (wire.startCut != 0)
        paintArrow(painter, wire.start + QPointF(6, 0), wire.startCut);
    if (wire.endCut != 0)
        paintArrow(painter, wire.end - QPointF(6, 0), wire.endCut);
}

void MappingCanvas::paintArrow(QPainter &painter, const QPointF &at, int cut) const
{
    const QColor tint = painter.pen().color();
    QPainterPath arrow;
    arrow.moveTo(at + QPointF(0, 5 * cut));
    arrow.lineTo(at + QPointF(-4, -2 * cut));
    arrow.lineTo(at + QPointF(4, -2 * cut));
    arrow.closeSubpath();
    painter.fillPath(arrow, tint);
}

void MappingCanvas::paintPill(QPainter &painter, const Wire &wire) const
{
    if (wire.pill.isEmpty())
        return;
    const bool isSelected = wire.pair == m_document.selected() && !wire.isSuggestion;
    const QColor tint = wireColor(wire);
    const bool isBad = m_document.hasProblem(wire.pair, Severity::Problem);
    painter.setPen(wire.isSuggestion ? dashed(tint, 1) : QPen(tint, isSelected ? 2 : 1));
    painter.setBrush(color(Token::Surface));
    const QRectF body = wire.pill.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    const core::FieldMapping *line = m_document.editor().pair(wire.pair);
    const QColor sign = color(isBad ? Token::Bad : isSelected ? Token::Accent : Token::Text);
    for (const auto &[part, rect] : wire.parts) {
        if (m_hover.pair == wire.pair && m_hover.part == part) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(Token::NeutralSoft));
            painter.drawRoundedRect(rect.adjusted(0, 3, 0, -3), 4, 4);
        }
        if (part == Part::Direction && line)
            paintIcon(painter, directionIcon(line->direction), rect, sign);
        else if (part == Part::Transform && line)
            paintIcon(painter, transformIcon(*line), rect, sign);
        else if (part == Part::Warning)
            paintIcon(painter, u"warn"_s, rect, color(isBad ? Token::Bad : Token::Warn));
        else if (part == Part::Accept)
            paintIcon(painter, u"check"_s, rect, color(Token::Ok));
        else if (part == Part::Dismiss)
            paintIcon(painter, u"x"_s, rect, color(Token::Text2));
    }
    if (wire.isSuggestion) {
        painter.setFont(ui::font(Style::Body));
        painter.setPen(color(Token::Text2));
        painter.drawText(wire.pill.adjusted(9, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("%1 %").arg(wire.percent));
    }
}

void MappingCanvas::paintPorts(QPainter &painter, MappingSide side) const
{
    const FieldListView &view = side == MappingSide::Hub ? m_hub : m_remote;
    QSet<QString> suggested, selected, bad;
    for (const Wire &wire : m_wires) {
        const QString key = side == MappingSide::Hub ? wire.pair.hub : wire.pair.remote;
        if (wire.isSuggestion)
            suggested.insert(key);
        else if (wire.pair == m_document.selected())
            selected.insert(key);
        if (!wire.isSuggestion && m_document.hasProblem(wire.pair, Severity::Problem))
            bad.insert(key);
    }
    const qreal x = side == MappingSide::Hub ? overlap - 0.5 : width() - overlap + 0.5;
    const QPoint offset = view.viewport()->mapToGlobal(QPoint()) - mapToGlobal(QPoint());
    painter.save();
    painter.setClipRect(0, offset.y(), width(), view.viewport()->height());
    QModelIndex index = view.indexAt({4, 0});
    for (; index.isValid(); index = view.indexBelow(index)) {
        const QRect row = view.visualRect(index);
        if (row.top() > view.viewport()->height())
            break;
        const QString key = index.data(FieldListModel::KeyRole).toString();
        if (key.isEmpty())
            continue;
        const QColor tint = color(bad.contains(key)            ? Token::BadMark
                                      : selected.contains(key) ? Token::Accent
                                                               : Token::Line);
        const bool isUsed = index.data(FieldListModel::UsedRole).toBool();
        painter.setPen(suggested.contains(key) ? dashed(tint, 1) : QPen(tint, 1));
        painter.setBrush(isUsed ? tint : color(Token::Surface));
        painter.drawEllipse(QPointF(x, offset.y() + row.center().y()), portRadius, portRadius);
    }
    painter.restore();
}

/// The line that follows the pointer; the pill with the field's name is the drag's own picture.
void MappingCanvas::paintDrawing(QPainter &painter) const
{
    if (!m_drawing.isActive || m_drawing.isByKeyboard)
        return;
    const auto start = endOf(m_drawing.from, m_drawing.key);
    if (!start)
        return;
    const bool isRefused = !m_drawing.over.isEmpty() && m_drawing.fit.kind != core::Fit::Kind::Fits;
    QPen pen(color(isRefused ? Token::BadMark : Token::Accent), 2, Qt::DotLine);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const qreal x = m_drawing.from == MappingSide::Hub ? overlap : width() - overlap;
    const QPointF to = m_drawing.at;
    const qreal half = (x + to.x()) / 2;
    QPainterPath path({x, start->y});
    path.cubicTo(half, start->y, half, to.y(), to.x(), to.y());
    painter.drawPath(path);
}

} // namespace syncline::ui
