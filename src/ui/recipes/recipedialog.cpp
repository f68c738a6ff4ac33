#include "ui/recipes/recipedialog.h"

#include "ui/components/panels.h"
#include "ui/recipes/recipepanel.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

RecipeDialog::RecipeDialog(Backend &backend, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"recipeDialog"_s);
    setWindowTitle(tr("A recipe for your business"));
    constexpr QSize usual{640, 520};
    resize(usual);
    auto *panel = new RecipePanel(backend);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(metrics::cardPadding, metrics::cardPadding, metrics::cardPadding, metrics::cardPadding);
    inside->addWidget(panel);
    auto *close = plainButton(tr("Close"));
    close->setObjectName(u"closeRecipes"_s);
    auto *bar = new ActionBar;
    bar->addButton(close);
    bar->addButton(panel->applyButton());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(inside, 1);
    column->addWidget(bar);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace syncline::ui
