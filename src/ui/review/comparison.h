#pragma once

#include "core/services/reviewboard.h"
#include "ui/records/difference.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>

namespace syncline::ui {

/// What a person chose for one row.
struct Choice
{
    QString take; ///< system; "" for an own value or nothing yet
    std::optional<QString> own;
    bool isMade() const { return !take.isEmpty() || own; }
    bool operator==(const Choice &) const = default;
};

/// The sides of a record's conflicts next to each other: field, before, hub, each system; below, greyed, what was merged
/// by itself.
class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    struct Cell
    {
        QList<Span> spans;
        QString meta;        ///< who and when
        bool isWord = false; ///< "empty", "not mapped": no value
        bool isChoice = false;
        bool isChosen = false;
        bool isQuiet = false; ///< a merged field
    };

    void setBoard(const core::ConflictBoard &board);
    const core::ConflictBoard &board() const { return m_board; }
    const core::ConflictCase *conflictAt(int row) const; ///< null for a merged field
    Cell cell(int row, int column) const;
    QString systemOf(int column) const; ///< "" for the first two columns

    Choice choice(int row) const { return m_choices.value(row); }
    void choose(int row, const Choice &choice);
    /// The side's value as text, to start an own one from.
    QString textOf(int row, const Choice &choice) const;
    int choicesMade() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void choiceChanged(int row);

private:
    core::ConflictBoard m_board;
    QStringList m_systems;
    QList<Choice> m_choices;
};

/// Radio, value with its difference, who and when; wraps.
class ComparisonDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The table of both; as high as its rows.
class ComparisonTable final : public QTableView
{
    Q_OBJECT
public:
    explicit ComparisonTable(QWidget *parent = nullptr);
    ComparisonModel &comparison() { return *m_model; }
    /// The conflict that keys act on.
    int currentConflict() const;
    void fitHeight();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    ComparisonModel *m_model;
};

} // namespace syncline::ui
