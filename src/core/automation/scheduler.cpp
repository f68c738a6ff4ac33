#include "core/automation/scheduler.h"

#include "core/engine/reports.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

const QString leaseName = u"scheduler"_s;
constexpr Millis lateFrom = 5 * 60'000; ///< told in the log

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("syncline::core::Scheduler", text, nullptr, n);
}

QString statusOf(const RunEnd &end)
{
    if (end.cancelled)
        return u"cancelled"_s;
    return end.status.isEmpty() ? u"failed"_s : end.status;
}

} // namespace

bool hasFailed(const RunEnd &end, const Schedule &schedule)
{
    if (end.cancelled)
        return false;
    return end.status.isEmpty() || end.status == "failed"_L1 || (end.problem && !schedule.integration.isEmpty());
}

QString Scheduler::actorName()
{
    return u"schedule"_s;
}

Scheduler::Scheduler(Session &session, QString claim)
    : m_session(session)
    , m_store(session.stores().db)
    , m_claim(std::move(claim))
{
}

Result<bool> Scheduler::takeLease()
{
    const Millis now = m_session.clock().now().count();
    bool holds = false;
    auto done = m_session.stores().db.transaction(
        "lease",
        [&]() -> Result<void> {
            const auto lease = m_store.lease(leaseName);
            if (!lease)
                return failure(lease.error());
            const auto &held = *lease;
            holds = !held || held->claimedBy == m_claim || held->until <= now || hasClaimDied(held->claimedBy);
            return holds ? m_store.setLease(leaseName, {m_claim, now + leaseFor.count()}) : Result<void>();
        },
        Durability::WithNext);
    return done.map([&] { return holds; });
}

Result<void> Scheduler::release()
{
    return m_session.stores().db.transaction("lease", [&] { return m_store.releaseLease(leaseName, m_claim); });
}

Result<bool> Scheduler::holds()
{
    const Millis now = m_session.clock().now().count();
    return m_store.lease(leaseName).map(
        [&](const auto &held) { return held && held->claimedBy == m_claim && held->until > now; });
}

Result<bool> Scheduler::areHintsDue()
{
    return Hints(m_session, m_claim).nextDue().map([&](std::optional<Millis> due) {
        return due && *due <= m_session.clock().now().count();
    });
}

Result<bool> Scheduler::isRunGoingOn()
{
    return m_session.stores().runs.open().map(
        [](const QList<RunRow> &open) { return std::ranges::any_of(open, isGoingOn); });
}

Result<SchedulerTurn> Scheduler::look(bool isBusy)
{
    SchedulerTurn turn;
    const auto holds = takeLease();
    const auto pause = Schedules(m_session).pause();
    if (!holds || !pause)
        return failure(holds ? pause.error() : holds.error());
    turn.holds = *holds;
    turn.pause = *pause;
    Hints hints(m_session, m_claim);
    if (auto kept = isBusy ? hints.renew() : Result<void>(); !kept)
        return failure(kept.error());
    const auto nextHint = hints.nextDue();
    if (!nextHint)
        return failure(nextHint.error());
    turn.nextHintAt = *nextHint;
    bool mayStart = turn.holds && !turn.pause.isPaused && !isBusy;
    if (mayStart) {
        const auto goesOn = isRunGoingOn();
        if (!goesOn)
            return failure(goesOn.error());
        mayStart = !*goesOn;
    }
    if (auto done = findDue(turn, mayStart); !done)
        return failure(done.error());
    if (mayStart && !turn.due && turn.nextHintAt) {
        if (auto done = takeHints(turn); !done)
            return failure(done.error());
    }
    return turn;
}

/// Also where none is due by the clock: those of a process that died may be.
Result<void> Scheduler::takeHints(SchedulerTurn &turn)
{
    Hints hints(m_session, m_claim);
    const auto run = hints.take();
    const auto next = hints.nextDue();
    if (!run || !next)
        return failure(run ? next.error() : run.error());
    turn.nextHintAt = *next;
    if (*run)
        turn.due = DueRun{{}, (*run)->request, (*run)->dueAt, m_session.clock().now().count(), (*run)->claim};
    return {};
}

