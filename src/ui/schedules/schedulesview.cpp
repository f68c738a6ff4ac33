#include "ui/schedules/schedulesview.h"

#include "core/services/integrations.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/components/rowtable.h"
#include "ui/preview/times.h"
#include "ui/schedules/eventsourcescard.h"
#include "ui/schedules/nexthours.h"
#include "ui/schedules/scheduleeditor.h"
#include "ui/schedules/schedulesmodel.h"
#include "ui/schedules/schedulewords.h"
#include "ui/schedules/webhookscard.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

SchedulesView::SchedulesView(Backend &backend, QWidget *parent)
    : View(parent)
    , m_backend(backend)
    , m_header(new PageHeader(title()))
    , m_message(new MessageBar)
    , m_empty(new EmptyState(u"clock"_s, tr("Nothing runs by the clock yet"),
                             tr("A schedule every 15 minutes or every hour keeps your systems in step without you."),
                             tr("New schedule")))
    , m_content(new QWidget)
    , m_table(new QTableView)
    , m_model(new SchedulesModel(this))
    , m_editor(new ScheduleEditor)
    , m_hours(new NextHours)
    , m_webhooks(new WebhooksCard(backend))
    , m_sources(new EventSourcesCard(backend))
    , m_new(primaryButton(tr("New schedule"), u"plus"_s))
    , m_remove(plainButton(tr("Remove"), u"trash"_s))
    , m_pause(plainButton(tr("Pause everything"), u"pause"_s))
{
    m_new->setObjectName(u"newSchedule"_s);
    m_remove->setObjectName(u"removeSchedule"_s);
    m_pause->setObjectName(u"pauseEverything"_s);
    m_message->setObjectName(u"schedulesMessage"_s);
    for (QPushButton *button : {m_pause, m_remove, m_new})
        m_header->addAction(button);
    auto *inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(metrics::cardGap);
    inside->addWidget(list());
    inside->addWidget(below());
    auto *page = new QWidget;
    auto *parts = new QVBoxLayout(page);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(metrics::cardGap);
    for (QWidget *part : {m_content, static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_webhooks),
                          static_cast<QWidget *>(m_sources)})
        parts->addWidget(part);
    parts->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(title());
    auto *column = new QVBoxLayout(this);
    keepPageMargins(column, 0, metrics::cardPadding);
    column->setSpacing(metrics::cardGap);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(scroll, 1);
    m_empty->hide();
    connectAll();
}

QWidget *SchedulesView::list()
{
    auto *card = new Card;
    card->body()->addWidget(textLabel(tr("Runs by the clock"), Style::PanelTitle));
    m_table->setAccessibleName(tr("Schedules"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new SchedulesDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeRowTable(m_table, u"schedules"_s, {56, 130, 150, 170, 84, 110});
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->installEventFilter(this);
    card->body()->addWidget(m_table);
    return card;
}

QWidget *SchedulesView::below()
{
    auto *strip = new Card;
    strip->body()->addWidget(textLabel(tr("The next 12 hours"), Style::PanelTitle));
    strip->body()->addWidget(m_hours);
    strip->body()->addStretch();
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::cardGap);
    row->addWidget(m_editor, 2);
    row->addWidget(strip, 3);
    return widget;
}

void SchedulesView::connectAll()
{
    connect(m_new, &QPushButton::clicked, this, &SchedulesView::add);
    connect(m_empty, &EmptyState::clicked, this, &SchedulesView::add);
    connect(m_remove, &QPushButton::clicked, this, &SchedulesView::removeChosen);
    connect(m_pause, &QPushButton::clicked, this, [this] { setPause(!m_shown.pause.isPaused); });
    connect(m_editor, &ScheduleEditor::changed, this, &SchedulesView::save);
    connect(m_model, &SchedulesModel::switchWanted, this, &SchedulesView::switchOn);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SchedulesView::showChosen);
    const auto tell = [this](MessageKind kind, const QString &what, const QString &meaning) {
        m_back = nullptr;
        m_message->tell(kind, what, meaning, tr("Close"));
    };
    connect(m_webhooks, &WebhooksCard::told, this, tell);
    connect(m_sources, &EventSourcesCard::told, this, tell);
    connect(m_message, &MessageBar::clicked, this, [this] {
        m_message->clear();
        if (const auto back = std::exchange(m_back, nullptr))
            act({}, back, {});
    });
}

QString SchedulesView::title() const
{
    return tr("Schedules");
}

void SchedulesView::goTo(const Place &place)
{
    if (!place.id.isEmpty())
        m_wanted = place.id;
}

void SchedulesView::focusFilter()
{
    m_table->setFocus();
}

void SchedulesView::refresh()
{
    m_backend.ask<Shown>(
        this,
        [](core::Session &session) -> Result<Shown> {
            core::Schedules schedules(session);
            const auto list = schedules.list();
            const auto pause = schedules.pause();
            const auto integrations = session.stores().integrations.all();
            if (!list || !pause || !integrations)
                return failure(!list ? list.error() : !pause ? pause.error() : integrations.error());
            Shown shown{*list, {}, *pause, session.clock().now().count()};
            for (const core::IntegrationRow &row : *integrations)
                shown.integrations.append({row.id, row.name});
            return shown;
        },
        [this](const Result<Shown> &shown) {
            if (shown) {
                m_sources->refresh();
                m_webhooks->refresh(); // it works on a session of its own: there is a workspace by now
                return showAll(*shown);
            }
            m_back = nullptr;
            m_message->tell(MessageKind::Bad, shown.error().message, shown.error().remedy, tr("Close"));
        });
}

