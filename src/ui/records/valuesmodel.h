#pragma once

#include "core/services/recordboard.h"
#include "ui/records/difference.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace syncline::ui {

/// Field, hub, each system, set by.
class ValuesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    struct Cell
    {
        QList<Span> spans;
        bool isWord = false, isName = false, isMeta = false, isConflict = false;
    };
    void set(const core::RecordBoard &board);
    void setOnlyDifferences(bool only);
    QString fieldAt(int row) const;
    int rowOf(const QString &field) const;
    QString textOf(const QString &field) const; ///< the hub's value
    Cell cell(int row, int column) const;
    QString systemOf(int column) const; ///< "hub" or a name; "" for the first and the last column

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuild();
    core::RecordBoard m_board;
    QList<core::RecordValue> m_rows;
    bool m_onlyDifferences = false;
};

class ValuesDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace syncline::ui
