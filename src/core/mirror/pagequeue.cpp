#include "core/mirror/pagequeue.h"

namespace syncline::core::mirror {

namespace {

constexpr std::size_t mostPages = 2;

} // namespace

bool PageQueue::put(QList<Row> page, const Walk &after)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_refused || m_pages.size() < mostPages; });
    if (m_refused)
        return false;
    m_pages.push_back(std::move(page));
    m_walk = after;
    m_changed.notify_all();
    return true;
}

bool PageQueue::putEnd(const Walk &walk)
{
    const std::lock_guard lock(m_mutex);
    m_walk = walk;
    m_closed = true;
    m_changed.notify_all();
    return !m_refused;
}

void PageQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

std::optional<Landing> PageQueue::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || m_walk; });
    if (!m_walk)
        return std::nullopt;
    Landing landing;
    landing.pages.assign(std::make_move_iterator(m_pages.begin()), std::make_move_iterator(m_pages.end()));
    landing.walk = *m_walk;
    m_pages.clear();
    m_walk.reset();
    m_changed.notify_all();
    return landing;
}

void PageQueue::refuse()
{
    const std::lock_guard lock(m_mutex);
    m_refused = true;
    m_changed.notify_all();
}

} // namespace syncline::core::mirror
