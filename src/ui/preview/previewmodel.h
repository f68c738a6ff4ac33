#pragma once

#include "ui/preview/previewchoice.h"

#include <QAbstractTableModel>
#include <QCache>

#include <functional>

namespace syncline::ui {

/// The rows of a plan: 100,000 of them as numbers, those that are looked at with their values, 200 a fetch.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Check, What, Record, Change, Why, Columns };
    enum Role { RowRole = Qt::UserRole, InRole, ChangedRole };

    /// Brings rows by their ids; answers later, or never.
    using Fetch =
        std::function<void(const QList<int> &ids, std::function<void(const QList<core::PreviewRow> &)> answer)>;

    PreviewModel(PreviewChoice *choice, Fetch fetch, QObject *parent = nullptr);

    /// Only rows of these leaves (none: all writes), and of these ids where given.
    void setFilter(const QList<int> &leaves, const std::optional<QSet<int>> &ids);
    qsizetype entryOf(int row) const { return m_shown[row]; }
    int idOf(int row) const { return m_choice->plan().entries[m_shown[row]].id; }
    int rowOfId(int id) const; ///< -1: not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    static constexpr int window = 200;

private:
    void rebuild();
    const core::PreviewRow *rowAt(int row) const;
    void want(int row) const;
    QVariant textOf(const core::PreviewRow &row, qsizetype entry, int column) const;

    PreviewChoice *m_choice;
    Fetch m_fetch;
    QList<int> m_leaves;
    std::optional<QSet<int>> m_ids;
    QList<qsizetype> m_shown;                           ///< indices of entries
    mutable QCache<int, core::PreviewRow> m_rows{2000}; ///< by id
    mutable QSet<int> m_asked;                          ///< windows on their way
    int m_generation = 0;
};

/// The word for a kind of write: "Create", "Update", …
QString writeKindWord(const QString &kind);
/// "Phone +33 1 → 1 and 2 more" as plain text, for screen readers and tooltips.
QString changeText(const core::PreviewRow &row);
QString shownText(const core::ShownValue &value);

} // namespace syncline::ui
