#pragma once

#include "core/services/reviewtypes.h"

#include <QAbstractTableModel>

namespace syncline::ui {

/// Decisions, newest first.
class DecidedModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    enum Column { Time, What, Record, Answer, By, StateColumn, Columns };

    void set(const QList<core::PastDecision> &decisions);
    const core::PastDecision *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::PastDecision> m_rows;
};

} // namespace syncline::ui
