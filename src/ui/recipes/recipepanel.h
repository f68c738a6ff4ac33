#pragma once

#include "core/recipes/recipesetup.h"
#include "ui/backend/backend.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace syncline::ui {

class MessageBar;
class RecipeModel;

/// The ready-made set-ups for a business: what one would add, shown before it does (B1, B3).
class RecipePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RecipePanel(Backend &backend, QWidget *parent = nullptr);
    QPushButton *applyButton() const { return m_apply; }

Q_SIGNALS:
    void applied();

private:
    QWidget *choice();
    void choose();
    void preview();
    void apply();
    void showSetup(const Result<core::RecipeSetup> &setup);
    void setBusy(bool isBusy, const QString &state);
    QMap<QString, QString> settings() const;
    std::function<Result<core::RecipeSetup>(core::Session &, std::stop_token)> work(bool dryRun) const;

    Backend &m_backend;
    MessageBar *m_message;
    QComboBox *m_recipes;
    QLabel *m_description, *m_state;
    QFormLayout *m_settings;
    QMap<QString, QLineEdit *> m_edits; ///< by the key of the setting
    RecipeModel *m_model;
    QPushButton *m_apply;
    core::Recipe m_recipe;
    Task m_task;
    int m_question = 0;
};

} // namespace syncline::ui
