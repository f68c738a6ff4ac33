#pragma once

#include "ui/mapping/mappingdocument.h"

#include <QAbstractTableModel>
#include <QWidget>

class QComboBox;
class QPushButton;
class QTableView;

namespace syncline::ui {

/// The lines of the mapping as rows, then the suggestions.
class PairModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { HubField, DirectionColumn, RemoteField, Change, Required, Note, Columns };

    explicit PairModel(MappingDocument &document, QObject *parent = nullptr);
    core::PairId pairAt(int row) const;
    int rowOf(const core::PairId &pair) const;
    bool isSuggestion(int row) const { return row >= m_pairs.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    QString text(int row, int column) const;
    QString note(const core::PairId &pair) const;

    MappingDocument &m_document;
    QList<core::PairId> m_pairs;
    QList<core::MappingSuggestion> m_suggestions;
};

/// The list form: the same document as the canvas, for many pairs and for screen readers.
class PairTable final : public QWidget
{
    Q_OBJECT

public:
    explicit PairTable(MappingDocument &document, QWidget *parent = nullptr);
    QTableView *table() const { return m_table; }

Q_SIGNALS:
    void transformWanted(const syncline::core::PairId &pair);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void fillRemote();
    void add();
    void onCurrent(const QModelIndex &index);
    bool act(const QKeyEvent &event);

    MappingDocument &m_document;
    PairModel *m_model;
    QTableView *m_table;
    QComboBox *m_hub;
    QComboBox *m_remote;
    QPushButton *m_add;
};

} // namespace syncline::ui
