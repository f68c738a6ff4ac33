#include "ui/mapping/fieldlistview.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace syncline::ui {

FieldListView::FieldListView(FieldFilter &filter, QWidget *parent) : QTreeView(parent), m_filter(filter)
{
    setModel(&filter);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setDragEnabled(true);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    setDropIndicatorShown(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FieldListView::rowsMoved);
    connect(this, &QTreeView::expanded, this, &FieldListView::rowsMoved);
    connect(this, &QTreeView::collapsed, this, &FieldListView::rowsMoved);
    connect(&filter, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
    connect(&filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &above, int first, int last) {
        for (int row = first; !above.isValid() && row <= last; ++row)
            expand(m_filter.index(row, 0));
    });
}

QString FieldListView::keyAt(const QPoint &inViewport) const
{
    return m_filter.keyAt(indexAt(inViewport));
}

QString FieldListView::currentKey() const
{
    return m_filter.keyAt(currentIndex());
}

void FieldListView::setCurrentKey(const QString &key)
{
    if (const QModelIndex index = m_filter.indexOf(key); index.isValid() && index != currentIndex())
        setCurrentIndex(index);
}

std::optional<int> FieldListView::middleOf(const QString &key) const
{
    const QModelIndex index = m_filter.indexOf(key);
    if (!index.isValid())
        return std::nullopt;
    const QModelIndex heading = index.parent();
    const QRect rect = visualRect(heading.isValid() && !isExpanded(heading) ? heading : index);
    return rect.center().y();
}

QRect FieldListView::rowOf(const QString &key) const
{
    return visualRect(m_filter.indexOf(key));
}

std::optional<FieldListView::Command> FieldListView::commandOf(const QKeyEvent &event) const
{
    const bool isAlt = event.modifiers() == Qt::AltModifier;
    const bool isControl = event.modifiers() == Qt::ControlModifier;
    const bool isPlain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isAlt)
            return Command::Accept;
        return isPlain ? std::optional(Command::Mark) : std::nullopt;
    case Qt::Key_Delete:
        if (isAlt)
            return Command::Dismiss;
        return isPlain ? std::optional(Command::Remove) : std::nullopt;
    case Qt::Key_D:
        return isPlain ? std::optional(Command::Turn) : std::nullopt;
    case Qt::Key_T:
        return isPlain ? std::optional(Command::Transform) : std::nullopt;
    case Qt::Key_Escape:
        return Command::LetGo;
    case Qt::Key_F6:
        return Command::OtherList;
    case Qt::Key_Right:
        return isControl ? std::optional(Command::NextRecord) : std::nullopt;
    case Qt::Key_Left:
        return isControl ? std::optional(Command::PreviousRecord) : std::nullopt;
    default:
        return std::nullopt;
    }
}

/// The window's own shortcuts must not take these keys from a list that has the focus.
bool FieldListView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && commandOf(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void FieldListView::keyPressEvent(QKeyEvent *event)
{
    if (const auto command = commandOf(*event)) {
        Q_EMIT commanded(*command, currentKey());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void FieldListView::startDrag(Qt::DropActions)
{
    if (const QString key = currentKey(); !key.isEmpty())
        Q_EMIT fieldDragged(key);
}

void FieldListView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(fieldMimeType))
        event->acceptProposedAction();
}

void FieldListView::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint at = event->position().toPoint();
    const QString key = keyAt(at);
    Q_EMIT dragMovedTo(key, at);
    event->setAccepted(!key.isEmpty() && event->mimeData()->hasFormat(fieldMimeType));
}

void FieldListView::dragLeaveEvent(QDragLeaveEvent *)
{
    Q_EMIT dragMovedTo({}, {});
}

void FieldListView::dropEvent(QDropEvent *event)
{
    const QPoint at = event->position().toPoint();
    event->acceptProposedAction();
    Q_EMIT droppedOn(keyAt(at), at);
}

void FieldListView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.data(FieldListModel::HeadingRole).toBool())
        setExpanded(index, !isExpanded(index));
    QTreeView::mouseReleaseEvent(event);
}

void FieldListView::updateGeometries()
{
    QTreeView::updateGeometries();
    Q_EMIT rowsMoved();
}

} // namespace syncline::ui
