#include "core/automation/schedules.h"

#include "core/engine/reports.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

const QString pauseKey = u"automation_paused"_s, numberKey = u"schedule_number"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Schedules", text);
}

/// What it is, into the row; how it stands, stays.
void put(ScheduleRow &row, const Schedule &schedule)
{
    row.id = schedule.id;
    row.integration = schedule.integration;
    row.entities = schedule.entities;
    row.timing = timingText(schedule.timing);
    row.zone = QString::fromLatin1(schedule.zone);
    row.quiet = schedule.quiet ? quietText(*schedule.quiet) : QString();
    row.full = schedule.full;
    row.shadow = schedule.shadow;
    row.jitterSeconds = int(schedule.jitter.count());
    row.enabled = schedule.enabled;
}

std::optional<Millis> nextStart(const Schedule &schedule, Millis now)
{
    if (!schedule.enabled)
        return {};
    const auto next = nextAfter(schedule, now);
    return next ? std::optional(withJitter(schedule, *next)) : std::nullopt;
}

ScheduleInfo infoOf(const ScheduleRow &row, const Schedule &schedule, const QList<IntegrationRow> &integrations)
{
    ScheduleInfo info{schedule,   {},         {},          false,          row.nextAt,    row.failures,
                      row.lastAt, row.lastMs, row.lastRun, row.lastStatus, row.lastDetail};
    if (!row.integration.isEmpty()) {
        const auto found = std::ranges::find(integrations, row.integration, &IntegrationRow::id);
        info.isGone = found == integrations.end();
        info.integration = info.isGone ? row.integration : found->name;
        info.provider = info.isGone ? QString() : found->provider;
    }
    return info;
}

} // namespace

std::optional<Schedule> scheduleOf(const ScheduleRow &row)
{
    const auto timing = timingFromText(row.timing);
    const auto quiet = row.quiet.isEmpty() ? Result<QuietHours>(QuietHours{}) : quietFromText(row.quiet);
    if (!timing || !quiet)
        return {};
    Schedule schedule;
    schedule.id = row.id;
    schedule.integration = row.integration;
    schedule.entities = row.entities;
    schedule.timing = *timing;
    schedule.zone = row.zone.toLatin1();
    if (!row.quiet.isEmpty())
        schedule.quiet = *quiet;
    schedule.full = row.full;
    schedule.shadow = row.shadow;
    schedule.jitter = std::chrono::seconds(row.jitterSeconds);
    schedule.enabled = row.enabled;
    return schedule;
}

QJsonObject scheduleDocument(const Schedule &schedule)
{
    return {{u"when"_s, timingText(schedule.timing)},
            {u"zone"_s, QString::fromLatin1(schedule.zone)},
            {u"quiet"_s, schedule.quiet ? QJsonValue(quietText(*schedule.quiet)) : QJsonValue()},
            {u"entities"_s, QJsonArray::fromStringList(schedule.entities)},
            {u"full"_s, schedule.full},
            {u"shadow"_s, schedule.shadow},
            {u"jitter_s"_s, qint64(schedule.jitter.count())},
            {u"enabled"_s, schedule.enabled}};
}

Result<QList<ScheduleInfo>> Schedules::list()
{
    const auto rows = ScheduleStore(m_session.stores().db).all();
    const auto integrations = m_session.stores().integrations.all();
    if (!rows || !integrations)
        return failure(rows ? integrations.error() : rows.error());
    QList<ScheduleInfo> infos;
    for (const ScheduleRow &row : *rows) {
        if (const auto schedule = scheduleOf(row))
            infos.append(infoOf(row, *schedule, *integrations));
    }
    return infos;
}

Result<ScheduleRow> Schedules::row(const QString &id)
{
    const auto found = ScheduleStore(m_session.stores().db).get(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorKind::Usage, tr("There is no schedule %1.").arg(id),
                       tr("See the schedules with: syncline-cli schedule list"));
    return **found;
}

Result<ScheduleInfo> Schedules::show(const QString &id)
{
    const auto found = row(id);
    const auto integrations = m_session.stores().integrations.all();
    if (!found || !integrations)
        return failure(found ? integrations.error() : found.error());
    const auto schedule = scheduleOf(*found);
    if (!schedule)
        return failure(ErrorKind::Usage, tr("The schedule %1 was made by a newer Syncline.").arg(id),
                       tr("Install the newer Syncline, or make the schedule anew."));
    return infoOf(*found, *schedule, *integrations);
}

Result<QString> Schedules::integrationNamed(const QString &name)
{
    const auto found = m_session.stores().integrations.byName(name);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorKind::Usage, tr("There is no integration \"%1\".").arg(name),
                       tr("See the integrations with: syncline-cli integration list"));
    return (*found)->id;
}

