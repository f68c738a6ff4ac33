#include "core/automation/worker.h"

#include "core/automation/notifications.h"
#include "core/engine/reports.h"
#include "core/recipes/recipes.h"
#include "core/recipes/recipesync.h"
#include "foundation/ids.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr std::chrono::seconds jobPatience{10};
constexpr std::chrono::milliseconds hintPause{200}; ///< between two looks at hints that are due and cannot be taken up

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Worker", text);
}

QJsonObject errorJson(const Error &error)
{
    return {{u"kind"_s, errorKindName(error.kind)}, {u"message"_s, error.message}, {u"remedy"_s, error.remedy}};
}

} // namespace

Worker::Worker(Session &session, Metrics &metrics, Tell tell, std::chrono::milliseconds lookEvery)
    : m_session(session)
    , m_metrics(metrics)
    , m_tell(std::move(tell))
    , m_lookEvery(lookEvery)
{
}

Worker::~Worker() = default;

Result<void> Worker::run(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        takeEnd();
        doJobs();
        look();
        waitForSomething(stop);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_takesJobs = false;
    }
    m_isStopping = true;
    if (m_control) {
        m_control->cancel();
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_end.has_value(); });
    }
    takeEnd();
    doJobs();
    return Scheduler(m_session).release();
}

void Worker::waitForSomething(const std::stop_token &stop)
{
    std::chrono::milliseconds patience = m_lookEvery;
    if (m_nextHintAt && !m_control)
        patience = std::clamp(std::chrono::milliseconds(*m_nextHintAt) - m_session.clock().now(), hintPause, patience);
    const auto until = std::chrono::steady_clock::now() + patience;
    for (bool isOver = false; !isOver;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        isOver = wait(stop, std::min(left, Scheduler::askForHintsEvery)) || left <= Scheduler::askForHintsEvery
            || areHintsDue();
    }
}

/// True: something happened.
bool Worker::wait(const std::stop_token &stop, std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, stop, patience, [this] { return m_isWoken || m_end || !m_jobs.empty(); });
    return std::exchange(m_isWoken, false) || m_end || !m_jobs.empty() || stop.stop_requested();
}

/// Which another program may have taken, where this one would carry them out.
bool Worker::areHintsDue()
{
    if (m_control || !m_takesHints)
        return false;
    const auto due = Scheduler(m_session).areHintsDue();
    return due && *due;
}

void Worker::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken = true;
    }
    m_changed.notify_all();
}

bool Worker::call(const std::function<void()> &job)
{
    const auto waiting = std::make_shared<Job>();
    waiting->work = job;
    std::unique_lock lock(m_mutex);
    if (!m_takesJobs)
        return false;
    m_jobs.push_back(waiting);
    m_changed.notify_all();
    if (m_changed.wait_for(lock, jobPatience, [&] { return waiting->isDone; }))
        return true;
    waiting->isGivenUp = true; // what it refers to may be gone when its turn comes
    return false;
}

void Worker::doJobs()
{
    for (;;) {
        std::shared_ptr<Job> job;
        {
            const std::lock_guard lock(m_mutex);
            if (m_jobs.empty())
                return;
            job = m_jobs.front();
            m_jobs.pop_front();
            if (job->isGivenUp)
                continue;
            job->work(); // quick, and under the lock: who gives it up waits for it
            job->isDone = true;
        }
        m_changed.notify_all();
    }
}

void Worker::tellError(const Error &error)
{
    m_tell({{u"event"_s, u"problem"_s},
            {u"at"_s, isoTime(m_session.clock().now().count())},
            {u"error"_s, errorJson(error)}});
}

void Worker::carry(const QStringList &records)
{
    m_toCarry += records;
    m_toCarry.removeDuplicates();
    carryNext();
}

void Worker::carryNext()
{
    if (m_control || m_toCarry.isEmpty() || m_isStopping)
        return;
    const auto mapped = mappedRecords(m_session, std::exchange(m_toCarry, {}));
    if (!mapped)
        return tellError(mapped.error());
    if (mapped->isEmpty())
        return;
    RunRequest request;
    request.records = *mapped;
    request.actor = u"event"_s;
    begin(request, {});
}

/// The steps of recipes whose time has come.
void Worker::followUp()
{
    const auto done = Recipes(m_session).carryOutDue();
    if (!done)
        return tellError(done.error());
    for (const FollowedUp &followed : *done) {
        m_toCarry += followed.records;
        if (followed.problem)
            tellError(*followed.problem);
    }
}

