#pragma once

#include <QStyledItemDelegate>

namespace syncline::ui {

/// Edits a value of a lookup table: by a list where the field has one, else as text.
class OptionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit OptionDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) {}
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace syncline::ui
