#include "app/requestthread.h"

namespace syncline::app {

RequestThread::RequestThread(Answer answer)
    : m_answer(std::move(answer))
    , m_thread([this](const std::stop_token &stop) { work(stop); })
{
}

RequestThread::~RequestThread() = default;

void RequestThread::add(const listener::Request &request, const listener::Reply &reply)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() < mostWaiting) {
            m_waiting.push_back({request, reply});
            m_changed.notify_all();
            return;
        }
    }
    reply.send(listener::Response{503, {{"Retry-After", "5"}, {"Content-Type", "text/plain"}}, {}, false});
}

void RequestThread::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); }) && !stop.stop_requested()) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        next.reply.send(m_answer(next.request));
        lock.lock();
    }
}

} // namespace syncline::app
