#include "cli/command.h"

#include "core/automation/schedules.h"
#include "core/engine/reports.h"

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

using core::Millis;
using core::Schedule;
using core::ScheduleInfo;

QJsonValue timeOrNull(const std::optional<Millis> &time)
{
    return time ? QJsonValue(core::isoTime(*time)) : QJsonValue();
}

QJsonObject toJson(const ScheduleInfo &info)
{
    QJsonObject json = core::scheduleDocument(info.schedule);
    json.insert(u"id"_s, info.schedule.id);
    json.insert(u"integration"_s, info.integration.isEmpty() ? QJsonValue() : QJsonValue(info.integration));
    json.insert(u"next_at"_s, timeOrNull(info.nextAt));
    json.insert(u"failures"_s, info.failures);
    json.insert(u"last"_s,
                QJsonObject{{u"finished_at"_s, timeOrNull(info.lastAt)},
                            {u"status"_s, info.lastStatus},
                            {u"run"_s, info.lastRun},
                            {u"duration_ms"_s, info.lastMs},
                            {u"detail"_s, info.lastDetail}});
    return json;
}

/// As the clock on that wall shows it.
QString onTheWall(Millis at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at, zone).toString(u"yyyy-MM-dd HH:mm"_s) + u' '
        + QString::fromLatin1(zone.id());
}

QString whatText(const Schedule &schedule)
{
    QStringList words{schedule.entities.isEmpty() ? cliText("everything") : schedule.entities.join(u", "_s)};
    if (schedule.full)
        words << cliText("in full");
    if (schedule.shadow)
        words << cliText("without writing");
    return words.join(u", "_s);
}

void notePause(Context &context, const core::AutomationPause &pause)
{
    if (pause.isPaused)
        context.note(pause.until ? cliText("Everything is paused until %1.").arg(core::isoTime(*pause.until))
                                 : cliText("Everything is paused; go on with: syncline-cli schedule resume --all"));
}

Result<int> list(Context &context, const Arguments &)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    core::Schedules schedules(**session);
    const auto infos = schedules.list();
    const auto pause = schedules.pause();
    if (!infos || !pause)
        return failure(infos ? pause.error() : infos.error());
    QJsonArray all;
    QList<QStringList> rows;
    for (const ScheduleInfo &info : *infos) {
        all.append(toJson(info));
        const QString next = !info.schedule.enabled ? cliText("paused")
            : info.nextAt                           ? onTheWall(*info.nextAt, info.schedule.timeZone())
                                                    : QString();
        rows << QStringList{info.schedule.id,
                            info.integration.isEmpty() ? cliText("all") : info.integration,
                            whatText(info.schedule),
                            core::timingText(info.schedule.timing),
                            next,
                            info.lastStatus};
    }
    context.print(all);
    context.table(
        {cliText("id"), cliText("integration"), cliText("what"), cliText("when"), cliText("next"), cliText("last")},
        rows);
    notePause(context, *pause);
    return 0;
}

Result<bool> yesOrNo(const QString &key, const QString &value)
{
    if (value == "true"_L1 || value == "false"_L1)
        return value == "true"_L1;
    return failure(ErrorKind::Usage, cliText("\"%1\" is neither true nor false.").arg(value),
                   cliText("Write %1=true or %1=false.").arg(key));
}

Result<void> setTiming(Schedule &schedule, const QString &value)
{
    return core::timingFromText(value).map([&](const core::Timing &timing) { schedule.timing = timing; });
}

Result<void> setQuiet(Schedule &schedule, const QString &value)
{
    schedule.quiet.reset();
    if (value.isEmpty() || value == "none"_L1)
        return {};
    return core::quietFromText(value).map([&](const core::QuietHours &quiet) { schedule.quiet = quiet; });
}

Result<void> setIntegration(core::Session &session, Schedule &schedule, const QString &value)
{
    schedule.integration.clear();
    if (value.isEmpty() || value == "all"_L1)
        return {};
    return core::Schedules(session).integrationNamed(value).map([&](const QString &id) { schedule.integration = id; });
}

Result<void> setJitter(Schedule &schedule, const QString &value)
{
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    constexpr int most = 3600;
    if (!isNumber || seconds < 0 || seconds > most)
        return failure(ErrorKind::Usage, cliText("\"%1\" is no number of seconds.").arg(value),
                       cliText("Jitter goes from 0 to %1 seconds.").arg(most));
    schedule.jitter = std::chrono::seconds(seconds);
    return {};
}

