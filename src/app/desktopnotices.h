#pragma once

#include "core/automation/notification.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace syncline::app {

/// Notices through the desktop's notification service (Desktop Notifications Specification 1.2). In the window's thread; does
/// not wait for an answer.
class DesktopNotices final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotices(QObject *parent = nullptr);
    /// False where there is no session bus. `open` follows a click on the notice, or on `button` where the desktop shows one.
    bool show(const core::Notification &notification, const QString &button, std::function<void()> open);

private Q_SLOTS:
    void act(uint id, const QString &action);
    void forget(uint id);

private:
    QHash<uint, std::function<void()>> m_open; ///< by the service's number of the notice, while it is shown
};

} // namespace syncline::app