Result<void> Schedules::check(const Schedule &wanted)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    for (const QString &entity : wanted.entities) {
        if (!m_session.schema().entity(entity))
            return failure(ErrorKind::Usage, tr("There are no records of kind \"%1\".").arg(entity),
                           tr("Kinds are: %1.").arg(m_session.schema().entities().join(u", "_s)));
    }
    return checkSchedule(wanted, m_session.clock().now().count());
}

Result<QString> Schedules::newId()
{
    auto &meta = m_session.stores().integrations;
    const auto last = meta.meta(numberKey);
    if (!last)
        return failure(last.error());
    const QString next = QString::number(last->toInt() + 1);
    return meta.setMeta(numberKey, next).map([&] { return next; });
}

Result<void> Schedules::audit(const QString &action, const QString &id, const QJsonObject &before,
                              const QJsonObject &after)
{
    QJsonObject document;
    if (!before.isEmpty())
        document.insert(u"before"_s, before);
    if (!after.isEmpty())
        document.insert(u"after"_s, after);
    return m_session.stores().review.audit(
        {m_session.clock().now().count(), m_session.actor.name, {}, 0, action, u"schedule"_s, {}, id, document});
}

Result<QString> Schedules::add(Schedule wanted)
{
    if (auto allowed = check(wanted); !allowed)
        return failure(allowed.error());
    const Millis now = m_session.clock().now().count();
    auto &db = m_session.stores().db;
    auto done = db.transaction("schedule", [&]() -> Result<void> {
        if (wanted.id.isEmpty()) {
            const auto id = newId();
            if (!id)
                return failure(id.error());
            wanted.id = *id;
        }
        ScheduleRow row;
        put(row, wanted);
        row.createdAt = now;
        row.nextAt = nextStart(wanted, now);
        return ScheduleStore(db).save(row).and_then(
            [&] { return audit(u"schedule_added"_s, wanted.id, {}, scheduleDocument(wanted)); });
    });
    return done.map([&] { return wanted.id; });
}

Result<void> Schedules::change(const Schedule &wanted)
{
    if (auto allowed = check(wanted); !allowed)
        return allowed;
    auto &db = m_session.stores().db;
    return db.transaction("schedule", [&]() -> Result<void> {
        auto stored = row(wanted.id);
        if (!stored)
            return failure(stored.error());
        const auto before = scheduleOf(*stored);
        put(*stored, wanted);
        stored->failures = 0;
        stored->nextAt = nextStart(wanted, m_session.clock().now().count());
        return ScheduleStore(db).save(*stored).and_then([&] {
            return audit(u"schedule_changed"_s, wanted.id, before ? scheduleDocument(*before) : QJsonObject(),
                         scheduleDocument(wanted));
        });
    });
}

Result<Schedule> Schedules::remove(const QString &id)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return failure(allowed.error());
    std::optional<Schedule> removed;
    auto &db = m_session.stores().db;
    auto done = db.transaction("schedule", [&]() -> Result<void> {
        const auto stored = row(id);
        if (!stored)
            return failure(stored.error());
        removed = scheduleOf(*stored);
        return ScheduleStore(db).remove(id).and_then(
            [&] { return audit(u"schedule_removed"_s, id, removed ? scheduleDocument(*removed) : QJsonObject(), {}); });
    });
    return done.map([&] { return removed.value_or(Schedule{}); });
}

Result<void> Schedules::setEnabled(const QString &id, bool enabled)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    auto &db = m_session.stores().db;
    return db.transaction("schedule", [&]() -> Result<void> {
        auto stored = row(id);
        if (!stored)
            return failure(stored.error());
        if (stored->enabled == enabled)
            return {};
        stored->enabled = enabled;
        stored->failures = 0;
        const auto schedule = scheduleOf(*stored);
        stored->nextAt = schedule ? nextStart(*schedule, m_session.clock().now().count()) : std::nullopt;
        return ScheduleStore(db).save(*stored).and_then(
            [&] { return audit(enabled ? u"schedule_resumed"_s : u"schedule_paused"_s, id, {}, {}); });
    });
}

Result<AutomationPause> Schedules::pause()
{
    const auto text = m_session.stores().integrations.meta(pauseKey);
    if (!text)
        return failure(text.error());
    if (text->isEmpty())
        return AutomationPause{};
    if (*text == "forever"_L1)
        return AutomationPause{true, {}};
    const Millis until = text->toLongLong();
    return until > m_session.clock().now().count() ? AutomationPause{true, until} : AutomationPause{};
}

Result<void> Schedules::setPause(const AutomationPause &pause)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    const QString text = !pause.isPaused ? QString() : pause.until ? QString::number(*pause.until) : u"forever"_s;
    return m_session.stores().db.transaction("pause", [&] {
        return m_session.stores().integrations.setMeta(pauseKey, text).and_then([&] {
            return audit(pause.isPaused ? u"automation_paused"_s : u"automation_resumed"_s, {}, {},
                         pause.until ? QJsonObject{{u"until"_s, isoTime(*pause.until)}} : QJsonObject());
        });
    });
}

} // namespace syncline::core
