#include "core/engine/workers.h"

#include <algorithm>

namespace syncline::core {

namespace {

constexpr int mostSteps = 2; ///< of one integration: one at work, one waiting for it

} // namespace

std::jthread startPlainThread(const std::string &, std::function<void()> body)
{
    return std::jthread(std::move(body));
}

Workers::Workers(EffectGate &gate, StartThread start) : m_gate(gate), m_start(std::move(start)) {}

Workers::~Workers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    const auto ended = [this] {
        const std::lock_guard lock(m_mutex);
        return std::ranges::all_of(m_lanes, [](const auto &lane) { return lane.second->ended; });
    };
    m_gate.waitUntil(ended, [this] {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::milliseconds(50));
    });
    m_lanes.clear();
}

void Workers::hand(const std::string &integration, std::function<void()> work, std::function<void()> done)
{
    Lane *lane = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        auto &slot = m_lanes[integration];
        if (!slot)
            slot = std::make_unique<Lane>();
        lane = slot.get();
        lane->queue.push_back({integration, std::move(work), std::move(done), false});
        ++m_perLane[integration];
        ++m_inHand;
    }
    if (!lane->thread.joinable())
        lane->thread = m_start(integration, [this, lane] { serve(*lane); });
    m_changed.notify_all();
}

void Workers::post(const std::string &integration, std::function<void()> step)
{
    const auto hasRoom = [&] {
        const std::lock_guard lock(m_mutex);
        return m_stopping || m_steps[integration] < mostSteps;
    };
    const auto wait = [&] {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_stopping || m_steps[integration] < mostSteps; });
    };
    m_gate.waitUntil(hasRoom, wait);
    {
        const std::lock_guard lock(m_mutex);
        ++m_steps[integration];
        m_finished.push_back({integration, {}, std::move(step), true});
    }
    m_changed.notify_all();
}

int Workers::inHand(const std::string &integration) const
{
    const auto it = m_perLane.find(integration);
    return it == m_perLane.end() ? 0 : it->second;
}

void Workers::serve(Lane &lane)
{
    const auto ready = [&] {
        const std::lock_guard lock(m_mutex);
        return m_stopping || !lane.queue.empty();
    };
    const auto wait = [&] {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_stopping || !lane.queue.empty(); });
    };
    for (;;) {
        m_gate.waitUntil(ready, wait);
        Item item;
        {
            const std::lock_guard lock(m_mutex);
            if (lane.queue.empty()) {
                lane.ended = true;
                break;
            }
            item = std::move(lane.queue.front());
            lane.queue.pop_front();
        }
        item.work();
        {
            const std::lock_guard lock(m_mutex);
            m_finished.push_back(std::move(item));
        }
        m_changed.notify_all();
    }
    m_changed.notify_all();
}

void Workers::finishOne()
{
    const auto ready = [&] {
        const std::lock_guard lock(m_mutex);
        return !m_finished.empty();
    };
    const auto wait = [&] {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return !m_finished.empty(); });
    };
    m_gate.waitUntil(ready, wait);
    Item item;
    {
        const std::lock_guard lock(m_mutex);
        item = std::move(m_finished.front());
        m_finished.pop_front();
    }
    if (!item.isStep) {
        --m_perLane[item.integration];
        --m_inHand;
    }
    item.done();
    if (item.isStep) {
        {
            const std::lock_guard lock(m_mutex);
            --m_steps[item.integration];
        }
        m_changed.notify_all();
    }
}

} // namespace syncline::core
