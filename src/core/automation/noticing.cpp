#include "core/automation/noticing.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("syncline::core::Noticing", text, nullptr, n);
}

const QString good = u"good"_s;

Notification make(const QString &event, Urgency severity, const QString &title, const QString &text, Millis now)
{
    Notification made;
    made.at = now;
    made.event = event;
    made.severity = severity;
    made.title = title;
    made.text = text;
    return made;
}

bool isTooSoon(const Topic &topic, Millis gap, Millis now)
{
    return topic.toldAt && now - *topic.toldAt < gap;
}

/// "" for a state that says nothing about whether it works.
QString wordOf(HealthState state)
{
    switch (state) {
    case HealthState::Healthy:
        return good;
    case HealthState::Down:
        return u"down"_s;
    case HealthState::NeedsSignIn:
        return u"sign_in"_s;
    case HealthState::Unknown:
    case HealthState::Paused:
    case HealthState::Throttled:
        break;
    }
    return {};
}

QString sentences(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + u' ' + second;
}

Notification ofSystem(const SystemHealth &system, const QString &word, Millis now)
{
    Notification made;
    if (word == good) {
        made = make(u"integration_up"_s, Urgency::Info, tr("%1 answers again").arg(system.name),
                    tr("What waited is brought up to date."), now);
        made.isRecovery = true;
    } else if (word == "sign_in"_L1) {
        made = make(u"sign_in_needed"_s, Urgency::Problem, tr("%1 needs you to sign in").arg(system.name),
                    sentences(tr("Its changes wait. The other systems go on."), system.remedy), now);
    } else {
        made = make(u"integration_down"_s, Urgency::Problem, tr("%1 does not answer").arg(system.name),
                    sentences(system.message, tr("The other systems go on.")), now);
    }
    made.integration = system.name;
    return made;
}

/// A number that grew is told, with how much; one that fell is only remembered.
void noticeCount(Topics &topics, const QString &name, int count, Millis gap, Millis now, QList<Notification> &news,
                 const std::function<Notification(int added)> &tell)
{
    Topic topic = topics.value(name);
    const int told = topic.state.toInt();
    if (count == told || (count > told && isTooSoon(topic, gap, now)))
        return;
    topic.state = QString::number(count);
    topic.since = now;
    if (count > told) {
        topic.toldAt = now;
        news.append(tell(count - told));
    }
    topics.insert(name, topic);
}

/// `tell` gets whether it begins or is over. Unlike a system it has no half-way states.
void noticeSwitch(Topics &topics, const QString &name, bool isBad, Millis now, QList<Notification> &news,
                  const std::function<std::optional<Notification>(bool begins)> &tell)
{
    const Topic before = topics.value(name, {good, 0, {}});
    const QString word = isBad ? u"bad"_s : good;
    if (word == before.state || isTooSoon(before, shortestGap, now))
        return;
    const auto made = tell(isBad);
    if (made)
        news.append(*made);
    topics.insert(name, {word, now, made ? std::optional(now) : before.toldAt});
}

} // namespace

QList<Notification> noticeSystems(Topics &topics, const QList<SystemHealth> &systems, Millis now)
{
    QList<Notification> news;
    for (const SystemHealth &system : systems) {
        const QString name = u"system/"_s + system.id, word = wordOf(system.state);
        const Topic before = topics.value(name, {good, 0, {}});
        if (word.isEmpty())
            continue;
        const bool isReminder = word == before.state && word == "sign_in"_L1 && !isTooSoon(before, signInReminder, now);
        if ((word == before.state && !isReminder) || isTooSoon(before, shortestGap, now))
            continue;
        news.append(ofSystem(system, word, now));
        topics.insert(name, {word, isReminder ? before.since : now, now});
    }
    return news;
}

QList<Notification> noticeWaiting(Topics &topics, const Waiting &waiting, Millis now)
{
    QList<Notification> news;
    noticeCount(topics, u"conflicts"_s, waiting.conflicts, conflictGap, now, news, [now](int added) {
        return make(u"conflicts_found"_s, Urgency::Warning, tr("%n new conflict(s)", added),
                    tr("Two sides changed the same field. The rest goes on; decide when you like."), now);
    });
    noticeCount(topics, u"deletes"_s, waiting.deletes, shortestGap, now, news, [now](int added) {
        return make(u"deletes_held"_s, Urgency::Warning, tr("%n record(s) are gone in a system", added),
                    tr("Nothing was deleted elsewhere. Say whether it should be."), now);
    });
    return news;
}

QList<Notification> noticeRun(Topics &topics, const RunNews &run, Millis now)
{
    QList<Notification> news;
    const bool failed = run.status == "failed"_L1;
    noticeSwitch(topics, u"guard"_s, run.status == "stopped"_L1, now, news,
                 [&](bool begins) -> std::optional<Notification> {
                     if (!begins)
                         return {};
                     return make(u"run_stopped"_s, Urgency::Warning, tr("A run stopped and asks"),
                                 sentences(run.guard, tr("Look at its plan, then say whether it may go on.")), now);
                 });
    if (!run.isSystemsFault) {
        noticeSwitch(topics, u"runs"_s, failed, now, news, [&](bool begins) -> std::optional<Notification> {
            if (begins)
                return make(u"sync_failed"_s, Urgency::Problem, tr("A run failed"), run.problem, now);
            auto over = make(u"sync_recovered"_s, Urgency::Info, tr("Runs work again"), {}, now);
            over.isRecovery = true;
            return over;
        });
    }
    if (!failed) {
        noticeCount(topics, u"failing"_s, run.failed, conflictGap, now, news, [now](int added) {
            return make(u"records_failing"_s, Urgency::Warning, tr("%n change(s) were not written", added),
                        tr("A system did not take them. Each says why in the report."), now);
        });
    }
    if (run.status == "planned"_L1 && !run.byPerson) {
        news.append(make(u"shadow_report"_s, Urgency::Info, tr("A shadow run is done"),
                         tr("It would have made %n change(s).", run.left), now));
    } else if ((run.status == "done"_L1 || run.status == "partial"_L1) && (run.isFirst || !run.ofSingleRecords)) {
        news.append(make(u"sync_completed"_s, Urgency::Info,
                         run.isFirst ? tr("First run is done") : tr("A run is done"),
                         tr("%n change(s) were written.", run.written), now));
    }
    for (Notification &made : news)
        made.run = run.run;
    return news;
}

} // namespace syncline::core
