#pragma once

#include "listener/server.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace syncline::app {

/// Answers requests on a thread of its own, one after the other, so that the server's own thread never waits for it.
class RequestThread
{
public:
    using Answer = std::function<listener::Response(const listener::Request &)>;
    static constexpr std::size_t mostWaiting = 64; ///< beyond them: 503

    explicit RequestThread(Answer answer);
    ~RequestThread(); ///< answers the one that it is at
    RequestThread(const RequestThread &) = delete;
    RequestThread &operator=(const RequestThread &) = delete;

    void add(const listener::Request &request, const listener::Reply &reply); ///< from any thread

private:
    struct Waiting
    {
        listener::Request request;
        listener::Reply reply;
    };
    void work(const std::stop_token &stop);

    Answer m_answer;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Waiting> m_waiting;
    std::jthread m_thread; ///< last: it ends before what it uses
};

} // namespace syncline::app
