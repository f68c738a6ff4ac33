#pragma once

#include "core/automation/schedule.h"
#include "core/services/session.h"
#include "core/workspace/schedulestore.h"

namespace syncline::core {

/// A schedule as a person sees it.
struct ScheduleInfo
{
    Schedule schedule;
    QString integration, provider; ///< name and provider; "" for all
    bool isGone = false;           ///< its integration was removed
    std::optional<Millis> nextAt;  ///< with jitter and back-off
    int failures = 0;              ///< in a row
    std::optional<Millis> lastAt;
    Millis lastMs = 0;
    QString lastRun;
    QString lastStatus; ///< done, partial, failed, stopped, planned; "": never ran
    QString lastDetail; ///< a sentence
};

/// A stop of everything that runs by itself.
struct AutomationPause
{
    bool isPaused = false;
    std::optional<Millis> until; ///< nothing: until a person goes on
    bool operator==(const AutomationPause &) const = default;
};

/// The workspace's schedules. Every change leaves a row in the audit.
class Schedules
{
public:
    explicit Schedules(Session &session) : m_session(session) {}

    Result<QList<ScheduleInfo>> list(); ///< oldest first
    Result<ScheduleInfo> show(const QString &id);
    /// Its id; a schedule that has one already comes back under it.
    Result<QString> add(Schedule wanted);
    Result<void> change(const Schedule &wanted);
    /// What was removed, for who wants to take that back.
    Result<Schedule> remove(const QString &id);
    Result<void> setEnabled(const QString &id, bool enabled);
    /// The id of the integration of that name.
    Result<QString> integrationNamed(const QString &name);

    Result<AutomationPause> pause();
    Result<void> setPause(const AutomationPause &pause);

private:
    Result<ScheduleRow> row(const QString &id);
    Result<void> check(const Schedule &wanted);
    Result<QString> newId();
    Result<void> audit(const QString &action, const QString &id, const QJsonObject &before, const QJsonObject &after);

    Session &m_session;
};

/// What is stored of it, read again; nothing where a later program wrote what this one does not understand.
std::optional<Schedule> scheduleOf(const ScheduleRow &row);
/// The texts of a schedule, as JSON prints them and the audit keeps them.
QJsonObject scheduleDocument(const Schedule &schedule);

} // namespace syncline::core
