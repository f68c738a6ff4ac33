#include "ui/activity/activityview.h"

#include "ui/activity/activitydetailpane.h"
#include "ui/activity/activitymodel.h"
#include "ui/activity/runspage.h"
#include "ui/backend/backend.h"
#include "ui/components/panels.h"

#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

ActivityView::ActivityView(Backend &backend, QWidget *parent)
    : View(parent)
    , m_backend(backend)
    , m_header(new PageHeader(tr("Activity")))
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_runs(new RunsPage(backend, this))
    , m_message(new MessageBar)
    , m_search(new QLineEdit)
    , m_system(new QComboBox)
    , m_kind(new QComboBox)
    , m_failed(chip(tr("Failed")))
    , m_today(chip(tr("Today")))
    , m_run(chip(tr("One run")))
    , m_retryAll(plainButton(tr("Try again"), u"refresh"_s))
    , m_strip(linkButton({}))
    , m_stack(new QStackedWidget)
    , m_table(new QTableView)
    , m_model(new ActivityModel(this))
    , m_delegate(new ActivityDelegate(m_table))
    , m_detail(new ActivityDetailPane)
    , m_empty(new EmptyState)
{
    setAccessibleName(tr("Activity"));
    build();
    connectParts();
}

void ActivityView::connectParts()
{
    const auto again = [this] { read(true); };
    connect(&m_typing, &QTimer::timeout, this, again);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_system, &QComboBox::activated, this, again);
    connect(m_kind, &QComboBox::activated, this, again);
    connect(m_failed, &QPushButton::toggled, this, again);
    connect(m_today, &QPushButton::toggled, this, again);
    connect(m_run, &QPushButton::clicked, this, [this] {
        m_runId.clear();
        read(true);
    });
    connect(m_retryAll, &QPushButton::clicked, this, &ActivityView::retryAll);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_runs, &RunsPage::reportWanted, this, [this](const QString &run) { Q_EMIT open({u"report"_s, run, {}}); });
    connect(m_runs, &RunsPage::undoWanted, this, [this](const QString &run) { Q_EMIT open({u"undo"_s, run, {}}); });
    connect(m_runs, &RunsPage::failed, this, [this](const Error &error) {
        m_message->tell(MessageKind::Bad, error.message, error.remedy, tr("Close"));
    });
    connect(m_empty, &EmptyState::clicked, this, &ActivityView::clearFilter);
    connect(m_message, &MessageBar::clicked, m_message, &MessageBar::clear);
    connect(m_strip, &QPushButton::clicked, this, [this] {
        if (m_waiting)
            showRows(*std::exchange(m_waiting, std::nullopt), false);
        m_table->scrollToTop();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0 && m_waiting)
            showRows(*std::exchange(m_waiting, std::nullopt), false);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ActivityView::showDetail);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ActivityView::showDetail);
    connect(m_detail, &ActivityDetailPane::recordWanted, this, [this](const QString &id) {
        Q_EMIT open({u"record"_s, id, {}});
    });
    connect(m_detail, &ActivityDetailPane::mappingWanted, this, [this](const QString &system) {
        Q_EMIT open({u"mapping"_s, system, {}});
    });
    connect(m_detail, &ActivityDetailPane::retryWanted, this, [this] {
        const core::ActivityLine *line = m_model->rowAt(m_table->currentIndex().row());
        if (!line)
            return;
        m_backend.ask<bool>(
            this,
            [line = *line](core::Session &session) {
                return core::Activity(session).retry(line).map([] { return true; });
            },
            [this](Result<bool> done) {
                if (!done)
                    return m_message->tell(MessageKind::Bad, done.error().message, done.error().remedy, tr("Close"));
                m_message->tell(MessageKind::Note, tr("The next run looks at it again."), {}, tr("Close"));
            });
    });
}

core::ActivityQuery ActivityView::query() const
{
    core::ActivityQuery query;
    query.integration = m_system->currentData().toString();
    query.kind = m_kind->currentData().toString();
    query.failedOnly = m_failed->isChecked();
    if (m_today->isChecked())
        query.since = QDateTime(QDate::currentDate(), QTime(0, 0)).toMSecsSinceEpoch();
    query.run = m_runId;
    query.text = m_search->text().trimmed();
    return query;
}

void ActivityView::refresh()
{
    read(false);
    m_runs->refresh();
}

void ActivityView::goTo(const Place &place)
{
    m_tabs->setCurrentIndex(place.filter == "runs"_L1 ? 1 : 0);
    if (place.filter == "runs"_L1)
        return;
    m_runId = place.id;
    if (place.filter == "failed"_L1)
        m_failed->setChecked(true);
    else if (place.filter == "today"_L1)
        m_today->setChecked(true);
    else if (const int system = m_system->findText(place.filter); system > 0)
        m_system->setCurrentIndex(system);
    else
        m_search->setText(place.filter);
    m_index.reset();
}

void ActivityView::focusFilter()
{
    m_tabs->setCurrentIndex(0);
    m_search->setFocus();
    m_search->selectAll();
}