void SchedulesView::showAll(const Shown &shown)
{
    const core::ScheduleInfo *before = chosen();
    const QString id = !m_wanted.isEmpty() ? m_wanted : before ? before->schedule.id : QString();
    m_wanted.clear();
    const int column = std::max(0, m_table->currentIndex().column());
    m_shown = shown;
    m_model->set(shown.schedules);
    const bool isEmpty = shown.schedules.isEmpty();
    m_empty->setVisible(isEmpty);
    m_content->setVisible(!isEmpty);
    m_new->setVisible(!isEmpty);
    m_remove->setVisible(!isEmpty);
    m_table->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(id)), column));
    constexpr int mostRows = 8;
    const int rows = std::clamp(int(shown.schedules.size()), 1, mostRows);
    m_table->setFixedHeight(rows * metrics::rowHeight + metrics::tableHeader + 4);
    m_hours->set(shown.pause.isPaused && !shown.pause.until ? QList<core::ScheduleInfo>() : shown.schedules, shown.now);
    m_pause->setText(shown.pause.isPaused ? tr("Go on") : tr("Pause everything"));
    showSubtitle();
    showChosen();
}

void SchedulesView::showSubtitle()
{
    if (m_shown.pause.isPaused) {
        m_header->setSubtitle(m_shown.pause.until
                                  ? tr("everything is paused until %1").arg(shortTime(*m_shown.pause.until))
                                  : tr("everything is paused"));
        return;
    }
    int on = 0;
    std::optional<core::Millis> next;
    for (const core::ScheduleInfo &info : std::as_const(m_shown.schedules)) {
        on += info.schedule.enabled ? 1 : 0;
        if (info.nextAt && (!next || *info.nextAt < *next))
            next = info.nextAt;
    }
    m_header->setSubtitle(next ? tr("%1 on, next at %2").arg(on).arg(shortTime(*next)) : tr("none is on"));
}

const core::ScheduleInfo *SchedulesView::chosen() const
{
    return m_model->at(m_table->currentIndex().row());
}

void SchedulesView::showChosen()
{
    const core::ScheduleInfo *info = chosen();
    m_remove->setEnabled(info != nullptr);
    m_editor->setEnabled(info != nullptr);
    if (info)
        m_editor->set(*info, m_shown.integrations);
}

void SchedulesView::act(const QString &done, std::function<Result<void>(core::Session &)> work,
                        std::function<Result<void>(core::Session &)> back)
{
    m_backend.ask<void>(this, std::move(work), [this, done, back](const Result<void> &result) {
        m_back = result ? back : nullptr;
        if (!result)
            m_message->tell(MessageKind::Bad, result.error().message, result.error().remedy, tr("Close"));
        else if (!done.isEmpty())
            m_message->tell(MessageKind::Note, done, {}, back ? tr("Undo") : tr("Close"));
        m_backend.announceChange();
        refresh();
    });
}

/// It is off, so that nothing runs while its settings are made.
void SchedulesView::add()
{
    m_backend.ask<QString>(
        this,
        [](core::Session &session) {
            core::Schedule schedule;
            schedule.zone = QTimeZone::systemTimeZoneId();
            schedule.enabled = false;
            return core::Schedules(session).add(schedule);
        },
        [this](const Result<QString> &id) {
            if (!id) {
                m_back = nullptr;
                m_message->tell(MessageKind::Bad, id.error().message, id.error().remedy, tr("Close"));
                return;
            }
            m_wanted = *id;
            m_back = [made = *id](core::Session &session) {
                return core::Schedules(session).remove(made).map([](const core::Schedule &) {});
            };
            m_message->tell(MessageKind::Note, tr("The new schedule is off until you switch it on."), {}, tr("Undo"));
            m_backend.announceChange();
            refresh();
            m_editor->focusFirst();
        });
}

void SchedulesView::removeChosen()
{
    const core::ScheduleInfo *info = chosen();
    if (!info)
        return;
    act(
        tr("The schedule of %1 was removed.").arg(systemWords(*info)),
        [id = info->schedule.id](core::Session &session) {
            return core::Schedules(session).remove(id).map([](const core::Schedule &) {});
        },
        [removed = info->schedule](core::Session &session) {
            return core::Schedules(session).add(removed).map([](const QString &) {});
        });
}

void SchedulesView::save(const core::Schedule &schedule)
{
    const core::ScheduleInfo *info = chosen();
    if (!info || info->schedule.id != schedule.id)
        return;
    act(
        tr("Saved: %1.").arg(whenWords(schedule.timing)),
        [schedule](core::Session &session) { return core::Schedules(session).change(schedule); },
        [before = info->schedule](core::Session &session) { return core::Schedules(session).change(before); });
}

void SchedulesView::switchOn(const QString &id, bool on)
{
    act(
        on ? tr("The schedule is on.") : tr("The schedule is off."),
        [id, on](core::Session &session) { return core::Schedules(session).setEnabled(id, on); },
        [id, on](core::Session &session) { return core::Schedules(session).setEnabled(id, !on); });
}

void SchedulesView::setPause(bool isPaused)
{
    act(
        isPaused ? tr("Nothing runs by itself until you go on.") : tr("Schedules run again."),
        [isPaused](core::Session &session) {
            return core::Schedules(session).setPause({isPaused, {}});
        },
        [before = m_shown.pause](core::Session &session) { return core::Schedules(session).setPause(before); });
}

bool SchedulesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const core::ScheduleInfo *info = chosen();
        if (key == Qt::Key_Space && info) {
            switchOn(info->schedule.id, !info->schedule.enabled);
            return true;
        }
        if (key == Qt::Key_Delete && info) {
            removeChosen();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_editor->focusFirst();
            return true;
        }
    }
    return View::eventFilter(watched, event);
}

} // namespace syncline::ui
