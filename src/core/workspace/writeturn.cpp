#include "core/workspace/writeturn.h"

#include <QHash>

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace syncline::core {

/// The first of the line has the turn.
struct WriteTurn::Queue
{
    std::mutex mutex;
    std::condition_variable moved;
    std::list<const WriteTurn *> line;
    std::thread::id holder;
};

std::shared_ptr<WriteTurn::Queue> WriteTurn::queueOf(const QString &file)
{
    static std::mutex mutex;
    static QHash<QString, std::weak_ptr<Queue>> queues;
    const std::lock_guard lock(mutex);
    if (auto queue = queues.value(file).lock())
        return queue;
    queues.removeIf([](auto known) { return known.value().expired(); }); // a program may open many files
    auto queue = std::make_shared<Queue>();
    queues.insert(file, queue);
    return queue;
}

WriteTurn::WriteTurn(const QString &file, std::chrono::milliseconds patience) : m_queue(queueOf(file))
{
    std::unique_lock lock(m_queue->mutex);
    const auto me = std::this_thread::get_id();
    if (m_queue->holder == me) {
        lock.unlock();
        m_queue.reset();
        m_isMine = true;
        return;
    }
    m_queue->line.push_back(this);
    m_isMine = m_queue->moved.wait_for(lock, patience, [this] { return m_queue->line.front() == this; });
    if (m_isMine)
        m_queue->holder = me;
    else
        m_queue->line.remove(this);
}

WriteTurn::~WriteTurn()
{
    if (!m_isMine || !m_queue)
        return;
    {
        const std::lock_guard lock(m_queue->mutex);
        m_queue->line.pop_front();
        m_queue->holder = {};
    }
    m_queue->moved.notify_all();
}

bool WriteTurn::isAwaited(const QString &file)
{
    const auto queue = queueOf(file);
    const std::lock_guard lock(queue->mutex);
    return queue->line.size() > 1;
}

} // namespace syncline::core
