#pragma once

#include "core/services/dashboard.h"
#include "ui/components/rowdelegate.h"

#include <QAbstractTableModel>
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace syncline::ui {

class Backend;

/// Runs, newest first.
class RunsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    enum Column { Time, StateColumn, What, Written, Failed, Took, By, Columns };

    void set(const QList<core::RunSummary> &runs);
    const core::RunSummary *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_runs.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::RunSummary> m_runs;
};

/// The state has its mark.
class RunsDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    Look lookOf(const QModelIndex &index) const override;
};

/// The tab of Activity about runs as a whole: each opens its report.
class RunsPage final : public QWidget
{
    Q_OBJECT
public:
    RunsPage(Backend &backend, QWidget *parent);
    void refresh();

Q_SIGNALS:
    void reportWanted(const QString &run);
    void undoWanted(const QString &run);
    void failed(const syncline::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openCurrent();
    void showButtons();

    Backend &m_backend;
    QStackedWidget *m_stack;
    QTableView *m_table;
    RunsModel *m_model;
    QPushButton *m_report;
    QPushButton *m_undo;
};

} // namespace syncline::ui
