#pragma once

#include "ui/backend/backend.h"
#include "ui/shell/view.h"

class QComboBox;
class QVBoxLayout;

namespace syncline::ui {

/// What a person may set for this window. Saved at once.
class SettingsView final : public View
{
    Q_OBJECT
public:
    SettingsView(Backend &backend, QWidget *parent);
    void refresh() override;
    QString title() const override;

private:
    QWidget *appearance();
    QWidget *workspace();
    Backend &m_backend;
    QComboBox *m_scheme = nullptr;
};

} // namespace syncline::ui
