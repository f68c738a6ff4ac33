#include "core/automation/notifications.h"

#include "core/automation/channels.h"
#include "core/automation/scheduler.h"
#include "foundation/ids.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr Millis keptFor = 90ll * 24 * 60 * 60 * 1000;

bool isSystemsFault(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Authentication:
    case ErrorKind::Permission:
    case ErrorKind::RateLimit:
    case ErrorKind::Network:
    case ErrorKind::Server:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<RunNews> Notifications::newsOf(const RunEnd &end)
{
    RunNews news;
    news.run = end.run;
    news.status = end.status.isEmpty() ? u"failed"_s : end.status;
    news.byPerson = end.request.actor != Scheduler::actorName();
    news.ofSingleRecords = !end.request.places.isEmpty() || !end.request.records.isEmpty();
    news.isSystemsFault = end.problem && isSystemsFault(*end.problem);
    news.written = end.written;
    news.failed = end.failed;
    news.left = end.left;
    news.guard = end.guards.value(0);
    news.problem = end.problem ? end.problem->message : QString();
    const auto finished = m_session.stores().runs.countFinished();
    if (!finished)
        return failure(finished.error());
    news.isFirst = *finished == 1 && (news.status == "done"_L1 || news.status == "partial"_L1);
    return news;
}

Result<QList<Notification>> Notifications::observe(const std::optional<RunEnd> &run)
{
    const Millis now = m_session.clock().now().count();
    QList<Notification> news;
    auto done = m_session.stores().db.transaction("notifications", [&]() -> Result<void> {
        const auto states = m_store.states();
        const auto systems = Dashboard(m_session).systems();
        const auto waiting = Dashboard(m_session).waiting();
        if (!states || !systems || !waiting)
            return failure(!states ? states.error() : !systems ? systems.error() : waiting.error());
        Topics before;
        for (const auto &state : *states)
            before.insert(state.topic, {state.state, state.since, state.toldAt});
        Topics topics = before;
        news = noticeSystems(topics, *systems, now) + noticeWaiting(topics, *waiting, now);
        if (run && !run->cancelled && run->problem != anotherRunGoesOn()) {
            const auto ended = newsOf(*run);
            if (!ended)
                return failure(ended.error());
            news += noticeRun(topics, *ended, now);
        }
        for (auto topic = topics.cbegin(); topic != topics.cend(); ++topic) {
            if (before.contains(topic.key()) && before.value(topic.key()) == *topic)
                continue;
            if (auto saved = m_store.saveState({topic.key(), topic->state, topic->since, topic->toldAt}); !saved)
                return saved;
        }
        return keep(news);
    });
    return done.map([&] { return news; });
}

Result<void> Notifications::keep(QList<Notification> &news)
{
    const auto channels = m_store.channels();
    if (!channels)
        return failure(channels.error());
    if (!news.isEmpty()) {
        if (auto done = m_store.forgetBefore(m_session.clock().now().count() - keptFor); !done)
            return done;
    }
    for (Notification &made : news) {
        made.id = newUuid7(m_session.clock().now(), randomBytes(10));
        const bool isQuiet = made.severity == Urgency::Info && !made.isRecovery;
        auto done = m_store.add(
            {made.id, made.at, made.event, int(made.severity), isQuiet, notificationDocument(made)});
        for (const auto &row : *channels) {
            if (!channelOf(row).wants(made))
                continue;
            done = done.and_then([&] { return m_store.saveDelivery({made.id, row.id, 0, made.at, u"waiting"_s, {}}); });
        }
        if (!done)
            return done;
    }
    return {};
}

Result<QList<Notification>> Notifications::latest(int most)
{
    return m_store.latest(most).map([](const QList<NotificationStore::Told> &rows) {
        QList<Notification> told;
        for (const auto &row : rows) {
            told.append(notificationFromDocument(row.document));
            told.last().isSeen = row.seen;
        }
        return told;
    });
}

Result<int> Notifications::unseen()
{
    return m_store.countUnseen();
}

Result<void> Notifications::markSeen()
{
    return m_session.stores().db.transaction("notifications", [&] { return m_store.setAllSeen(); });
}

} // namespace syncline::core
