#pragma once

#include "core/automation/schedules.h"
#include "ui/components/rowdelegate.h"

#include <QAbstractTableModel>

namespace syncline::ui {

/// Schedules as rows; the first column switches them on and off.
class SchedulesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    enum Column { On, Between, What, When, Next, Last, StateColumn, Columns };

    void set(const QList<core::ScheduleInfo> &schedules);
    const core::ScheduleInfo *at(int row) const;
    int rowOf(const QString &id) const; ///< -1: not there

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_schedules.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void switchWanted(const QString &id, bool on);

private:
    QVariant text(const core::ScheduleInfo &info, int column) const;
    QList<core::ScheduleInfo> m_schedules;
};

/// A switch in the first column, a mark beside the state.
class SchedulesDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    Look lookOf(const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

} // namespace syncline::ui
