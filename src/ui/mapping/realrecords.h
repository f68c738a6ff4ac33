#pragma once

#include "ui/backend/backend.h"
#include "ui/mapping/mappingdocument.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace syncline::ui {

class Segments;

/// What the selected line makes of real records.
class RealRecordsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, From, To, Mark, Columns };

    explicit RealRecordsModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}
    void setRows(const QList<core::MappingPreviewRow> &rows, const QStringList &heads);
    int doubtful() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::MappingPreviewRow> m_rows;
    QStringList m_heads;
};

/// Ten real records in either direction, read again 150 ms after the last edit.
class RealRecords final : public QWidget
{
    Q_OBJECT

public:
    RealRecords(Backend &backend, MappingDocument &document, QWidget *parent = nullptr);
    void refreshSoon() { m_delay.start(); }

Q_SIGNALS:
    void othersWanted();

private:
    void refresh();
    void show(const Result<QList<core::MappingPreviewRow>> &rows);

    Backend &m_backend;
    MappingDocument &m_document;
    RealRecordsModel *m_model;
    Segments *m_way;
    QTableView *m_table;
    QLabel *m_foot;
    QPushButton *m_others;
    QTimer m_delay;
    int m_asked = 0; ///< answers to older questions are dropped
};

} // namespace syncline::ui
