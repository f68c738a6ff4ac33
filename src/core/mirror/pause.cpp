#include "core/mirror/pause.h"

#include <condition_variable>
#include <mutex>

namespace syncline::core::mirror {

bool pause(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

} // namespace syncline::core::mirror
