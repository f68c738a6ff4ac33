#pragma once

#include "listener/http.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace syncline::sandbox {

/// Sends what a CRM sends by itself, in order, on a thread of its own. What is not taken is lost, as it is with the CRMs.
class Outbox
{
public:
    struct Letter
    {
        QByteArray url; ///< http://host:port/path: a sandbox speaks to this computer only
        listener::Headers headers;
        QByteArray body;
    };

    Outbox() = default;
    ~Outbox(); ///< drops what waits
    Outbox(const Outbox &) = delete;
    Outbox &operator=(const Outbox &) = delete;

    void add(Letter letter); ///< from one thread

private:
    void work(const std::stop_token &stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Letter> m_letters;
    std::jthread m_thread; ///< from the first letter on; last: it ends before what it uses
};

} // namespace syncline::sandbox
