#pragma once

#include "core/services/integrations.h"
#include "ui/backend/backend.h"
#include "ui/components/panels.h"

class QTabBar;

namespace syncline::ui {

class LimitsCard;
class TestSteps;

/// One integration: how it is, its test, limits and permissions, and the way to pause or disconnect it.
class IntegrationDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit IntegrationDetail(Backend &backend, QWidget *parent = nullptr);
    void showIntegration(const core::IntegrationInfo &info);
    void test();

Q_SIGNALS:
    void openMapping(const QString &integration);

private:
    QWidget *head();
    QWidget *overview();
    void showMenu();
    void showMessage();
    void cure();
    void giveKeys();
    void setPaused(bool paused);
    void askDisconnect();
    void save(const QMap<QString, QString> &settings);
    using Act = std::function<Result<void>(core::Integrations &)>;
    void change(const Act &act);

    Backend &m_backend;
    core::IntegrationInfo m_info;
    SystemTile *m_tile;
    QLabel *m_name;
    QLabel *m_meta;
    StateMark *m_state;
    QPushButton *m_sync;
    QPushButton *m_more;
    QTabBar *m_tabs;
    MessageBar *m_message;
    QWidget *m_overview = nullptr;
    TestSteps *m_steps = nullptr;
    QPushButton *m_test = nullptr;
    QLabel *m_tested = nullptr;
    QLabel *m_kinds = nullptr;
    LimitsCard *m_limits;
};

} // namespace syncline::ui
