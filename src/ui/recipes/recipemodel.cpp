#include "ui/recipes/recipemodel.h"

#include "ui/components/headings.h"

using namespace Qt::StringLiterals;

namespace syncline::ui {

void RecipeModel::set(const core::RecipeSetup &setup)
{
    beginResetModel();
    m_rows.clear();
    for (const QString &field : setup.fields)
        m_rows.append({tr("New field"), tr("this workspace"), field});
    const auto add = [this](const QString &what, const QList<core::RecipeSetup::Line> &lines) {
        for (const core::RecipeSetup::Line &line : lines) {
            const QString hub = line.entity + u": "_s + line.hub;
            m_rows.append({what, line.integration, line.remote.isEmpty() ? hub : hub + u" ↔ "_s + line.remote});
        }
    };
    add(tr("New mapping line"), setup.lines);
    add(tr("No field fits"), setup.missing);
    for (const QString &reason : setup.unasked)
        m_rows.append({tr("Not asked"), {}, reason});
    add(tr("Mapped already"), setup.present);
    endResetModel();
}

QVariant RecipeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    return m_rows.value(index.row()).value(index.column());
}

QVariant RecipeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList names{tr("What"), tr("Where"), tr("Field")};
    return heading(names.value(section), orientation, role);
}

} // namespace syncline::ui
