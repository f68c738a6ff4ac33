#pragma once

#include "core/services/integrations.h"
#include "core/services/mirroring.h"
#include "ui/backend/backend.h"
#include "ui/mirror/latestprogress.h"
#include "ui/shell/view.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace syncline::ui {

class EmptyState;
class MessageBar;
class MirrorProgressCard;

/// Copies a system into a database of the user's, shows how far that is, and how old the copy is.
class MirrorView final : public View
{
    Q_OBJECT
public:
    MirrorView(Backend &backend, QWidget *parent);
    void refresh() override;
    QString title() const override;

private:
    QWidget *form();
    void showIntegrations(const Result<QList<core::IntegrationInfo>> &list);
    void chooseIntegration();
    void updateStart();
    void showAge();
    void start();
    void end(const core::MirrorOptions &options, const Result<core::mirror::MirrorReport> &report);
    QString integration() const;

    Backend &m_backend;
    MessageBar *m_message;
    EmptyState *m_empty;
    QWidget *m_form;
    QComboBox *m_integration;
    QLineEdit *m_to, *m_password;
    QCheckBox *m_full;
    QLabel *m_age;
    QPushButton *m_start;
    MirrorProgressCard *m_progress;
    QTimer m_look;
    std::shared_ptr<LatestProgress> m_heard;
    Task m_task;
    bool m_isRunning = false;
};

} // namespace syncline::ui
