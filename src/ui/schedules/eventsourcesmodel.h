#pragma once

#include "core/workspace/eventsourcestore.h"

#include <QAbstractTableModel>

namespace syncline::ui {

/// Programs that may send business events, as rows.
class EventSourcesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    enum Column { Source, Kinds, Last, Columns };

    void set(const QList<core::EventSourceRow> &sources);
    const core::EventSourceRow *at(int row) const;
    int rowOf(const QString &name) const; ///< -1: not there

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_sources.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::EventSourceRow> m_sources;
};

} // namespace syncline::ui
