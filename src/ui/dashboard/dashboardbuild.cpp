#include "ui/backend/backend.h"
#include "ui/components/iconlabel.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/dashboard/dashboardview.h"
#include "ui/dashboard/healthtile.h"
#include "ui/dashboard/ledgercard.h"
#include "ui/dashboard/livecard.h"
#include "ui/dashboard/recentcard.h"
#include "ui/dashboard/runcharts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

/// How the dashboard is put together; what it shows stands in dashboardview.cpp.
using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

/// A short piece of line with its word: the legend of the two lines.
class LineKey : public QWidget
{
public:
    LineKey(Token token, bool dashed, const QString &word) : m_token(token), m_dashed(dashed), m_word(word)
    {
        setAccessibleName(word);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const QFontMetrics measure(ui::font(Style::Meta));
        return {24 + measure.horizontalAdvance(m_word), measure.height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QPen pen(color(m_token), 1.5);
        if (m_dashed)
            pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawLine(0, height() / 2, 16, height() / 2);
        painter.setPen(color(Token::Text));
        painter.setFont(ui::font(Style::Meta));
        painter.drawText(rect().adjusted(20, 0, 0, 0), Qt::AlignVCenter, m_word);
    }

private:
    Token m_token;
    bool m_dashed;
    QString m_word;
};

} // namespace

void DashboardView::buildHeader()
{
    m_header = new PageHeader(title());
    m_last = textLabel({}, Style::Body, "second");
    m_last->setObjectName(u"lastRunTime"_s);
    m_preview = plainButton(tr("Preview…"), u"eye"_s);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setToolTip(tr("See every write before it happens (Ctrl+P)"));
    m_sync = primaryButton(tr("Sync Now"), u"sync"_s);
    m_sync->setObjectName(u"syncNow"_s);
    m_sync->setToolTip(tr("Read, work out and write now (F5)"));
    m_more = primaryButton({}, u"down"_s);
    m_more->setObjectName(u"syncMenu"_s);
    m_more->setAccessibleName(tr("What to sync"));
    m_more->setToolTip(tr("Sync one system or one kind of record"));
    m_menu = new QMenu(this);
    m_more->setMenu(m_menu);
    m_header->addAction(m_last);
    m_header->addAction(m_preview);
    m_header->addAction(m_sync);
    m_header->addAction(m_more);
}

QWidget *DashboardView::buildCharts()
{
    auto *charts = new QWidget;
    auto *row = new QHBoxLayout(charts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::cardGap);
    m_runsCard = new Card;
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::gap);
    m_runsNote = textLabel({}, Style::Body, "second");
    m_runsMean = textLabel({}, Style::Meta, "second");
    head->addWidget(textLabel(tr("Runs"), Style::BodyBold));
    head->addWidget(m_runsNote);
    head->addStretch(1);
    head->addWidget(m_runsMean);
    m_bars = new RunBars;
    m_runsCard->body()->addLayout(head);
    m_runsCard->body()->addWidget(m_bars, 1);
    auto *lines = new Card;
    auto *legend = new QHBoxLayout;
    legend->setSpacing(metrics::gap);
    legend->addWidget(textLabel(tr("Records a run"), Style::BodyBold));
    legend->addStretch(1);
    legend->addWidget(new LineKey(Token::Accent, false, tr("Written")));
    legend->addWidget(new LineKey(Token::BadMark, true, tr("Failed")));
    m_lines = new WriteLines;
    lines->body()->addLayout(legend);
    lines->body()->addWidget(m_lines, 1);
    m_recent = new RecentCard;
    row->addWidget(m_runsCard, 1);
    row->addWidget(lines, 1);
    row->addWidget(m_recent, 1);
    return charts;
}

QWidget *DashboardView::buildLastRun()
{
    m_lastRun = new Card;
    m_lastRun->setObjectName(u"lastRun"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    m_lastRunTitle = textLabel({}, Style::BodyBold);
    m_lastRunText = textLabel({}, Style::Body, "second");
    m_lastRunText->setObjectName(u"lastRunText"_s);
    m_lastRunText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_report = plainButton(tr("Report"));
    m_report->setObjectName(u"report"_s);
    m_undo = plainButton(tr("Undo this run…"), u"undo"_s);
    m_undo->setObjectName(u"undoRun"_s);
    row->addWidget(new IconLabel(u"history"_s, Token::Text2));
    row->addWidget(m_lastRunTitle);
    row->addWidget(m_lastRunText, 1);
    for (QPushButton *button : {m_report, m_undo}) {
        button->setProperty("small", true);
        row->addWidget(button);
    }
    m_lastRun->body()->addLayout(row);
    return m_lastRun;
}

QWidget *DashboardView::buildBody()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    keepPageMargins(column, 0, metrics::cardPadding);
    column->setSpacing(metrics::cardGap);
    m_live = new LiveCard(m_backend.runs());
    m_tiles = new QHBoxLayout;
    m_tiles->setSpacing(metrics::gap);
    m_ledger = new LedgerCard;
    m_charts = buildCharts();
    column->addWidget(m_live);
    column->addLayout(m_tiles);
    column->addWidget(m_ledger);
    column->addWidget(m_charts);
    column->addWidget(buildLastRun());
    column->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("Dashboard"));
    return m_scroll;
}

} // namespace syncline::ui