/// The run that has waited longest, if one may start; else only when the next one will.
Result<void> Scheduler::findDue(SchedulerTurn &turn, bool mayStart)
{
    auto rows = m_store.all();
    if (!rows)
        return failure(rows.error());
    const Millis now = m_session.clock().now().count();
    std::ranges::stable_sort(*rows, {}, [](const ScheduleRow &row) { return row.nextAt.value_or(0); });
    for (ScheduleRow &row : *rows) {
        const auto schedule = scheduleOf(row);
        if (!schedule || !row.enabled)
            continue;
        if (!row.nextAt) {
            row.nextAt = nextAfter(*schedule, now);
            if (!row.nextAt)
                continue;
        }
        const bool hintIsOlder = turn.nextHintAt && *turn.nextHintAt < *row.nextAt;
        if (mayStart && !turn.due && *row.nextAt <= now && !hintIsOlder && !isQuiet(*schedule, now)) {
            auto due = handOut(row, *schedule);
            if (!due)
                return failure(due.error());
            turn.due = *due;
            continue;
        }
        if (!turn.nextAt || *row.nextAt < *turn.nextAt)
            turn.nextAt = row.nextAt;
    }
    return {};
}

/// Nothing where its integration takes no part in runs now.
Result<std::optional<DueRun>> Scheduler::handOut(ScheduleRow row, const Schedule &schedule)
{
    const Millis now = m_session.clock().now().count();
    DueRun due{row.id, {}, *row.nextAt, now};
    if (!schedule.integration.isEmpty()) {
        const auto integrations = m_session.stores().integrations.all();
        if (!integrations)
            return failure(integrations.error());
        const auto found = std::ranges::find(*integrations, schedule.integration, &IntegrationRow::id);
        const bool isGone = found == integrations->end();
        if (isGone || found->state == "paused"_L1) {
            const QString why = isGone ? tr("Its integration was removed.") : tr("%1 is paused.").arg(found->name);
            return skip(std::move(row), schedule, why).map([] { return std::optional<DueRun>(); });
        }
        due.request.integrations = {found->name};
    }
    due.request.kind = schedule.shadow ? RunRequest::Kind::Preview : RunRequest::Kind::Sync;
    due.request.entities = schedule.entities;
    due.request.full = schedule.full;
    due.request.actor = actorName();
    if (now - due.dueAt >= lateFrom) {
        const QString late = tr("Schedule %1 was due at %2 and is caught up now.").arg(row.id, isoTime(due.dueAt));
        if (auto logged = m_session.log(u"info"_s, schedule.integration, late); !logged)
            return failure(logged.error());
    }
    return due;
}

Result<void> Scheduler::skip(ScheduleRow row, const Schedule &schedule, const QString &why)
{
    const auto next = nextAfter(schedule, m_session.clock().now().count());
    row.nextAt = next ? std::optional(withJitter(schedule, *next)) : std::nullopt;
    row.lastStatus = u"skipped"_s;
    row.lastDetail = why;
    return m_session.stores().db.transaction("schedule", [&] { return m_store.save(row); });
}

/// What a person wants to read about it in one sentence.
QString Scheduler::detailOf(const RunEnd &end, const Schedule &schedule)
{
    if (end.problem)
        return end.problem->message;
    if (!end.guards.isEmpty())
        return end.guards.first();
    if (schedule.shadow)
        return tr("It would have made %n change(s).", end.left);
    if (end.failed > 0)
        return tr("%n change(s) failed.", end.failed);
    return tr("%n change(s) were written.", end.written);
}

Result<void> Scheduler::ended(const DueRun &due, const RunEnd &end)
{
    return due.hints.isEmpty() ? endedSchedule(due, end) : Hints(m_session, m_claim).ended(due.hints, end);
}

Result<void> Scheduler::endedSchedule(const DueRun &due, const RunEnd &end)
{
    return m_session.stores().db.transaction("schedule", [&]() -> Result<void> {
        auto row = m_store.get(due.schedule);
        if (!row)
            return failure(row.error());
        const auto schedule = *row ? scheduleOf(**row) : std::nullopt;
        if (!schedule) // removed meanwhile
            return {};
        if (end.run.isEmpty() && end.problem == anotherRunGoesOn()) // it stays due
            return {};
        const Millis now = m_session.clock().now().count();
        ScheduleRow &stored = **row;
        stored.failures = hasFailed(end, *schedule) ? stored.failures + 1 : 0;
        stored.lastAt = now;
        stored.lastMs = now - due.beganAt;
        stored.lastRun = end.run;
        stored.lastStatus = statusOf(end);
        stored.lastDetail = detailOf(end, *schedule);
        if (stored.enabled) {
            // What fell due during the run comes after it.
            const auto regular = nextAfter(*schedule, end.cancelled ? now : due.beganAt);
            stored.nextAt = stored.failures > 0 ? nextAfterFailure(*schedule, stored.failures, now)
                : regular                       ? std::optional(withJitter(*schedule, *regular))
                                                : std::nullopt;
        }
        return m_store.save(stored);
    });
}

} // namespace syncline::core