void Worker::look()
{
    carryNext();
    const auto turn = Scheduler(m_session).look(m_control != nullptr);
    if (!turn) {
        tellError(turn.error());
        return;
    }
    m_takesHints = turn->holds && !turn->pause.isPaused;
    m_nextHintAt = m_takesHints ? turn->nextHintAt : std::nullopt;
    if (turn->holds != m_holds || !m_lookedOnce) {
        m_holds = turn->holds;
        m_lookedOnce = true;
        m_tell({{u"event"_s, m_holds ? u"schedules_taken"_s : u"schedules_elsewhere"_s},
                {u"at"_s, isoTime(m_session.clock().now().count())}});
    }
    if (turn->holds)
        followUp();
    if (turn->due)
        begin(turn->due->request, turn->due);
    carryNext();
}

Result<QString> Worker::start(RunRequest request)
{
    if (m_isStopping)
        return failure(ErrorKind::Cancelled, tr("The program is stopping."), tr("Try again later."));
    const auto open = m_session.stores().runs.open();
    if (!open)
        return failure(open.error());
    if (m_control || std::ranges::any_of(*open, isGoingOn))
        return failure(anotherRunGoesOn());
    request.id = newUuid7(m_session.clock().now(), randomBytes(10));
    begin(request, {});
    if (!m_control)
        return failure(ErrorKind::Permission, tr("The run could not begin."));
    return request.id;
}

void Worker::begin(const RunRequest &request, std::optional<DueRun> due)
{
    m_due = std::move(due);
    m_beganAt = m_session.clock().now().count();
    auto control = RunControl::start(m_session, request, {}, [this](const RunEnd &end) {
        // Notified under the lock: the one who waits may end this object right after.
        const std::lock_guard lock(m_mutex);
        m_end = end;
        m_changed.notify_all();
    });
    if (!control) {
        tellError(control.error());
        RunEnd refused;
        refused.request = request;
        refused.problem = control.error();
        endDue(refused);
        return;
    }
    m_control = std::move(*control);
    m_tell({{u"event"_s, u"run_started"_s},
            {u"at"_s, isoTime(m_beganAt)},
            {u"schedule"_s, schedule()},
            {u"webhook"_s, m_due && !m_due->hints.isEmpty()},
            {u"shadow"_s, !request.writes()}});
}

QJsonValue Worker::schedule() const
{
    return m_due && !m_due->schedule.isEmpty() ? QJsonValue(m_due->schedule) : QJsonValue();
}

void Worker::endDue(const RunEnd &end)
{
    const auto due = std::exchange(m_due, std::nullopt);
    if (!due)
        return;
    if (auto done = Scheduler(m_session).ended(*due, end); !done)
        tellError(done.error());
}

void Worker::takeEnd()
{
    std::optional<RunEnd> end;
    {
        const std::lock_guard lock(m_mutex);
        end = std::exchange(m_end, std::nullopt);
    }
    if (!end)
        return;
    m_control.reset();
    conclude(*end);
}

void Worker::conclude(const RunEnd &end)
{
    const QJsonValue endedSchedule = schedule();
    endDue(end);
    const Millis now = m_session.clock().now().count();
    const QString status = end.cancelled ? u"cancelled"_s : end.status.isEmpty() ? u"failed"_s : end.status;
    const auto row = end.run.isEmpty() ? Result<std::optional<RunRow>>() : m_session.stores().runs.get(end.run);
    const QJsonObject report = row && *row ? (*row)->report : QJsonObject();
    m_metrics.countRun(status, std::chrono::milliseconds(now - m_beganAt), report);
    QJsonObject told{{u"event"_s, u"run_ended"_s}, {u"at"_s, isoTime(now)}, {u"schedule"_s, endedSchedule},
                     {u"run"_s, end.run},          {u"status"_s, status},   {u"written"_s, end.written},
                     {u"failed"_s, end.failed},    {u"left"_s, end.left},   {u"duration_ms"_s, now - m_beganAt}};
    if (end.problem)
        told.insert(u"error"_s, errorJson(*end.problem));
    m_tell(told);
    const auto news = Notifications(m_session).observe(end);
    if (!news)
        return tellError(news.error());
    for (const Notification &made : *news)
        m_tell({{u"event"_s, u"notification"_s},
                {u"at"_s, isoTime(now)},
                {u"notification"_s, notificationDocument(made)}});
}

} // namespace syncline::core
