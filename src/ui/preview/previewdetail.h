#pragma once

#include "core/services/preview.h"

#include <QAbstractTableModel>
#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace syncline::ui {

/// Every field of one write: now, after, why.
class FieldChanges : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Field, Now, After, Why, Columns };
    enum Role { ChangeRole = Qt::UserRole, CreatedRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setRow(const core::PreviewRow &row, bool undo);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    core::PreviewRow m_row;
    bool m_undo = false;
};

/// The foot of the table: the chosen row with all its fields, its request and the way to its record.
class PreviewDetailPane : public QFrame
{
    Q_OBJECT
public:
    explicit PreviewDetailPane(QWidget *parent = nullptr);
    void showDetail(const core::PreviewDetail &detail, bool undo);
    void clear();

Q_SIGNALS:
    void recordWanted(const QString &hubId);

private:
    void showRequest(bool request);

    core::PreviewDetail m_detail;
    QLabel *m_sign;
    QLabel *m_name;
    QLabel *m_place;
    QPushButton *m_open;
    QPushButton *m_request;
    QStackedWidget *m_stack;
    QTableView *m_table;
    FieldChanges *m_model;
    QPlainTextEdit *m_text;
};

} // namespace syncline::ui
