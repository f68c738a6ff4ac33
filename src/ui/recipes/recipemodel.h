#pragma once

#include "core/recipes/recipesetup.h"

#include <QAbstractTableModel>

namespace syncline::ui {

/// What applying a recipe would do, as rows.
class RecipeModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    enum Column { What, Where, Field, Columns };

    void set(const core::RecipeSetup &setup);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<QStringList> m_rows; ///< texts by column
};

} // namespace syncline::ui
