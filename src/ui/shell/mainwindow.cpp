#include "ui/shell/mainwindow.h"

#include "ui/backend/automation.h"
#include "ui/backend/runs.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/components/scrollaccess.h"
#include "ui/firststart/assistant.h"
#include "ui/firststart/firststart.h"
#include "ui/shell/actions.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusbar.h"
#include "ui/shell/tray.h"
#include "ui/shell/views.h"
#include "ui/shell/workspaces.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int settingsKey = 8; ///< Ctrl+8, whatever views there are

} // namespace

MainWindow::MainWindow(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
    , m_actions(new Actions(this))
{
    installScrollAccess();
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Syncline"));
    setMinimumSize(metrics::leastWidth, metrics::leastHeight);
    build();
    addViews();
    connectActions();
    connectTray();
    const QSettings settings;
    resize(1280, 800);
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    m_wantsRail = settings.value(u"window/rail"_s).toBool();
    updateRail();
    constexpr int pause = 60; // ms, for whatever else waits
    m_idle.setSingleShot(true);
    m_idle.setInterval(pause);
    connect(&m_idle, &QTimer::timeout, this, &MainWindow::buildAhead);
}

MainWindow::~MainWindow()
{
    closeWorkspace();
}

void MainWindow::build()
{
    m_sidebar = new Sidebar;
    m_status = new StatusBar;
    m_message = new MessageBar;
    m_message->setObjectName(u"windowMessage"_s);
    m_pages = new QStackedWidget;
    constexpr int leastPage = 800; // so that the widest page does not keep the window wide
    m_pages->setMinimumWidth(leastPage);
    m_pages->setObjectName(u"pages"_s);
    m_pages->setAccessibleName(tr("Page"));
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *above = new QHBoxLayout;
    keepDistance(m_message, above, metrics::gap, 0);
    above->addWidget(m_message);
    column->addLayout(above);
    column->addWidget(m_pages, 1);
    auto *across = new QHBoxLayout;
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_sidebar);
    across->addWidget(middle, 1);
    auto *whole = new QWidget;
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(across, 1);
    rows->addWidget(m_status);
    setCentralWidget(whole);
    connect(m_sidebar, &Sidebar::chosen, this, [this](const QString &name) { go({name, {}, {}}); });
    connect(m_sidebar->search(), &QPushButton::clicked, (*m_actions)[u"palette"_s], &QAction::trigger);
    connect(m_sidebar->workspace(), &QAbstractButton::clicked, this, &MainWindow::workspaceMenu);
    connect(m_status, &StatusBar::runClicked, this, [this] { go({u"dashboard"_s, {}, {}}); });
    connect(m_status, &StatusBar::nextClicked, this, [this] { go({u"schedules"_s, {}, {}}); });
    connect(m_status, &StatusBar::personClicked, this, [this] { go({u"settings"_s, {}, u"person"_s}); });
    m_status->showPerson(m_surroundings.outside.actor);
    connect(m_status, &StatusBar::keychainClicked, this, &MainWindow::askKeychain);
    connect(m_message, &MessageBar::clicked, m_message, &MessageBar::clear);
}

void MainWindow::addViews()
{
    int number = 0;
    for (const ViewEntry &entry : views()) {
        if (entry.icon.isEmpty())
            continue;
        ++number;
        const int key = entry.name == "settings"_L1 ? settingsKey : number < settingsKey ? number : number + 1;
        const QKeySequence keys(Qt::CTRL | Qt::Key(Qt::Key_0 + key));
        m_sidebar->addView(entry.name, entry.icon, entry.label, keys.toString(QKeySequence::NativeText));
        QAction *action = m_actions->add(QString(u"go-"_s + entry.name), tr("Go to %1").arg(entry.label), entry.icon,
                                         keys);
        connect(action, &QAction::triggered, this, [this, name = entry.name] { go({name, {}, {}}); });
    }
}

void MainWindow::openWorkspace(const QString &file, bool create)
{
    closeWorkspace();
    m_backend = std::make_unique<Backend>(file, create, m_surroundings.outside);
    m_backend->setPostman(m_surroundings.postman);
    m_backend->setWebhooks(m_surroundings.webhooks);
    m_sidebar->workspace()->setWorkspace(workspaceName(file), QFileInfo(file).absolutePath());
    m_sidebar->show();
    setWindowTitle(tr("%1 – Syncline").arg(workspaceName(file)));
    connect(m_backend.get(), &Backend::changed, this, &MainWindow::refreshShown);
    connectRuns();
    startAutomation();
    m_backend->ask<int>(
        this, [](core::Session &) -> Result<int> { return 0; },
        [this, file](const Result<int> &opened) {
            if (!opened)
                return tellFailure(opened.error());
            rememberWorkspace(file);
            askKeychain();
        });
    const QList<ViewEntry> entries = views();
    if (!entries.isEmpty())
        go({entries.first().name, {}, {}});
    m_sidebar->focusSelected();
    m_idle.start();
}

