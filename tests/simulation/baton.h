#pragma once

#include "foundation/clock.h"
#include "foundation/effectgate.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <random>
#include <thread>

namespace syncline::simulation {

/// The process dies here. Caught in the outermost frame of each thread.
struct Death
{
};

/// Time that only moves when somebody moves it. Thread-safe.
class SimulatedClock final : public Clock
{
public:
    std::chrono::milliseconds now() const override { return std::chrono::milliseconds(m_now.load()); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<std::int64_t> m_now = 1'790'000'000'000;
};

/// A gate under which only the thread that holds the baton runs. At every effect a seed decides who goes on, so that
/// blocking code interleaves in every order and the same seed gives the same history. The effect of the number
/// `dieAt` is the process's last.
class Baton final : public EffectGate
{
public:
    Baton(std::uint32_t seed, SimulatedClock &clock, int dieAt = -1);

    void before(EffectKind kind, std::string_view what) override;
    void after(EffectKind kind, std::string_view what) override;
    void waitUntil(const std::function<bool()> &ready, const std::function<void()> &wait) override;

    /// For Workers: a thread that waits for its turn and survives nobody's death.
    std::jthread startThread(const std::string &name, std::function<void()> body);
    int effects() const { return m_effects; }
    bool isDead() const { return m_dead; }

private:
    void effect();
    void passOn();
    void awaitTurn(std::unique_lock<std::mutex> &lock, int me);
    int self();
    int pickNext();

    std::mt19937 m_random;
    SimulatedClock &m_clock;
    int m_dieAt;
    std::atomic<int> m_effects = 0;
    std::atomic<bool> m_dead = false;
    std::mutex m_mutex;
    std::condition_variable m_turn;
    std::map<std::thread::id, int> m_names;
    std::map<int, std::function<bool()>> m_threads; ///< what each waits for; empty: ready to run
    int m_holder = 0;
    int m_started = 0;
};

} // namespace syncline::simulation
