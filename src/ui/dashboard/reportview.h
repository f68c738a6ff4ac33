#pragma once

#include "core/services/runreport.h"
#include "ui/shell/view.h"

#include <QAbstractTableModel>

class QLabel;
class QPushButton;
class QTableView;

namespace syncline::ui {

class Backend;
class EmptyState;
class MessageBar;
class PageHeader;
class StateMark;

/// The ledger of a run: a row per system and entity that sums up.
class ReportLines : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { System, Entity, Seen, Written, Equal, LeftOut, InConflict, Held, Failed, Requests, Columns };
    using QAbstractTableModel::QAbstractTableModel;
    void set(const QList<core::ReportLine> &lines);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::ReportLine> m_lines;
};

/// What went wrong in a run, record by record, each with what cures it.
class ReportErrors : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { System, Record, What, Cure, Columns };
    using QAbstractTableModel::QAbstractTableModel;
    void set(const QList<core::ReportError> &errors);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::ReportError> m_errors;
};

/// What a run did: its numbers, its errors, and the ways on: its operations, taking it back.
class ReportView final : public View
{
    Q_OBJECT
public:
    ReportView(Backend &backend, QWidget *parent);
    void refresh() override;
    QString title() const override;
    void goTo(const Place &place) override;

private:
    void build();
    void showReport(const core::RunReport &report);

    Backend &m_backend;
    QString m_run;
    core::RunReport m_report;
    PageHeader *m_header = nullptr;
    MessageBar *m_message = nullptr;
    StateMark *m_state = nullptr;
    QLabel *m_text = nullptr;
    ReportLines *m_lines = nullptr;
    ReportErrors *m_errors = nullptr;
    QTableView *m_lineTable = nullptr;
    QTableView *m_errorTable = nullptr;
    EmptyState *m_noErrors = nullptr;
    QLabel *m_errorTitle = nullptr;
    QPushButton *m_operations = nullptr;
    QPushButton *m_undo = nullptr;
};

} // namespace syncline::ui
