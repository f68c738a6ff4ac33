#pragma once

#include "core/automation/notification.h"

namespace syncline::app {

/// Shows it by the desktop's notification service; false where there is no session bus. In the window's thread; does not
/// wait for an answer.
bool showOnDesktop(const core::Notification &notification);

} // namespace syncline::app
