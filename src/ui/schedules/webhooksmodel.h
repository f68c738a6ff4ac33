#pragma once

#include "core/automation/webhooks.h"
#include "ui/components/rowdelegate.h"

#include <QAbstractTableModel>

namespace syncline::ui {

/// Systems that can tell of changes, as rows.
class WebhooksModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    enum Column { System, StateColumn, Address, Last, Columns };

    void set(const QList<core::WebhookPlace> &places);
    const core::WebhookPlace *at(int row) const;
    int rowOf(const QString &integration) const; ///< -1: not there

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_places.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::WebhookPlace> m_places;
};

/// What came to one address last, newest first.
class DeliveriesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    enum Column { At, Outcome, Events, Size, From, Columns };

    void set(const QList<core::DeliveryRow> &rows);
    const core::DeliveryRow *at(int row) const;
    int rowOf(qint64 id) const; ///< -1: not there

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::DeliveryRow> m_rows;
};

/// A mark beside the outcome.
class DeliveriesDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    Look lookOf(const QModelIndex &index) const override;
};

/// "accepted", or the answer that it got and why.
QString outcomeWords(const core::DeliveryRow &row);

} // namespace syncline::ui
