#pragma once

#include "core/mirror/mirrortarget.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace syncline::core::mirror {

/// Pages on their way from the thread that reads them to the one that lands them. Holds few, so that memory stays bounded
/// however fast a CRM is.
class PageQueue
{
public:
    /// Waits for room. False: nobody takes any more.
    bool put(QList<Row> page, const Walk &after);
    /// The last one: the walk is over.
    bool putEnd(const Walk &walk);
    /// No more will come; what waits is still landed.
    void close();

    /// Everything that waits, as one landing; waits for something. nullopt: no more comes.
    std::optional<Landing> take();
    /// Whoever puts is told to give up.
    void refuse();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QList<Row>> m_pages;
    std::optional<Walk> m_walk; ///< after the last of them
    bool m_closed = false;
    bool m_refused = false;
};

} // namespace syncline::core::mirror