void ActivityView::read(bool isNew)
{
    const int number = ++m_asked;
    m_backend.ask<Setting>(
        this,
        [query = query()](core::Session &session) -> Result<Setting> {
            core::Activity activity(session);
            const auto systems = core::systemRefs(session);
            const auto index = activity.open(query);
            core::ActivityQuery failedQuery = query;
            failedQuery.failedOnly = true;
            const auto failed = query.failedOnly ? index : activity.open(failedQuery);
            if (!systems || !index || !failed)
                return failure(!systems ? systems.error() : !index ? index.error() : failed.error());
            return Setting{*systems, *index, failed->count};
        },
        [this, number, isNew](Result<Setting> setting) {
            if (number != m_asked)
                return;
            if (setting)
                take(*setting, isNew);
            else
                m_message->tell(MessageKind::Bad, setting.error().message, setting.error().remedy, tr("Close"));
        });
}

bool ActivityView::isAtTop() const
{
    return m_table->verticalScrollBar()->value() == 0;
}

void ActivityView::take(const Setting &setting, bool isNew)
{
    showSystems(setting.systems);
    m_delegate->setProviders(providersOf(setting.systems));
    m_run->setVisible(!m_runId.isEmpty());
    m_run->setChecked(!m_runId.isEmpty());
    const bool another = isNew || !m_index || !(m_index->query == setting.index.query);
    if (another || isAtTop())
        return showRows(setting, another);
    const int fresh = setting.index.count - m_index->count;
    if (fresh <= 0)
        return;
    m_waiting = setting;
    m_strip->setText(tr("%1 new").arg(QLocale().toString(fresh)));
    m_strip->setAccessibleName(m_strip->text());
    m_strip->show();
}

void ActivityView::showRows(const Setting &setting, bool isNew)
{
    m_waiting.reset();
    m_strip->hide();
    m_index = std::make_shared<const core::ActivityIndex>(setting.index);
    const ActivityModel::Fetch fetch = [this, index = m_index](int first, int count,
                                                               const ActivityModel::Arrived &arrived) {
        m_backend.ask<QList<core::ActivityLine>>(
            this,
            [index, first, count](core::Session &session) {
                return core::Activity(session).lines(*index, first, count);
            },
            [arrived](const Result<QList<core::ActivityLine>> &lines) {
                arrived(lines.value_or(QList<core::ActivityLine>()));
            });
    };
    if (isNew)
        m_model->reset(setting.index.count, fetch);
    else
        m_model->renew(setting.index.count, fetch);
    const QString number = QLocale().toString(setting.index.count);
    m_header->setSubtitle(setting.index.count == 1 ? tr("1 operation") : tr("%1 operations").arg(number));
    m_retryAll->setVisible(setting.failed > 0);
    m_retryAll->setText(tr("Try %1 again").arg(QLocale().toString(setting.failed)));
    m_retryAll->setAccessibleName(tr("Try the failed ones again"));
    m_stack->setCurrentIndex(setting.index.count > 0 ? 0 : 1);
    if (setting.index.count == 0)
        showEmpty();
    else if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    showDetail();
}

void ActivityView::showSystems(const QList<core::SystemRef> &systems)
{
    const QString current = m_system->currentData().toString();
    m_system->clear();
    m_system->addItem(tr("All systems"), QString());
    m_system->addItem(systemTitle(core::hubSystem), core::hubSystem);
    for (const core::SystemRef &system : systems)
        m_system->addItem(system.name, system.id);
    m_system->setCurrentIndex(std::max(0, m_system->findData(current)));
}

void ActivityView::showEmpty()
{
    if (query() == core::ActivityQuery())
        m_empty->set(u"activity"_s, tr("Nothing happened yet"), tr("Operations appear with the first run."));
    else
        m_empty->set(u"activity"_s, tr("No operation fits this filter"), tr("The filter hides all operations."),
                     tr("Clear the filter"));
}

void ActivityView::showDetail()
{
    const core::ActivityLine *line = m_model->rowAt(m_table->currentIndex().row());
    if (!line)
        return m_detail->clear();
    m_backend.ask<core::ActivityDetail>(
        this, [line = *line](core::Session &session) { return core::Activity(session).detail(line); },
        [this, run = line->run, seq = line->seq](Result<core::ActivityDetail> detail) {
            const core::ActivityLine *now = m_model->rowAt(m_table->currentIndex().row());
            if (detail && now && now->run == run && now->seq == seq)
                m_detail->show(*detail);
        });
}

void ActivityView::clearFilter()
{
    m_search->clear();
    m_system->setCurrentIndex(0);
    m_kind->setCurrentIndex(0);
    m_failed->setChecked(false);
    m_today->setChecked(false);
    m_runId.clear();
    read(true);
}

void ActivityView::retryAll()
{
    core::ActivityQuery failedQuery = query();
    failedQuery.failedOnly = true;
    m_backend.ask<int>(
        this,
        [failedQuery](core::Session &session) {
            core::Activity activity(session);
            return activity.open(failedQuery).and_then([&](const core::ActivityIndex &index) {
                return activity.retry(index);
            });
        },
        [this](Result<int> count) {
            if (!count)
                return m_message->tell(MessageKind::Bad, count.error().message, count.error().remedy, tr("Close"));
            m_message->tell(MessageKind::Note, tr("The next run looks at %1 again.").arg(*count), {}, tr("Close"));
        });
}

} // namespace syncline::ui
