#pragma once

#include "core/recipes/recipes.h"
#include "core/services/session.h"
#include "core/workspace/eventsourcestore.h"

namespace syncline::core {

/// The programs that may send business events to `serve` (Y9), each with a token of its own, which starts events and nothing
/// else. A token is told once, to whoever makes it; the workspace keeps its hash. Belongs to the session's thread.
class EventSources
{
public:
    explicit EventSources(Session &session) : m_session(session), m_store(session.stores().db) {}

    Result<QList<EventSourceRow>> list();
    /// The token. `kinds`: of events that it may send, as the applied recipes know them; none: all.
    Result<QByteArray> add(const QString &name, const QStringList &kinds);
    /// A new token; the one before is void.
    Result<QByteArray> renew(const QString &name);
    Result<void> remove(const QString &name);

    /// Whose token it is; nothing: nobody's.
    Result<std::optional<EventSourceRow>> ofToken(const QByteArray &token);
    /// Carries the event out for a source. Its key is the source's own: two sources may use the same one. Error kind
    /// Permission: the source may not send such events. What is refused is counted, and stands in the log.
    Result<CarriedOut> carryOut(const EventSourceRow &source, const QString &key, const QString &kind,
                                const QByteArray &body);

private:
    Result<EventSourceRow> named(const QString &name);
    Result<void> changed(const QString &action, const QString &name, const std::function<Result<void>()> &change);
    Error refused(const EventSourceRow &source, const QString &kind, const Error &error);

    Session &m_session;
    EventSourceStore m_store;
};

} // namespace syncline::core
