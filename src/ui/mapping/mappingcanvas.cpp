#include "ui/mapping/mappingcanvas.h"

#include <QAccessible>
#include <QApplication>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QMimeData>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::MappingSide;
using core::PairId;

namespace {

constexpr qreal pillHeight = 24;
constexpr qreal partWidth = 20;
constexpr qreal pillPadding = 6;
constexpr qreal pillMiddle = 56; ///< from the hub list's border
constexpr qreal columnStep = 68; ///< a second line of the same hub field
constexpr qreal ghostLeft = 11;
constexpr qreal portReach = 9;
constexpr qreal lineReach = 5;

bool isDrawnWith(const core::FieldMapping &line)
{
    return !line.transform.isDirect() || line.inverse.has_value();
}

} // namespace

MappingCanvas::MappingCanvas(MappingDocument &document, FieldListView &hub, FieldListView &remote,
                             const Drawing &drawing, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_hub(hub)
    , m_remote(remote)
    , m_drawing(drawing)
{
    setObjectName(u"mappingCanvas"_s);
    setAccessibleName(tr("Connections"));
    setMouseTracking(true);
    setAcceptDrops(true);
    for (FieldListView *view : {&hub, &remote})
        connect(view, &FieldListView::rowsMoved, this, &MappingCanvas::rearrange);
    connect(&document, &MappingDocument::changed, this, &MappingCanvas::rearrange);
    connect(&document, &MappingDocument::selectionChanged, this, &MappingCanvas::rearrange);
}

std::optional<MappingCanvas::End> MappingCanvas::endOf(MappingSide side, const QString &key) const
{
    const FieldListView &view = side == MappingSide::Hub ? m_hub : m_remote;
    const std::optional<int> middle = view.middleOf(key);
    if (!middle)
        return std::nullopt;
    const QWidget *viewport = view.viewport();
    const int top = viewport->mapToGlobal(QPoint(0, 0)).y() - mapToGlobal(QPoint(0, 0)).y();
    const int y = top + *middle;
    constexpr int margin = 8;
    if (*middle < 0)
        return End{qreal(top + margin), -1};
    if (*middle > viewport->height())
        return End{qreal(top + viewport->height() - margin), 1};
    return End{qreal(y), 0};
}

void MappingCanvas::addPill(Wire &wire, int column) const
{
    if (wire.startCut != 0)
        return;
    const qreal top = wire.start.y() - pillHeight / 2;
    if (wire.isSuggestion) {
        const qreal text = fontMetrics().horizontalAdvance(tr("%1 %").arg(wire.percent)) + 14;
        wire.pill = {overlap + ghostLeft, top, text + 2 * 24 + 6, pillHeight};
        wire.parts.append({Part::Accept, {wire.pill.left() + text, top, 24, pillHeight}});
        wire.parts.append({Part::Dismiss, {wire.pill.left() + text + 25, top, 24, pillHeight}});
        return;
    }
    QList<Part> parts{Part::Direction};
    if (const core::FieldMapping *line = m_document.editor().pair(wire.pair); line && isDrawnWith(*line))
        parts.append(Part::Transform);
    if (m_document.hasProblem(wire.pair, core::Severity::Problem)
        || m_document.hasProblem(wire.pair, core::Severity::Warning))
        parts.append(Part::Warning);
    const qreal width = qreal(parts.size()) * partWidth + 2 * pillPadding;
    const qreal middle = overlap + pillMiddle + column * columnStep;
    wire.pill = {middle - width / 2, top, width, pillHeight};
    qreal x = wire.pill.left() + pillPadding;
    for (const Part part : parts) {
        wire.parts.append({part, {x, top, partWidth, pillHeight}});
        x += partWidth;
    }
}

/// Straight to the pill, then bent to the other side.
void MappingCanvas::addPath(Wire &wire) const
{
    wire.path.moveTo(wire.start);
    const qreal bendFrom = wire.pill.isEmpty() ? wire.start.x() : wire.pill.right();
    if (!wire.pill.isEmpty()) {
        wire.path.lineTo(wire.pill.left(), wire.start.y());
        wire.path.moveTo(bendFrom, wire.start.y());
    }
    const qreal half = (bendFrom + wire.end.x()) / 2;
    wire.path.cubicTo(half, wire.start.y(), half, wire.end.y(), wire.end.x(), wire.end.y());
}

std::optional<MappingCanvas::Wire> MappingCanvas::wireOf(const PairId &pair) const
{
    const auto start = endOf(MappingSide::Hub, pair.hub), end = endOf(MappingSide::Remote, pair.remote);
    if (!start || !end)
        return std::nullopt;
    if (start->cut != 0 && end->cut != 0)
        return std::nullopt;
    Wire wire;
    wire.pair = pair;
    wire.start = {qreal(overlap), start->y};
    wire.end = {qreal(width() - overlap), end->y};
    wire.startCut = start->cut;
    wire.endCut = end->cut;
    return wire;
}

void MappingCanvas::rearrange()
{
    m_wires.clear();
    if (m_document.isOpen()) {
        for (const core::MappingSuggestion &suggestion : m_document.editor().suggestions()) {
            if (auto wire = wireOf(suggestion.pair)) {
                wire->isSuggestion = true;
                wire->percent = suggestion.percent;
                addPill(*wire, 0);
                addPath(*wire);
                m_wires.append(*wire);
            }
        }
        QMap<QString, int> columns;
        for (const PairId &pair : m_document.editor().pairs()) {
            if (auto wire = wireOf(pair)) {
                addPill(*wire, columns[pair.hub]++);
                addPath(*wire);
                m_wires.append(*wire);
            }
        }
    }
    update();
}

MappingCanvas::Hit MappingCanvas::hitAt(const QPointF &at) const
{
    for (const Wire &wire : m_wires) {
        for (const auto &[part, rect] : wire.parts) {
            if (rect.contains(at))
                return {wire.pair, part};
        }
        if (wire.pill.contains(at))
            return {wire.pair, wire.isSuggestion ? Part::Line : Part::Direction};
    }
    QPainterPathStroker stroker;
    stroker.setWidth(2 * lineReach);
    for (const Wire &wire : m_wires) {
        if (stroker.createStroke(wire.path).contains(at))
            return {wire.pair, Part::Line};
    }
    return {};
}

QPair<MappingSide, QString> MappingCanvas::portAt(const QPointF &at) const
{
    const bool isLeft = at.x() <= overlap + portReach, isRight = at.x() >= width() - overlap - portReach;
    if (!isLeft && !isRight)
        return {MappingSide::Hub, QString()};
    const FieldListView &view = isLeft ? m_hub : m_remote;
    const int y = view.viewport()->mapFromGlobal(mapToGlobal(at.toPoint())).y();
    return {isLeft ? MappingSide::Hub : MappingSide::Remote, view.keyAt({view.viewport()->width() / 2, y})};
}

QRect MappingCanvas::partRect(const PairId &pair, Part part) const
{
    for (const Wire &wire : m_wires) {
        if (wire.pair != pair)
            continue;
        for (const auto &[one, rect] : wire.parts) {
            if (one == part)
                return rect.toAlignedRect();
        }
        if (part == Part::Line)
            return wire.pill.toAlignedRect();
    }
    return {};
}

QString MappingCanvas::spoken(const Wire &wire) const
{
    const QString name = m_document.pairName(wire.pair);
    if (wire.isSuggestion)
        return tr("Suggestion: %1, %2 percent").arg(name).arg(wire.percent);
    const core::FieldMapping *line = m_document.editor().pair(wire.pair);
    return line ? tr("Direction of %1: %2").arg(name, directionWords(line->direction)) : name;
}

void MappingCanvas::act(const PairId &pair, Part part)
{
    switch (part) {
    case Part::None:
        m_document.select({});
        return;
    case Part::Direction:
        m_document.select(pair);
        m_document.turn(pair);
        return;
    case Part::Transform:
    case Part::Warning:
        m_document.select(pair);
        Q_EMIT transformWanted(pair);
        return;
    case Part::Line:
        m_document.select(m_document.editor().pair(pair) ? pair : PairId{});
        return;
    case Part::Accept:
        m_document.accept(pair);
        return;
    case Part::Dismiss:
        m_document.dismiss(pair);
        return;
    }
}

bool MappingCanvas::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Hit hit = hitAt(help->pos());
    QString tip;
    for (const Wire &wire : m_wires) {
        if (hit.part != Part::None && wire.pair == hit.pair)
            tip = spoken(wire);
    }
    QToolTip::showText(help->globalPos(), tip.toHtmlEscaped(), this);
    return true;
}

void MappingCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    rearrange();
}

void MappingCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_document.isOpen())
        return;
    m_pressedAt = event->position().toPoint();
    const auto port = portAt(event->position());
    m_pressedPort = port.second.isEmpty() ? std::nullopt : std::optional(port);
}

void MappingCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->buttons().testFlag(Qt::LeftButton) && m_pressedPort
        && (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        const auto port = *m_pressedPort;
        m_pressedPort.reset();
        Q_EMIT fieldDragged(port.first, port.second);
        return;
    }
    m_hover = hitAt(event->position());
    const bool isPort = !portAt(event->position()).second.isEmpty();
    setCursor(m_hover.part != Part::None ? Qt::PointingHandCursor : isPort ? Qt::OpenHandCursor : Qt::ArrowCursor);
    update();
}

void MappingCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_document.isOpen())
        return;
    m_pressedPort.reset();
    const Hit pressed = hitAt(m_pressedAt), released = hitAt(event->position());
    if (pressed.pair == released.pair && pressed.part == released.part)
        act(released.pair, released.part);
}

void MappingCanvas::leaveEvent(QEvent *event)
{
    m_hover = {};
    update();
    QWidget::leaveEvent(event);
}

/// The wheel moves both lists, so that straight lines stay straight.
void MappingCanvas::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_hub.viewport(), event);
    QApplication::sendEvent(m_remote.viewport(), event);
    event->accept();
}

void MappingCanvas::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(fieldMimeType))
        event->acceptProposedAction();
}

void MappingCanvas::dragMoveEvent(QDragMoveEvent *event)
{
    Q_EMIT dragMovedTo(event->position().toPoint());
    event->ignore(); // nothing can be dropped between the lists
}

} // namespace syncline::ui
