#pragma once

#include "ui/mapping/drawing.h"
#include "ui/mapping/fieldlistmodel.h"

#include <QStyledItemDelegate>
#include <QTreeView>

namespace syncline::ui {

/// One of the two field lists. Says what a person wants of a field; what happens is the board's business.
class FieldListView final : public QTreeView
{
    Q_OBJECT

public:
    enum class Command {
        Mark, ///< begin or end a connection here
        LetGo,
        OtherList,
        Turn,
        Transform,
        Remove,
        Accept,
        Dismiss,
        NextRecord,
        PreviousRecord,
    };

    FieldListView(FieldFilter &filter, QWidget *parent = nullptr);

    FieldFilter &filter() const { return m_filter; }
    QString keyAt(const QPoint &inViewport) const;
    QString currentKey() const;
    void setCurrentKey(const QString &key);
    /// Where the middle of a field's row is, in the viewport; nullopt where the row is filtered out. Rows of a
    /// closed heading are at the heading.
    std::optional<int> middleOf(const QString &key) const;
    QRect rowOf(const QString &key) const;

Q_SIGNALS:
    void commanded(syncline::ui::FieldListView::Command command, const QString &key);
    void fieldDragged(const QString &key);
    void dragMovedTo(const QString &key, const QPoint &inViewport);
    void droppedOn(const QString &key, const QPoint &inViewport);
    void rowsMoved(); ///< scrolled, opened, closed, filtered

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}
    void updateGeometries() override;

private:
    std::optional<Command> commandOf(const QKeyEvent &event) const;

    FieldFilter &m_filter;
};

/// Paints a field: type, name, sample, and how it takes part in a connection that is drawn.
class FieldDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FieldDelegate(core::MappingSide side, const Drawing &drawing, QObject *parent = nullptr);
    void setRowHeight(int height) { m_rowHeight = height; }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTexts(QPainter *painter, const QRect &rect, const QModelIndex &index, int right) const;
    int paintNote(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
    void paintFrame(QPainter *painter, const QRect &rect, const QString &key) const;

    core::MappingSide m_side;
    const Drawing &m_drawing;
    int m_rowHeight = 38;
};

} // namespace syncline::ui