Result<void> setOne(core::Session &session, Schedule &schedule, const QString &key, const QString &value)
{
    if (key == "when"_L1)
        return setTiming(schedule, value);
    if (key == "quiet"_L1)
        return setQuiet(schedule, value);
    if (key == "integration"_L1)
        return setIntegration(session, schedule, value);
    if (key == "jitter"_L1)
        return setJitter(schedule, value);
    if (key == "zone"_L1)
        schedule.zone = value.toLatin1();
    else if (key == "entity"_L1)
        schedule.entities = value == "all"_L1 ? QStringList() : value.split(u',', Qt::SkipEmptyParts);
    else if (key == "full"_L1 || key == "shadow"_L1)
        return yesOrNo(key, value).map([&](bool on) { (key == "full"_L1 ? schedule.full : schedule.shadow) = on; });
    else
        return failure(ErrorKind::Usage, cliText("A schedule has no setting \"%1\".").arg(key),
                       cliText("Settings are: when, zone, quiet, integration, entity, full, shadow, jitter."));
    return {};
}

Result<int> add(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    Schedule schedule;
    schedule.zone = QTimeZone::systemTimeZoneId();
    schedule.entities = arguments.all(u"--entity"_s);
    schedule.full = arguments.has(u"--full"_s);
    schedule.shadow = arguments.has(u"--shadow"_s);
    auto done = setTiming(schedule, arguments.words().join(u' '));
    for (const QString &key : {u"zone"_s, u"quiet"_s, u"integration"_s, u"jitter"_s}) {
        const QStringList given = arguments.all(u"--"_s + key);
        if (done && !given.isEmpty())
            done = setOne(**session, schedule, key, given.last());
    }
    if (!done)
        return failure(done.error());
    core::Schedules schedules(**session);
    const auto id = schedules.add(schedule);
    const auto info = id.and_then([&](const QString &made) { return schedules.show(made); });
    if (!info)
        return failure(info.error());
    context.print(QJsonObject{{u"id"_s, *id}, {u"next_at"_s, timeOrNull(info->nextAt)}});
    context.line(cliText("Schedule %1 runs next at %2.")
                     .arg(*id, info->nextAt ? onTheWall(*info->nextAt, schedule.timeZone()) : QString()));
    context.note(cliText("Schedules run while the window is open or syncline-cli serve is running."));
    return 0;
}

Result<int> ok(Context &context, const Result<void> &done, const QString &sentence)
{
    if (!done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(sentence);
    return 0;
}

Result<int> set(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto settings = Arguments::pairs(arguments.words(1));
    if (!settings)
        return failure(settings.error());
    core::Schedules schedules(**session);
    const auto info = schedules.show(arguments.word(0));
    if (!info)
        return failure(info.error());
    Schedule changed = info->schedule;
    for (auto setting = settings->begin(); setting != settings->end(); ++setting) {
        if (auto done = setOne(**session, changed, setting.key(), *setting); !done)
            return failure(done.error());
    }
    return ok(context, schedules.change(changed), cliText("Schedule %1 was changed.").arg(changed.id));
}

Result<int> remove(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto removed = core::Schedules(**session).remove(arguments.word(0));
    return ok(context, removed.map([](const Schedule &) {}),
              cliText("Schedule %1 was removed.").arg(arguments.word(0)));
}

/// With --all everything that runs by itself; else the schedules named.
Result<int> setEnabled(Context &context, const Arguments &arguments, bool enabled)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    core::Schedules schedules(**session);
    const bool all = arguments.has(u"--all"_s);
    if (all == !arguments.words().isEmpty())
        return failure(ErrorKind::Usage, cliText("Name schedules, or say --all."),
                       cliText("See the schedules with: syncline-cli schedule list"));
    core::AutomationPause pause{!enabled, {}};
    if (const QString length = arguments.value(u"--for"_s); !length.isEmpty()) {
        const auto timing = core::timingFromText(u"every "_s + length);
        if (!timing || !all)
            return failure(ErrorKind::Usage, cliText("\"--for %1\" does not say how long.").arg(length),
                           cliText("Write, for example: syncline-cli schedule pause --all --for 1h"));
        const std::chrono::milliseconds span = timing->interval;
        pause.until = (*session)->clock().now().count() + span.count();
    }
    Result<void> done = all ? schedules.setPause(pause) : Result<void>();
    for (const QString &id : arguments.words())
        done = done.and_then([&] { return schedules.setEnabled(id, enabled); });
    return ok(context, done, enabled ? cliText("It goes on.") : cliText("It is paused."));
}

