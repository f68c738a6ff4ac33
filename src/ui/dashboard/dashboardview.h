#pragma once

#include "core/services/dashboard.h"
#include "core/services/runcontrol.h"
#include "ui/shell/view.h"

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace syncline::ui {

class Backend;
class Card;
class EmptyState;
class HealthTile;
class LedgerCard;
class LiveCard;
class MessageBar;
class PageHeader;
class RecentCard;
class RunBars;
class WriteLines;

/// The live run, the health of the systems, what is in sync, left out or failing and why, the last runs, and what a
/// person can do about it. All from one snapshot.
class DashboardView final : public View
{
    Q_OBJECT
public:
    DashboardView(Backend &backend, QWidget *parent);

    void refresh() override;
    QString title() const override { return tr("Dashboard"); }
    void goTo(const Place &place) override;

    const core::DashboardSnapshot &snapshot() const { return m_snapshot; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHeader();
    QWidget *buildBody();
    QWidget *buildCharts();
    QWidget *buildLastRun();
    void connectParts();

    void showSnapshot(const core::DashboardSnapshot &snapshot);
    void showHeader();
    void showMessage();
    void showTiles();
    void showCharts();
    void showLastRun();
    void showEmpty();
    void fillMenu();
    void fit();

    void sync(const core::RunRequest &request);
    void actOnMessage();
    void ended(const core::RunEnd &end);

    Backend &m_backend;
    core::DashboardSnapshot m_snapshot;
    bool m_read = false;
    QString m_messageAct; ///< what the bar's button does

    PageHeader *m_header = nullptr;
    QPushButton *m_preview = nullptr;
    QPushButton *m_sync = nullptr;
    QPushButton *m_more = nullptr;
    QMenu *m_menu = nullptr;
    QLabel *m_last = nullptr;
    MessageBar *m_message = nullptr;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_scroll = nullptr;
    EmptyState *m_empty = nullptr;
    LiveCard *m_live = nullptr;
    QHBoxLayout *m_tiles = nullptr;
    QList<HealthTile *> m_health;
    LedgerCard *m_ledger = nullptr;
    Card *m_runsCard = nullptr;
    QLabel *m_runsNote = nullptr;
    QLabel *m_runsMean = nullptr;
    RunBars *m_bars = nullptr;
    WriteLines *m_lines = nullptr;
    RecentCard *m_recent = nullptr;
    QWidget *m_charts = nullptr;
    Card *m_lastRun = nullptr;
    QLabel *m_lastRunTitle = nullptr;
    QLabel *m_lastRunText = nullptr;
    QPushButton *m_report = nullptr;
    QPushButton *m_undo = nullptr;
};

} // namespace syncline::ui
