#pragma once

#include <chrono>
#include <stop_token>

namespace syncline::core::mirror {

/// Waits on the calling thread; false when it was asked to stop before the time was over.
bool pause(std::chrono::milliseconds time, const std::stop_token &stop);

} // namespace syncline::core::mirror
