#include "simulation/baton.h"

#include <array>
#include <exception>
#include <vector>

namespace syncline::simulation {

using namespace std::chrono_literals;

Baton::Baton(std::uint32_t seed, SimulatedClock &clock, int dieAt, Witness witness)
    : m_random(seed)
    , m_clock(clock)
    , m_dieAt(dieAt)
    , m_witness(std::move(witness))
{
    m_names[std::this_thread::get_id()] = 0;
    m_threads[0];
}

int Baton::self()
{
    const std::lock_guard lock(m_mutex);
    return m_names.at(std::this_thread::get_id());
}

void Baton::before(EffectKind kind, std::string_view what)
{
    effect(kind, false, what);
}

void Baton::after(EffectKind kind, std::string_view what)
{
    effect(kind, true, what);
}

void Baton::effect(EffectKind kind, bool isDone, std::string_view what)
{
    if (m_dead)
        throw Death{};
    const int me = self();
    const int number = ++m_effects;
    if (number == m_dieAt) {
        static constexpr std::array kinds{"commit", "send", "receive", "wait", "file", "keychain", "process"};
        m_deathAt = std::string(isDone ? "after " : "before ") + kinds[std::size_t(kind)] + ' ' + std::string(what);
        die();
        throw Death{};
    }
    m_clock.advance(1ms);
    if (m_witness)
        m_witness({kind, isDone, what, me, number});
    std::unique_lock lock(m_mutex);
    passOn(lock, m_threads.at(me));
    if (m_dead)
        throw Death{};
}

void Baton::die()
{
    const std::lock_guard lock(m_mutex);
    m_dead = true;
    for (auto &[name, thread] : m_threads)
        thread.turn.notify_all();
}

/// Who goes on: any thread that is not waiting, or whose wait is over. Nobody: time passes until somebody can.
int Baton::pickNext()
{
    std::vector<int> ready;
    for (int patience = 0; patience < 100'000; ++patience) {
        for (const auto &[name, thread] : m_threads) {
            if (!thread.ready || thread.ready())
                ready.push_back(name);
        }
        if (!ready.empty())
            return ready[m_random() % ready.size()];
        m_clock.advance(100ms);
    }
    std::terminate(); // every thread waits for another one
}

void Baton::giveTo(int name)
{
    m_holder = name;
    m_threads.at(name).turn.notify_all();
}

void Baton::passOn(std::unique_lock<std::mutex> &lock, Thread &me)
{
    giveTo(pickNext());
    me.turn.wait(lock, [&] { return m_dead || &m_threads.at(m_holder) == &me; });
}

void Baton::waitUntil(const std::function<bool()> &ready, const std::function<void()> &)
{
    if (m_dead) {
        if (std::uncaught_exceptions() > 0)
            return; // the dead clean up behind themselves without a word
        throw Death{};
    }
    const int name = self();
    std::unique_lock lock(m_mutex);
    Thread &me = m_threads.at(name);
    me.ready = ready;
    passOn(lock, me);
    me.ready = {};
    if (m_dead && std::uncaught_exceptions() == 0)
        throw Death{};
}

std::jthread Baton::startThread(const std::string &, std::function<void()> body)
{
    const std::lock_guard lock(m_mutex);
    const int name = ++m_started;
    Thread &thread = m_threads[name];
    return std::jthread([this, name, &thread, body = std::move(body)] {
        try {
            {
                std::unique_lock inner(m_mutex);
                m_names[std::this_thread::get_id()] = name;
                thread.turn.wait(inner, [&] { return m_holder == name || m_dead; });
                if (m_dead)
                    throw Death{};
            }
            body();
        } catch (const Death &) {
        }
        const std::lock_guard inner(m_mutex);
        m_threads.erase(name);
        if (!m_dead && m_holder == name)
            giveTo(pickNext());
    });
}

} // namespace syncline::simulation
