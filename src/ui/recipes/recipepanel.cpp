#include "ui/recipes/recipepanel.h"

#include "ui/components/panels.h"
#include "ui/components/rowdelegate.h"
#include "ui/components/rowtable.h"
#include "ui/recipes/recipemodel.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

RecipePanel::RecipePanel(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_message(new MessageBar)
    , m_recipes(new QComboBox)
    , m_description(textLabel({}, Style::Body, "second"))
    , m_state(textLabel({}, Style::Meta, "meta"))
    , m_settings(new QFormLayout)
    , m_model(new RecipeModel(this))
    , m_apply(primaryButton(tr("Apply the recipe")))
{
    m_apply->setObjectName(u"applyRecipe"_s);
    m_state->setObjectName(u"recipeState"_s);
    auto *table = new QTableView;
    table->setAccessibleName(tr("What the recipe would add"));
    table->setModel(m_model);
    table->setItemDelegate(new RowDelegate(table));
    makeRowTable(table, u"recipeLines"_s, {150, 150});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    column->addWidget(m_message);
    column->addWidget(choice());
    column->addWidget(table, 1);
    column->addWidget(m_state);
    connect(m_recipes, &QComboBox::currentIndexChanged, this, &RecipePanel::choose);
    connect(m_apply, &QPushButton::clicked, this, &RecipePanel::apply);
    choose();
}

QWidget *RecipePanel::choice()
{
    m_recipes->setObjectName(u"recipes"_s);
    m_recipes->setAccessibleName(tr("Recipe"));
    for (const QString &name : core::Recipe::builtInNames()) {
        if (const auto recipe = core::Recipe::builtIn(name))
            m_recipes->addItem(recipe->title, name);
    }
    m_description->setWordWrap(true);
    m_settings->setLabelAlignment(Qt::AlignRight);
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_recipes);
    column->addWidget(m_description);
    column->addLayout(m_settings);
    return widget;
}

void RecipePanel::choose()
{
    const auto recipe = core::Recipe::builtIn(m_recipes->currentData().toString());
    if (!recipe)
        return m_message->tell(MessageKind::Bad, recipe.error().message, recipe.error().remedy);
    m_recipe = *recipe;
    m_description->setText(m_recipe.description);
    while (m_settings->rowCount() > 0)
        m_settings->removeRow(0);
    m_edits.clear();
    for (const core::RecipeSetting &setting : std::as_const(m_recipe.settings)) {
        auto *edit = new QLineEdit(setting.value);
        edit->setObjectName(QString(u"recipeSetting-"_s + setting.key));
        edit->setAccessibleName(setting.label);
        m_settings->addRow(setting.label, edit);
        m_edits.insert(setting.key, edit);
        connect(edit, &QLineEdit::editingFinished, this, &RecipePanel::preview);
    }
    preview();
}

QMap<QString, QString> RecipePanel::settings() const
{
    QMap<QString, QString> changed;
    for (const core::RecipeSetting &setting : m_recipe.settings) {
        if (const QString text = m_edits.value(setting.key)->text().trimmed(); text != setting.value)
            changed.insert(setting.key, text);
    }
    return changed;
}

std::function<Result<core::RecipeSetup>(core::Session &, std::stop_token)> RecipePanel::work(bool dryRun) const
{
    return [recipe = m_recipe, changed = settings(), dryRun](core::Session &session, std::stop_token stop) {
        return recipe.checkSettings(changed).and_then(
            [&] { return core::setUp(session, recipe, changed, dryRun, std::move(stop)); });
    };
}

/// The systems are asked for their fields; of several questions the last one counts.
void RecipePanel::preview()
{
    m_task.cancel();
    m_message->clear();
    setBusy(true, tr("Looking at the fields of your systems…"));
    m_task = m_backend.work<core::RecipeSetup>(this, work(true),
                                               [this, question = ++m_question](const Result<core::RecipeSetup> &setup) {
                                                   if (question == m_question)
                                                       showSetup(setup);
                                               });
}

void RecipePanel::showSetup(const Result<core::RecipeSetup> &setup)
{
    m_model->set(setup.value_or(core::RecipeSetup()));
    if (!setup) {
        setBusy(true, {});
        return m_message->tell(MessageKind::Bad, setup.error().message, setup.error().remedy);
    }
    setBusy(false,
            tr("%1 new fields here, %2 new mapping lines, %3 without a field that fits. Nothing that is mapped is "
               "changed.")
                .arg(setup->fields.size())
                .arg(setup->lines.size())
                .arg(setup->missing.size()));
}

void RecipePanel::setBusy(bool isBusy, const QString &state)
{
    m_apply->setEnabled(!isBusy);
    m_state->setText(state);
}

void RecipePanel::apply()
{
    ++m_question;
    setBusy(true, tr("Applying…"));
    m_recipes->setEnabled(false);
    m_backend.work<core::RecipeSetup>(this, work(false), [this](const Result<core::RecipeSetup> &setup) {
        m_recipes->setEnabled(true);
        if (!setup)
            return showSetup(setup);
        m_model->set(*setup);
        setBusy(false, {});
        m_message->tell(MessageKind::Note, tr("%1 is applied.").arg(m_recipe.title),
                        tr("Its events may come in from now on; the view Schedules says from whom."));
        m_backend.announceChange();
        Q_EMIT applied();
    });
}

} // namespace syncline::ui
