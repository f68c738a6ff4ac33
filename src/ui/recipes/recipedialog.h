#pragma once

#include "ui/backend/backend.h"

#include <QDialog>

namespace syncline::ui {

/// Recipes at any time after the first start.
class RecipeDialog final : public QDialog
{
    Q_OBJECT
public:
    RecipeDialog(Backend &backend, QWidget *parent);
};

} // namespace syncline::ui