void MainWindow::closeWorkspace()
{
    const QList<View *> views = m_views.values();
    m_views.clear();
    m_idle.stop();
    m_ahead = nullptr;
    m_way.clear();
    m_place = {};
    for (View *view : views) {
        m_pages->removeWidget(view);
        delete view;
    }
    if (m_start != nullptr) {
        m_pages->removeWidget(m_start);
        m_start->deleteLater();
        m_start = nullptr;
    }
    m_automation.reset();
    m_backend.reset();
    m_message->clear();
    showNext();
}

View *MainWindow::view(const QString &name)
{
    if (View *made = m_views.value(name))
        return made;
    for (const ViewEntry &entry : views()) {
        if (entry.name != name || !m_backend)
            continue;
        View *made = entry.make(*m_backend, m_pages);
        made->setObjectName(QString(u"view-"_s + name));
        made->setAccessibleName(entry.label);
        m_pages->addWidget(made);
        m_views.insert(name, made);
        connect(made, &View::open, this, &MainWindow::go);
        return made;
    }
    return nullptr;
}

/// The views that nobody has looked at yet are built while nothing happens, then dressed some widgets at a time, then laid
/// out, so that going there takes little from a run.
void MainWindow::buildAhead()
{
    if (!m_backend || m_backend->runs().isRunning())
        return;
    constexpr int patience = 4; // ms
    QElapsedTimer timer;
    timer.start();
    for (QWidget *widget : m_ahead != nullptr ? m_ahead->findChildren<QWidget *>() : QList<QWidget *>()) {
        if (timer.elapsed() > patience)
            return m_idle.start();
        if (!widget->testAttribute(Qt::WA_WState_Polished))
            widget->ensurePolished();
    }
    if (m_ahead != nullptr) {
        m_ahead->resize(m_pages->size());
        m_ahead->layout()->activate();
        m_ahead = nullptr;
        return m_idle.start();
    }
    for (const ViewEntry &entry : views()) {
        if (m_views.contains(entry.name))
            continue;
        m_ahead = view(entry.name);
        return m_idle.start();
    }
}

void MainWindow::go(const Place &place)
{
    const Place before = m_place;
    if (View *here = m_views.value(before.view); here != nullptr && place != before && !here->mayLeave()) {
        m_sidebar->select(before.view);
        return;
    }
    if (place == before || view(place.view) == nullptr) {
        m_sidebar->select(before.view);
        return;
    }
    if (!before.view.isEmpty())
        m_way.append(before);
    showPlace(place);
}

void MainWindow::back()
{
    if (m_way.isEmpty())
        return;
    if (View *here = m_views.value(m_place.view); here != nullptr && !here->mayLeave())
        return;
    showPlace(m_way.takeLast());
}

void MainWindow::showPlace(const Place &place)
{
    View *target = view(place.view);
    if (target == nullptr)
        return;
    m_place = place;
    if (place.view == "dashboard"_L1)
        m_message->clear(); // it says itself what is wrong
    target->goTo(place);
    m_pages->setCurrentWidget(target);
    m_sidebar->select(place.view);
    (*m_actions)[u"back"_s]->setEnabled(!m_way.isEmpty());
    target->refresh();
    readBadges();
}

void MainWindow::refreshShown()
{
    if (View *here = m_views.value(m_place.view))
        here->refresh();
    readBadges();
}

void MainWindow::updateRail()
{
    const bool isNarrow = width() < metrics::narrowWidth;
    m_sidebar->setRail(m_wantsRail || isNarrow);
    PageMargin::instance().setNarrow(isNarrow);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateRail();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (View *here = m_views.value(m_place.view); here != nullptr && !here->mayLeave()) {
        event->ignore();
        return;
    }
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/rail"_s, m_wantsRail);
    if (m_tray->isShown() && !m_wantsQuit && settings.value(u"tray/keep"_s).toBool()) {
        hide(); // schedules go on
        event->ignore();
        return;
    }
    event->accept();
}

void MainWindow::tellFailure(const Error &error)
{
    m_message->tell(MessageKind::Bad, error.message, error.remedy, tr("Close"), error.providerMessage);
}

void MainWindow::showFirstStart()
{
    closeWorkspace();
    auto *start = new FirstStart(m_surroundings.outside.providers);
    showAlone(start);
    start->setFocus();
    connect(start, &FirstStart::demoWanted, this, &MainWindow::openDemo);
    connect(start, &FirstStart::connectWanted, this, &MainWindow::connectSystems);
    connect(start, &FirstStart::openWanted, this, &MainWindow::chooseWorkspace);
}

/// A page that has the window for itself.
void MainWindow::showAlone(QWidget *page)
{
    m_start = page;
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    m_sidebar->hide();
}

void MainWindow::connectSystems(const QStringList &providers)
{
    openWorkspace(freshWorkspace(), true);
    auto *assistant = new Assistant(*m_backend, providers);
    showAlone(assistant);
    const auto leave = [this](const QString &to) {
        m_pages->removeWidget(m_start);
        m_start->deleteLater();
        m_start = nullptr;
        m_sidebar->show();
        m_place = {};
        go({to, {}, {}});
    };
    connect(assistant, &Assistant::finished, this,
            [this, leave] { leave(view(u"preview"_s) != nullptr ? u"preview"_s : u"integrations"_s); });
    connect(assistant, &Assistant::left, this, [leave] { leave(u"integrations"_s); });
}

} // namespace syncline::ui
