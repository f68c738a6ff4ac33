#pragma once

#include "core/services/integrations.h"
#include "ui/backend/backend.h"

#include <QDialog>
#include <QMap>

class QFrame;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace syncline::ui {

class BrowserWait;
class ConnectionForm;
class TestSteps;

/// Systems left, the form of the chosen one with its test in the middle, where its keys are found at the right. Add is
/// enabled by a passed test of exactly what is typed. Accepted when the integration was added.
class AddDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AddDialog(Backend &backend, QWidget *parent = nullptr);
    QString added() const { return m_added; }

private:
    QWidget *systems();
    QWidget *middle();
    QWidget *help();
    QWidget *foot();
    void choose(const QString &provider);
    void typed();
    void test();
    void waitForBrowser();
    void testWith(const core::Integrations::NewIntegration &wanted);
    void showWaiting(bool isWaiting);
    core::Integrations::NewIntegration wanted() const;
    void add();
    void showHelp();
    ConnectionForm *form() const;

    Backend &m_backend;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_forms = nullptr;
    TestSteps *m_steps = nullptr;
    QVBoxLayout *m_help = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_add = nullptr;
    QMap<QString, ConnectionForm *> m_made;
    QStackedWidget *m_middle = nullptr; ///< the form, or the wait for the browser
    BrowserWait *m_wait = nullptr;
    QFrame *m_side = nullptr;
    QPushButton *m_cancel = nullptr;
    core::SecretMap m_signedIn; ///< what the browser gave for exactly what is typed; kept in memory only
    QString m_provider;
    QString m_added;
    Task m_task;
    int m_turn = 0; ///< an answer to something typed since is not shown
};

} // namespace syncline::ui
