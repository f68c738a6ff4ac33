#pragma once

#include "core/automation/notification.h"

namespace syncline::ui {

/// Where a notification leads.
struct NoticePlace
{
    QString view;   ///< of the window
    QString button; ///< what leads there, in words
    bool operator==(const NoticePlace &) const = default;
};

NoticePlace placeOf(const core::Notification &notification);

} // namespace syncline::ui
