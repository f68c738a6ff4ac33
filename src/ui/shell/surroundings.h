#pragma once

#include "core/automation/notification.h"
#include "core/automation/postman.h"
#include "core/automation/webhooks.h"
#include "core/services/session.h"

namespace syncline::ui {

/// What the window is given by its main(): the outside of the core, and what only programs know.
struct Surroundings
{
    core::Session::Outside outside; ///< must outlive the window
    QString version;
    /// Starts the stand-ins of the demo and gives provider -> address; blocks, so it is called on a thread of its own.
    std::function<Result<QMap<QString, QString>>()> startDemo;
    core::Postman *postman = nullptr; ///< null: no messages are sent
    /// Shows it on the desktop; false where nothing there would. `open` follows a click, or the button. May be empty.
    std::function<bool(const core::Notification &, const QString &button, std::function<void()> open)> notifyDesktop =
        {};
    const core::WebhookProviders *webhooks = nullptr; ///< null: no system tells of changes by itself
};

} // namespace syncline::ui