Result<int> next(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    bool isNumber = false;
    const int count = arguments.value(u"--count"_s, u"10"_s).toInt(&isNumber);
    constexpr int most = 1000;
    if (!isNumber || count < 1 || count > most)
        return failure(ErrorKind::Usage, cliText("--count takes a number from 1 to %1.").arg(most),
                       cliText("Leave it out to see 10."));
    core::Schedules schedules(**session);
    auto infos = schedules.list();
    const auto pause = schedules.pause();
    if (!infos || !pause)
        return failure(infos ? pause.error() : infos.error());
    const QString only = arguments.word(0);
    if (!only.isEmpty()) {
        if (const auto known = schedules.show(only); !known)
            return failure(known.error());
        infos->removeIf([&](const ScheduleInfo &info) { return info.schedule.id != only; });
    }
    const Millis now = (*session)->clock().now().count();
    QList<QPair<Millis, const ScheduleInfo *>> moments;
    for (const ScheduleInfo &info : *infos) {
        const auto due = info.schedule.enabled
            ? core::dueBetween(info.schedule, now, std::numeric_limits<Millis>::max(), count)
            : QList<Millis>();
        for (const Millis at : due)
            moments.append({at, &info});
    }
    std::ranges::stable_sort(moments, {}, &QPair<Millis, const ScheduleInfo *>::first);
    moments.resize(std::min<qsizetype>(moments.size(), count));
    QJsonArray all;
    for (const auto &[at, info] : moments) {
        all.append(QJsonObject{{u"schedule"_s, info->schedule.id}, {u"at"_s, core::isoTime(at)}});
        context.line(onTheWall(at, info->schedule.timeZone()) + u"  "_s
                     + (info->integration.isEmpty() ? cliText("all") : info->integration) + u", "_s
                     + whatText(info->schedule));
    }
    context.print(all);
    notePause(context, *pause);
    return 0;
}

Arguments::Grammar grammar(const QString &usage, int atLeast, int atMost, const QStringList &flags = {},
                           const QStringList &options = {})
{
    return {flags, options, atLeast, atMost, usage};
}

} // namespace

std::vector<Command> scheduleCommands()
{
    const QString addUsage = u"schedule add WHEN [--integration N] [--entity E]… [--zone Z] [--quiet FROM-TO] [--full] "
                             "[--shadow] [--jitter S]"_s;
    return {
        {u"schedule list"_s, cliText("Lists what runs by the clock."), grammar(u"schedule list"_s, 0, 0), list},
        {u"schedule add"_s,
         cliText("Lets runs begin by the clock: every 15 minutes, hourly at :05, daily at 02:00, cron 30 3 * * sun."),
         grammar(addUsage, 1, -1, {u"--full"_s, u"--shadow"_s},
                 {u"--integration"_s, u"--entity"_s, u"--zone"_s, u"--quiet"_s, u"--jitter"_s}),
         add},
        {u"schedule set"_s,
         cliText("Changes a schedule: when, zone, quiet, integration, entity, full, shadow, jitter."),
         grammar(u"schedule set ID KEY=VALUE…"_s, 2, -1), set},
        {u"schedule remove"_s, cliText("Removes a schedule."), grammar(u"schedule remove ID"_s, 1, 1), remove},
        {u"schedule pause"_s, cliText("Pauses schedules, or with --all everything that runs by itself."),
         grammar(u"schedule pause ID… | --all [--for 1h]"_s, 0, -1, {u"--all"_s}, {u"--for"_s}),
         [](Context &context, const Arguments &arguments) { return setEnabled(context, arguments, false); }},
        {u"schedule resume"_s, cliText("Lets paused schedules go on."),
         grammar(u"schedule resume ID… | --all"_s, 0, -1, {u"--all"_s}),
         [](Context &context, const Arguments &arguments) { return setEnabled(context, arguments, true); }},
        {u"schedule next"_s, cliText("Shows when runs begin next."),
         grammar(u"schedule next [ID] [--count 10]"_s, 0, 1, {}, {u"--count"_s}), next},
    };
}

} // namespace syncline::cli
