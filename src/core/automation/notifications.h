#pragma once

#include "core/automation/noticing.h"
#include "core/services/runcontrol.h"
#include "core/workspace/notificationstore.h"

namespace syncline::core {

/// What people were told, and what they are told next. Every change of state becomes one notification, with a delivery for
/// each channel that wants it, in one transaction with the mark that it was told.
class Notifications
{
public:
    explicit Notifications(Session &session) : m_session(session), m_store(session.stores().db) {}

    /// Looks at how everything is; to be called after a run, a test or a decision. What is new.
    Result<QList<Notification>> observe(const std::optional<RunEnd> &run = {});
    Result<QList<Notification>> latest(int most); ///< newest first
    Result<int> unseen();
    Result<void> markSeen();

private:
    Result<RunNews> newsOf(const RunEnd &end);
    Result<void> keep(QList<Notification> &news);
    Session &m_session;
    NotificationStore m_store;
};

} // namespace syncline::core
