#pragma once

#include "core/mirror/mirrormeter.h"

#include <mutex>
#include <optional>
#include <utility>

namespace syncline::ui {

/// What a mirror told last: on its own threads, to be looked at from the window's. Thread-safe.
class LatestProgress
{
public:
    void tell(const core::mirror::MirrorProgress &progress)
    {
        const std::lock_guard lock(m_mutex);
        m_progress = progress;
    }
    /// What was told since the last time.
    std::optional<core::mirror::MirrorProgress> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_progress, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<core::mirror::MirrorProgress> m_progress;
};

} // namespace syncline::ui
