#pragma once

#include "core/services/preview.h"
#include "ui/preview/textdifference.h"

#include <QCache>
#include <QStyledItemDelegate>

namespace syncline::ui {

/// Paints the table of a plan: the sign of the write, the record with its system, and what changes: removed red and
/// struck through, added green and underlined.
class PreviewDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit PreviewDelegate(bool undo, QObject *parent = nullptr) : QStyledItemDelegate(parent), m_undo(undo) {}
    void setUndo(bool undo) { m_undo = undo; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintWhat(QPainter &painter, const QRect &rect, const core::PreviewRow &row, bool in) const;
    void paintRecord(QPainter &painter, const QRect &rect, const core::PreviewRow &row, bool in) const;
    void paintChange(QPainter &painter, const QRect &rect, const core::PreviewRow &row, bool in) const;

    bool m_undo;
};

/// One piece of a painted difference.
struct Run
{
    enum class Look { Plain, Removed, Added, Word, Meta };
    QString text;
    Look look = Look::Plain;
};

/// Label, values and "and 2 more" of the first change, in the order they are painted. Pure.
QList<Run> runsOf(const core::PreviewRow &row);
/// The new value of one field with what changed in it.
QList<Run> runsOf(const core::FieldChange &change, bool created);
/// Paints in one line, cut with … at the right; gives the width used.
int paintRuns(QPainter &painter, const QRect &rect, const QList<Run> &runs, bool faded);

} // namespace syncline::ui
