#include "ui/dashboard/dashboardview.h"

#include "ui/backend/backend.h"
#include "ui/backend/runs.h"
#include "ui/components/panels.h"
#include "ui/dashboard/healthtile.h"
#include "ui/dashboard/ledgercard.h"
#include "ui/dashboard/livecard.h"
#include "ui/dashboard/recentcard.h"
#include "ui/dashboard/runcharts.h"
#include "ui/dashboard/runwords.h"
#include "ui/preview/previewtree.h"
#include "ui/preview/times.h"
#include "ui/records/words.h"
#include "ui/settings/preferences.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int lowWindow = 720; ///< of the view: below, three rows in a list
constexpr int mostTiles = 6;

} // namespace

DashboardView::DashboardView(Backend &backend, QWidget *parent) : View(parent), m_backend(backend)
{
    setObjectName(u"dashboardPage"_s);
    buildHeader();
    m_message = new MessageBar;
    m_message->setObjectName(u"dashboardMessage"_s);
    m_empty = new EmptyState;
    m_empty->setObjectName(u"dashboardEmpty"_s);
    m_stack = new QStackedWidget;
    m_stack->addWidget(buildBody());
    m_stack->addWidget(m_empty);
    auto *top = new QVBoxLayout;
    keepDistance(m_message, top, 0, metrics::cardGap);
    top->setSpacing(0);
    top->addWidget(m_header);
    top->addWidget(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_stack, 1);
    connectParts();
    showSnapshot(m_snapshot);
}

void DashboardView::connectParts()
{
    connect(m_preview, &QPushButton::clicked, this, [this] { Q_EMIT open({u"preview"_s, {}, {}}); });
    connect(m_sync, &QPushButton::clicked, this, [this] {
        if (previewFirst())
            Q_EMIT open({u"preview"_s, {}, {}});
        else
            sync({});
    });
    connect(m_menu, &QMenu::aboutToShow, this, &DashboardView::fillMenu); // no snapshot empties it while it is open
    connect(m_message, &MessageBar::clicked, this, &DashboardView::actOnMessage);
    connect(m_ledger, &LedgerCard::open, this, [this](Place place) {
        if (place.view == "report"_L1 && !m_snapshot.runs.isEmpty())
            place.id = m_snapshot.runs.first().id;
        Q_EMIT open(place);
    });
    connect(m_bars, &RunBars::reportWanted, this, [this](const QString &run) { Q_EMIT open({u"report"_s, run, {}}); });
    connect(m_recent, &RecentCard::recordWanted, this, [this](const QString &hub) {
        Q_EMIT open({u"record"_s, hub, {}});
    });
    connect(m_recent, &RecentCard::allWanted, this, [this] { Q_EMIT open({u"activity"_s, {}, {}}); });
    connect(m_report, &QPushButton::clicked, this, [this] {
        if (!m_snapshot.runs.isEmpty())
            Q_EMIT open({u"report"_s, m_snapshot.runs.first().id, {}});
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (!m_snapshot.runs.isEmpty())
            Q_EMIT open({u"undo"_s, m_snapshot.runs.first().id, {}});
    });
    connect(m_empty, &EmptyState::clicked, this, [this] {
        Q_EMIT open({m_snapshot.systems.isEmpty() ? u"integrations"_s : u"mapping"_s,
                     {},
                     m_snapshot.systems.isEmpty() ? u"add"_s : QString()});
    });
    Runs &runs = m_backend.runs();
    connect(&runs, &Runs::started, this, &DashboardView::showHeader);
    connect(&runs, &Runs::progressed, this, &DashboardView::showTiles);
    connect(&runs, &Runs::finished, this, &DashboardView::ended);
}

void DashboardView::goTo(const Place &place)
{
    if (place.filter == "sync"_L1)
        sync({});
}

void DashboardView::refresh()
{
    m_backend.ask<core::DashboardSnapshot>(
        this, [](core::Session &session) { return core::Dashboard(session).snapshot(); },
        [this](const Result<core::DashboardSnapshot> &snapshot) {
            if (snapshot) {
                m_read = true;
                showSnapshot(*snapshot);
            } else {
                m_messageAct = u"refresh"_s;
                m_message->tell(MessageKind::Bad, snapshot.error().message, snapshot.error().remedy, tr("Try again"),
                                snapshot.error().providerMessage);
            }
        });
}

