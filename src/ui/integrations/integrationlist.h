#pragma once

#include "core/services/integrations.h"
#include "ui/components/marks.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace syncline::ui {

/// How an integration is, in a mark and a word.
struct Condition
{
    State state = State::Off;
    QString word;
};
Condition conditionOf(const core::IntegrationInfo &info);

/// "2 min ago" for a time in ms since 1970; "never" for none.
QString ago(std::optional<core::Millis> at);

class IntegrationModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void set(QList<core::IntegrationInfo> list);
    const core::IntegrationInfo *at(int row) const;
    int rowOf(const QString &name) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    /// Display: the name; accessible text: one sentence.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<core::IntegrationInfo> m_list;
};

/// Tile, name and kinds of records; at the right state and last test.
class IntegrationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace syncline::ui
