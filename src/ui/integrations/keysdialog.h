#pragma once

#include "core/services/integrations.h"
#include "ui/backend/backend.h"

#include <QDialog>

class QPushButton;

namespace syncline::ui {

class ConnectionForm;
class TestSteps;

/// Other keys for an integration that is connected: tried first, stored when they work.
class KeysDialog final : public QDialog
{
    Q_OBJECT
public:
    KeysDialog(Backend &backend, core::IntegrationInfo info, QWidget *parent = nullptr);

private:
    void signInByBrowser();
    void tryAndSave(const core::Integrations::NewIntegration &wanted);
    Backend &m_backend;
    core::IntegrationInfo m_info;
    ConnectionForm *m_form;
    TestSteps *m_steps;
    QPushButton *m_save;
    Task m_task;
};

} // namespace syncline::ui
