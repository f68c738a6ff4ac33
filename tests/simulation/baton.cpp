#include "simulation/baton.h"

#include <exception>

namespace syncline::simulation {

using namespace std::chrono_literals;

Baton::Baton(std::uint32_t seed, SimulatedClock &clock, int dieAt) : m_random(seed), m_clock(clock), m_dieAt(dieAt)
{
    m_names[std::this_thread::get_id()] = 0;
    m_threads[0] = {};
}

int Baton::self()
{
    return m_names.at(std::this_thread::get_id());
}

void Baton::before(EffectKind, std::string_view)
{
    effect();
}

void Baton::after(EffectKind, std::string_view)
{
    effect();
}

void Baton::effect()
{
    if (m_dead)
        throw Death{};
    if (++m_effects == m_dieAt) {
        {
            const std::lock_guard lock(m_mutex);
            m_dead = true;
        }
        m_turn.notify_all();
        throw Death{};
    }
    m_clock.advance(1ms);
    passOn();
}

/// Who goes on: any thread that is not waiting, or whose wait is over. Nobody: time passes until somebody can.
int Baton::pickNext()
{
    for (int patience = 0; patience < 100'000; ++patience) {
        std::vector<int> ready;
        for (const auto &[name, condition] : m_threads) {
            if (!condition || condition())
                ready.push_back(name);
        }
        if (!ready.empty())
            return ready[std::uniform_int_distribution<std::size_t>(0, ready.size() - 1)(m_random)];
        m_clock.advance(100ms);
    }
    std::terminate(); // every thread waits for another one
}

void Baton::passOn()
{
    std::unique_lock lock(m_mutex);
    const int me = self();
    m_holder = pickNext();
    m_turn.notify_all();
    awaitTurn(lock, me);
}

void Baton::awaitTurn(std::unique_lock<std::mutex> &lock, int me)
{
    m_turn.wait(lock, [&] { return m_holder == me || m_dead; });
    if (m_dead)
        throw Death{};
}

void Baton::waitUntil(const std::function<bool()> &ready, const std::function<void()> &)
{
    if (m_dead) {
        if (std::uncaught_exceptions() > 0)
            return; // the dead clean up behind themselves without a word
        throw Death{};
    }
    std::unique_lock lock(m_mutex);
    const int me = self();
    m_threads[me] = ready;
    m_holder = pickNext();
    m_turn.notify_all();
    m_turn.wait(lock, [&] { return m_holder == me || m_dead; });
    m_threads[me] = {};
    if (m_dead && std::uncaught_exceptions() == 0)
        throw Death{};
}

std::jthread Baton::startThread(const std::string &, std::function<void()> body)
{
    const std::lock_guard lock(m_mutex);
    const int name = ++m_started;
    m_threads[name] = {};
    return std::jthread([this, name, body = std::move(body)] {
        try {
            {
                std::unique_lock inner(m_mutex);
                m_names[std::this_thread::get_id()] = name;
                awaitTurn(inner, name);
            }
            body();
        } catch (const Death &) {
        }
        const std::lock_guard inner(m_mutex);
        m_threads.erase(name);
        if (!m_dead && m_holder == name)
            m_holder = pickNext();
        m_turn.notify_all();
    });
}

} // namespace syncline::simulation
