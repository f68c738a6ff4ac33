#include "ui/backend/automation.h"

#include "core/automation/courier.h"
#include "ui/backend/runs.h"

namespace syncline::ui {

Automation::Automation(Backend &backend, QObject *parent) : QObject(parent), m_backend(backend)
{
    m_clock.setInterval(core::Scheduler::lookEvery);
    connect(&m_clock, &QTimer::timeout, this, &Automation::look);
    connect(&m_backend.runs(), &Runs::finished, this, &Automation::ended);
    connect(&m_backend, &Backend::changed, this, &Automation::look);
    m_hintClock.setInterval(core::Scheduler::askForHintsEvery);
    connect(&m_hintClock, &QTimer::timeout, this, &Automation::askForHints);
    m_clock.start();
    m_hintClock.start();
    look();
}

Automation::~Automation()
{
    m_backend.askLast([](core::Session &session) { std::ignore = core::Scheduler(session).release(); });
}

void Automation::look()
{
    if (m_isLooking)
        return;
    m_isLooking = true;
    m_backend.ask<Look>(
        this,
        [isBusy = m_backend.runs().isRunning()](core::Session &session) -> Result<Look> {
            const auto turn = core::Scheduler(session).look(isBusy);
            const auto mail = core::NotificationStore(session.stores().db).due(session.clock().now().count(), 1);
            if (!turn || !mail)
                return failure(turn ? mail.error() : turn.error());
            return Look{*turn, !mail->isEmpty()};
        },
        [this](const Result<Look> &look) {
            m_isLooking = false;
            if (look)
                take(*look);
            else
                Q_EMIT failed(look.error());
        });
}

void Automation::askForHints()
{
    if (!m_holds || m_pause.isPaused || m_isLooking || m_isAsking || m_backend.runs().isRunning())
        return;
    m_isAsking = true;
    m_backend.ask<bool>(
        this, [](core::Session &session) { return core::Scheduler(session).areHintsDue(); },
        [this](const Result<bool> &due) {
            m_isAsking = false;
            if (due && *due) // what fails here fails in look(), too, and is told there
                look();
        });
}

void Automation::take(const Look &look)
{
    const core::SchedulerTurn &turn = look.turn;
    const bool isSame = m_holds == turn.holds && m_pause == turn.pause && m_nextAt == turn.nextAt;
    m_holds = turn.holds;
    m_pause = turn.pause;
    m_nextAt = turn.nextAt;
    if (turn.due && m_backend.runs().start(turn.due->request))
        m_due = turn.due;
    else if (turn.due)
        giveBack(*turn.due);
    if (look.hasMail && turn.holds)
        deliver();
    if (!isSame)
        Q_EMIT changed();
}

/// A person was faster: it stays due.
void Automation::giveBack(const core::DueRun &due)
{
    core::RunEnd refused;
    refused.problem = core::anotherRunGoesOn();
    m_backend.ask<void>(
        this, [due, refused](core::Session &session) { return core::Scheduler(session).ended(due, refused); },
        [this](const Result<void> &done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
}

/// On a thread of its own, since it waits for servers.
void Automation::deliver()
{
    core::Postman *postman = m_backend.postman();
    if (m_isDelivering || postman == nullptr)
        return;
    m_isDelivering = true;
    m_backend.work<int>(
        this,
        [postman](core::Session &session, std::stop_token stop) {
            return core::Courier(session, *postman).deliver(std::move(stop));
        },
        [this](const Result<int> &) { m_isDelivering = false; }); // what failed stands beside its channel
}

void Automation::ended(const core::RunEnd &end)
{
    m_backend.ask<QList<core::Notification>>(
        this,
        [due = std::exchange(m_due, std::nullopt), end](core::Session &session) -> Result<QList<core::Notification>> {
            if (due) {
                if (auto done = core::Scheduler(session).ended(*due, end); !done)
                    return failure(done.error());
            }
            return core::Notifications(session).observe(end);
        },
        [this](const Result<QList<core::Notification>> &news) {
            if (!news)
                Q_EMIT failed(news.error());
            else if (!news->isEmpty())
                Q_EMIT told(*news);
            m_backend.announceChange();
        });
}

void Automation::setPause(const core::AutomationPause &pause)
{
    m_backend.ask<void>(
        this, [pause](core::Session &session) { return core::Schedules(session).setPause(pause); },
        [this](const Result<void> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            m_backend.announceChange();
        });
}

} // namespace syncline::ui
