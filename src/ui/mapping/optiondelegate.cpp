#include "ui/mapping/optiondelegate.h"

#include "ui/mapping/transformforms.h"

#include <QComboBox>

namespace syncline::ui {

QWidget *OptionDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    const auto *model = qobject_cast<const LookupModel *>(index.model());
    if (!model || model->options(index.column()).isEmpty())
        return QStyledItemDelegate::createEditor(parent, option, index);
    auto *box = new QComboBox(parent);
    box->setAccessibleName(model->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    for (const core::HubOption &one : model->options(index.column()))
        box->addItem(one.label.isEmpty() ? tr("empty") : one.label, one.value);
    // A choice is whole: it need not be confirmed by leaving the cell.
    auto *delegate = const_cast<OptionDelegate *>(this);
    connect(box, &QComboBox::activated, delegate, [delegate, box] {
        Q_EMIT delegate->commitData(box);
        Q_EMIT delegate->closeEditor(box);
    });
    return box;
}

void OptionDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void OptionDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *box = qobject_cast<QComboBox *>(editor);
    if (!box)
        return QStyledItemDelegate::setModelData(editor, model, index);
    if (box->currentIndex() >= 0)
        model->setData(index, box->currentData(), Qt::EditRole);
}

} // namespace syncline::ui
