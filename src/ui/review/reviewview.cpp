#include "ui/review/reviewview.h"

#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/review/conflictpage.h"
#include "ui/review/decidedpage.h"
#include "ui/review/deletepage.h"
#include "ui/review/duplicatepage.h"
#include "ui/review/heldpage.h"
#include "ui/theme/metrics.h"

#include <QDateTime>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

ReviewView::ReviewView(Backend &backend, QWidget *parent)
    : View(parent)
    , m_backend(backend)
    , m_header(new PageHeader(tr("Review")))
    , m_undo(linkButton(tr("Undo last"), u"undo"_s))
    , m_decided(textLabel({}, Style::Body, "second"))
    , m_tabs(new QTabBar)
    , m_message(new MessageBar)
    , m_pages(new QStackedWidget)
{
    setAccessibleName(tr("Review"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header->addAction(m_undo);
    m_header->addAction(m_decided);
    keepPageMargins(m_header);
    column->addWidget(m_header);
    auto *tabs = new QVBoxLayout;
    keepPageMargins(tabs);
    tabs->addWidget(m_tabs);
    column->addLayout(tabs);
    column->addWidget(rule());
    auto *message = new QVBoxLayout;
    keepPageMargins(message);
    message->addWidget(m_message);
    column->addLayout(message);
    column->addWidget(m_pages, 1);
    m_tabs->setAccessibleName(tr("What waits"));
    m_tabs->setObjectName(u"reviewTabs"_s);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    addPage(new ConflictPage(backend, this), u"conflicts"_s);
    addPage(new DuplicatePage(backend, this), u"duplicates"_s);
    addPage(new DeletePage(backend, this), u"deletes"_s);
    addPage(new HeldPage(backend, this), u"held"_s);
    addPage(new DecidedPage(backend, this), u"decided"_s);
    showCounts({});
    m_undo->setShortcut(QKeySequence::Undo);
    m_undo->setToolTip(tr("Takes the last decision back (Ctrl+Z)"));
    m_undo->setEnabled(false);
    connect(m_undo, &QPushButton::clicked, this, &ReviewView::undoLast);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        m_message->clear();
        page()->refresh();
    });
    connect(m_message, &MessageBar::clicked, m_message, &MessageBar::clear);
}

void ReviewView::addPage(ReviewPage *page, const QString &name)
{
    m_names << name;
    m_tabs->addTab(name);
    m_pages->addWidget(page);
    connect(page, &ReviewPage::decided, this, [this](const QString &batch) {
        m_batches << batch;
        ++m_decidedHere;
        m_message->clear();
        m_backend.announceChange();
    });
    connect(page, &ReviewPage::failed, this, &ReviewView::showFailure);
    connect(page, &ReviewPage::recordWanted, this, [this](const QString &id) { Q_EMIT open({u"record"_s, id, {}}); });
    connect(page, &ReviewPage::placeWanted, this,
            [this](const QString &view, const QString &id, const QString &filter) {
                if (view == "review"_L1)
                    goTo({view, id, filter});
                else
                    Q_EMIT open({view, id, filter});
            });
}

ReviewPage *ReviewView::page() const
{
    return static_cast<ReviewPage *>(m_pages->currentWidget());
}

void ReviewView::refresh()
{
    m_backend.ask<QList<core::SystemRef>>(
        this, [](core::Session &session) { return core::systemRefs(session); },
        [this](Result<QList<core::SystemRef>> systems) {
            if (!systems)
                return showFailure(systems.error());
            for (int i = 0; i < m_pages->count(); ++i)
                static_cast<ReviewPage *>(m_pages->widget(i))->setProviders(providersOf(*systems));
            page()->refresh();
        });
    const core::Millis dayBegan = QDateTime(QDate::currentDate(), QTime(0, 0)).toMSecsSinceEpoch();
    m_backend.ask<core::ReviewCounts>(
        this, [dayBegan](core::Session &session) { return core::ReviewBoard(session).counts(dayBegan); },
        [this](Result<core::ReviewCounts> counts) {
            if (counts)
                showCounts(*counts);
            else
                showFailure(counts.error());
        });
}

void ReviewView::goTo(const Place &place)
{
    if (const auto index = m_names.indexOf(place.filter); index >= 0)
        m_tabs->setCurrentIndex(int(index));
    if (!place.id.isEmpty())
        page()->choose(place.id);
}

void ReviewView::focusFilter()
{
    page()->focusFilter();
}

void ReviewView::showCounts(const core::ReviewCounts &counts)
{
    const auto tab = [&](int index, const QString &name, int count) {
        m_tabs->setTabText(index, count > 0 ? u"%1  %2"_s.arg(name, QLocale().toString(count)) : name);
    };
    tab(0, tr("Conflicts"), counts.conflicts);
    tab(1, tr("Possible duplicates"), counts.duplicates);
    tab(2, tr("Held deletes"), counts.deletes);
    tab(3, tr("Held records"), counts.held);
    tab(4, tr("Decided today"), counts.decidedToday);
    const int waiting = counts.waiting();
    m_header->setSubtitle(waiting == 0 ? tr("Nothing waits for you")
                              : waiting == 1
                              ? tr("1 waits for you; everything else goes on")
                              : tr("%1 wait for you; everything else goes on").arg(QLocale().toString(waiting)));
    m_decided->setVisible(m_decidedHere > 0);
    m_decided->setText(m_decidedHere == 0 ? QString() : tr("%1 decided, sent with the next run").arg(m_decidedHere));
    m_undo->setEnabled(!m_batches.isEmpty());
}

void ReviewView::showFailure(const Error &error)
{
    m_message->tell(MessageKind::Bad, error.message, error.remedy, tr("Close"), error.providerMessage);
}

void ReviewView::undoLast()
{
    if (m_batches.isEmpty())
        return;
    m_undo->setEnabled(false);
    m_backend.ask<int>(
        this, [batch = m_batches.last()](core::Session &session) { return core::Review(session).takeBackAll(batch); },
        [this](Result<int> count) {
            m_batches.removeLast();
            m_decidedHere = std::max(0, m_decidedHere - 1);
            if (!count)
                showFailure(count.error());
            m_backend.announceChange();
        });
}

} // namespace syncline::ui
