#pragma once

#include <QAbstractItemModel>
#include <QStyledItemDelegate>

namespace syncline::ui {

/// One case in the list at the left.
struct CaseLine
{
    QString id, title, second;
    bool operator==(const CaseLine &) const = default;
};

/// Cases with one cause.
struct CaseGroup
{
    QString key, title;
    QList<CaseLine> lines;
    bool operator==(const CaseGroup &) const = default;
};

/// Groups by cause, with their cases. A filter finds without accents.
class CaseModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;
    enum Role { IdRole = Qt::UserRole, SecondRole, CountRole };

    void setGroups(const QList<CaseGroup> &groups);
    void setFilter(const QString &text);
    int caseCount() const; ///< that the filter shows
    bool hidesAll() const { return m_groups.isEmpty() && !m_all.isEmpty(); }
    /// Place of a case among all that are shown, from 0; -1 if it is not shown.
    int placeOf(const QString &id) const;
    QString idAt(int place) const; ///< "" outside
    QModelIndex indexOf(const QString &id) const;
    const CaseGroup *groupOf(const QString &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void rebuild();
    QList<CaseGroup> m_all, m_groups;
    QString m_filter;
};

/// Paints group heads with a badge and cases in two lines.
class CaseDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace syncline::ui