void DashboardView::showSnapshot(const core::DashboardSnapshot &snapshot)
{
    m_snapshot = snapshot;
    m_ledger->set(snapshot.totals, snapshot.waiting);
    m_recent->set(snapshot.recent);
    showEmpty();
    showTiles();
    showCharts();
    showLastRun();
    showHeader();
    showMessage();
    fit();
}

void DashboardView::showEmpty()
{
    const bool connected = !m_snapshot.systems.isEmpty();
    m_stack->setCurrentIndex(m_read && (!connected || !m_snapshot.mapped) ? 1 : 0);
    if (!connected)
        m_empty->set(u"plug"_s, tr("No system connected yet"), tr("Connect the first one to see its fields."),
                     tr("Add integration…"));
    else
        m_empty->set(u"mapping"_s, tr("Nothing is mapped"),
                     tr("Say which field belongs to which; Syncline suggests the pairs that look right."),
                     tr("Look at the suggestions"));
}

void DashboardView::showHeader()
{
    const bool ready = m_snapshot.mapped && !m_backend.runs().isRunning();
    const bool any = m_snapshot.mapped;
    for (QPushButton *button : {m_preview, m_sync, m_more}) {
        button->setVisible(any);
        button->setEnabled(ready);
    }
    const QString why = m_backend.runs().isRunning() ? tr("A run is going on.") : QString();
    m_sync->setToolTip(why.isEmpty() ? tr("Read, work out and write now (F5)") : why);
    if (m_snapshot.runs.isEmpty()) {
        m_last->setText(any ? tr("No run yet") : QString());
        return;
    }
    const core::RunSummary &run = m_snapshot.runs.first();
    m_last->setText(tr("Last run %1").arg(shortTime(run.startedAt)));
    m_last->setToolTip(exactTime(run.startedAt));
}

/// One bar at a time, the most serious first.
void DashboardView::showMessage()
{
    for (const core::SystemHealth &system : std::as_const(m_snapshot.systems)) {
        if (healthMark(system.state) != State::Failing)
            continue;
        m_messageAct = u"integration:"_s + system.name;
        m_message->tell(MessageKind::Bad, tr("%1: %2").arg(system.name, system.message),
                        tr("Its changes are kept and sent later; the other systems go on."), tr("Look"),
                        system.providerMessage);
        return;
    }
    if (!m_snapshot.runs.isEmpty() && m_snapshot.runs.first().status == "stopped"_L1) {
        const core::RunSummary &run = m_snapshot.runs.first();
        m_messageAct = u"plan:"_s + run.id;
        m_message->tell(MessageKind::Warn, run.guards.value(0), tr("The run stopped. Nothing was written."),
                        tr("Look at the preview"));
        return;
    }
    if (!m_snapshot.drift.isEmpty()) {
        const core::Drift &drift = m_snapshot.drift.first();
        m_messageAct = u"mapping:"_s + drift.system;
        m_message->tell(MessageKind::Warn,
                        tr("%1 has lost what is mapped: “%2”.").arg(drift.system, drift.fields.join(u"”, “"_s)),
                        tr("Nothing is sent to or read from it; all other fields go on."), tr("Change the mapping…"));
        return;
    }
    if (m_snapshot.runs.isEmpty() && m_snapshot.mapped && !m_backend.runs().isRunning()) {
        m_messageAct = u"preview"_s;
        m_message->tell(MessageKind::Note, tr("Everything is ready for the first run."),
                        tr("Look at it before anything is written."), tr("Preview the first run"));
        return;
    }
    m_messageAct.clear();
    m_message->clear();
}

void DashboardView::actOnMessage()
{
    if (m_messageAct.startsWith("integration:"_L1))
        Q_EMIT open({u"integrations"_s, m_messageAct.section(u':', 1), {}});
    else if (m_messageAct.startsWith("mapping:"_L1))
        Q_EMIT open({u"mapping"_s, m_messageAct.section(u':', 1), {}});
    else if (m_messageAct.startsWith("plan:"_L1))
        Q_EMIT open({u"preview"_s, m_messageAct.section(u':', 1), {}});
    else if (m_messageAct == "preview"_L1)
        Q_EMIT open({u"preview"_s, {}, {}});
    else
        refresh();
}

