#pragma once

#include "core/services/activity.h"
#include "ui/components/rowdelegate.h"
#include "ui/records/windowmodel.h"
#include "ui/records/words.h"

namespace syncline::ui {

/// The table of operations, read through a window.
class ActivityModel final : public WindowModel<core::ActivityLine>
{
public:
    using WindowModel::WindowModel;
    enum Column { Time, StateColumn, SystemColumn, Kind, Record, What, Columns };

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

class ActivityDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setProviders(const Providers &providers) { m_providers = providers; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Providers m_providers;
};

/// Mark and word of what became of an operation.
State stateOf(const core::ActivityLine &line);
QString stateWord(const core::ActivityLine &line);
/// "Contact, create".
QString kindWord(const core::ActivityLine &line);
QString actWord(const QString &kind);

} // namespace syncline::ui
