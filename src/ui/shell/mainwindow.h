#pragma once

#include "core/services/dashboard.h"
#include "ui/shell/surroundings.h"
#include "ui/shell/view.h"
#include "ui/theme/palette.h"

#include <QMainWindow>
#include <QMap>
#include <QTimer>

#include <memory>

class QStackedWidget;

namespace syncline::ui {

class Actions;
class Automation;
class Backend;
class MessageBar;
class Sidebar;
class StatusBar;
class Tray;

/// Sidebar, pages and status bar around one workspace; asks for the demo or a first system where there is none.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Surroundings surroundings);
    ~MainWindow() override;

    /// Shows another workspace in this window; made if `create`.
    void openWorkspace(const QString &file, bool create);
    /// Starts the stand-ins, makes the demo's workspace if it is not there, and shows it.
    void openDemo();
    /// Nothing opened yet: the assistant.
    void showFirstStart();

    void go(const Place &place);
    void back();
    Place place() const { return m_place; }
    Backend *backend() const { return m_backend.get(); }

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectActions();
    void connectRuns();
    void connectTray();
    void startAutomation();
    void showNext();
    void showTray();
    void tellNews(const QList<core::Notification> &news);
    void comeForward(const QString &view);
    void addViews();
    void showAlone(QWidget *page);
    void connectSystems(const QStringList &providers);
    void closeWorkspace();
    View *view(const QString &name);
    void buildAhead();
    void showPlace(const Place &place);
    void refreshShown();
    void readBadges();
    void updateRail();
    void movePane(int step);
    void workspaceMenu();
    void newWorkspace();
    void chooseWorkspace();
    void demoStarted(const Result<QMap<QString, QString>> &addresses);
    void connectDemo(const QMap<QString, QString> &addresses);
    void askKeychain();
    void syncNow();
    void chooseScheme(SchemeChoice choice, const QString &name);
    void tellFailure(const Error &error);

    Surroundings m_surroundings;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<Automation> m_automation; ///< of the backend: goes before it
    Tray *m_tray = nullptr;
    core::Badges m_badges;
    Actions *m_actions;
    Sidebar *m_sidebar = nullptr;
    StatusBar *m_status = nullptr;
    MessageBar *m_message = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_start = nullptr; ///< the assistant
    QMap<QString, View *> m_views;
    QTimer m_idle;           ///< when it runs out, something is built ahead
    View *m_ahead = nullptr; ///< the one that is being built
    QList<Place> m_way;      ///< back along it
    Place m_place;
    bool m_wantsRail = false, m_wantsQuit = false;
};

} // namespace syncline::ui