void DashboardView::showTiles()
{
    const int wanted = int(qMin<qsizetype>(mostTiles, m_snapshot.systems.size()));
    while (m_health.size() > wanted)
        delete m_health.takeLast();
    while (m_health.size() < wanted) {
        auto *tile = new HealthTile;
        const int place = int(m_health.size());
        connect(tile, &QAbstractButton::clicked, this, [this, place] {
            if (place < m_snapshot.systems.size())
                Q_EMIT open({u"integrations"_s, m_snapshot.systems[place].name, {}});
        });
        m_tiles->addWidget(tile);
        m_health.append(tile);
    }
    const bool running = m_backend.runs().isRunning();
    const QString now = m_backend.runs().progress().integration;
    for (int i = 0; i < wanted; ++i)
        m_health[i]->set(m_snapshot.systems[i], running && m_snapshot.systems[i].name == now,
                         QDateTime::currentMSecsSinceEpoch());
}

void DashboardView::showCharts()
{
    m_charts->setVisible(!m_snapshot.runs.isEmpty());
    m_bars->set(m_snapshot.runs);
    m_lines->set(m_snapshot.runs);
    const QDate today = QDate::currentDate();
    int runs = 0, good = 0;
    for (const core::RunSummary &run : std::as_const(m_snapshot.runs)) {
        if (QDateTime::fromMSecsSinceEpoch(run.startedAt).date() != today)
            continue;
        ++runs;
        good += run.isGood() ? 1 : 0;
    }
    m_runsNote->setText(tr("%1 today, %2 good").arg(numberText(runs), numberText(good)));
    m_runsMean->setText(tr("Mean %1").arg(durationText(meanDuration(m_snapshot.runs))));
}

void DashboardView::showLastRun()
{
    m_lastRun->setVisible(!m_snapshot.runs.isEmpty());
    if (m_snapshot.runs.isEmpty())
        return;
    const core::RunSummary &run = m_snapshot.runs.first();
    m_lastRunTitle->setText(tr("Last run, %1").arg(shortTime(run.startedAt)));
    const QString state = run.isGood() ? QString() : QString(runWord(run) + u". "_s);
    m_lastRunText->setText(QString(state + runScope(run) + u": "_s + runSentence(run)));
    m_lastRunText->setToolTip(m_lastRunText->text());
    m_undo->setVisible(run.canUndo && run.written > 0);
}

void DashboardView::fillMenu()
{
    m_menu->clear();
    const auto add = [this](const QString &text, const core::RunRequest &request) {
        QAction *action = m_menu->addAction(text);
        connect(action, &QAction::triggered, this, [this, request] { sync(request); });
    };
    add(tr("Everything"), {});
    core::RunRequest full;
    full.full = true;
    add(tr("Everything, reading all records again"), full);
    m_menu->addSeparator();
    for (const core::SystemHealth &system : std::as_const(m_snapshot.systems)) {
        core::RunRequest one;
        one.integrations = QStringList{system.name};
        add(tr("Only %1").arg(system.name), one);
    }
    m_menu->addSeparator();
    for (const core::Share &share : std::as_const(m_snapshot.totals.inSyncBy)) {
        core::RunRequest one;
        one.entities = QStringList{share.entity};
        add(tr("Only %1").arg(insideSentence(entityPlural(share.entity))), one);
    }
}

void DashboardView::sync(const core::RunRequest &request)
{
    if (!m_backend.runs().start(request))
        return;
    m_messageAct.clear();
    m_message->clear();
}

void DashboardView::ended(const core::RunEnd &end)
{
    showHeader();
    showTiles();
    if (end.run.isEmpty() && end.problem && !end.cancelled) {
        m_messageAct = u"refresh"_s;
        m_message->tell(MessageKind::Bad, end.problem->message, end.problem->remedy, {}, end.problem->providerMessage);
    }
}

void DashboardView::resizeEvent(QResizeEvent *event)
{
    View::resizeEvent(event);
    fit();
}

/// Low windows show fewer reasons; nothing is cut.
void DashboardView::fit()
{
    m_ledger->setRows(height() < lowWindow ? 3 : 4);
}

} // namespace syncline::ui
