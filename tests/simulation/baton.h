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
    struct Effect
    {
        EffectKind kind = EffectKind::Commit;
        bool isDone = false; ///< it stands before or behind its effect
        std::string_view what;
        int thread = 0; ///< 0: the run's own
        int number = 0;
    };
    /// Hears of each effect while nobody else runs.
    using Witness = std::function<void(const Effect &)>;

    Baton(std::uint32_t seed, SimulatedClock &clock, int dieAt = -1, Witness witness = {});

    void before(EffectKind kind, std::string_view what) override;
    void after(EffectKind kind, std::string_view what) override;
    void waitUntil(const std::function<bool()> &ready, const std::function<void()> &wait) override;

    /// For Workers: a thread that waits for its turn and survives nobody's death.
    std::jthread startThread(const std::string &name, std::function<void()> body);
    int effects() const { return m_effects; }
    bool isDead() const { return m_dead; }
    /// The effect at which the process died, as "before commit page".
    const std::string &deathAt() const { return m_deathAt; }

private:
    struct Thread
    {
        std::function<bool()> ready; ///< what it waits for; empty: ready to run
        std::condition_variable turn;
    };
    void effect(EffectKind kind, bool isDone, std::string_view what);
    void die();
    void passOn(std::unique_lock<std::mutex> &lock, Thread &me);
    void giveTo(int name);
    int self();
    int pickNext();

    std::mt19937 m_random;
    SimulatedClock &m_clock;
    int m_dieAt;
    Witness m_witness;
    std::string m_deathAt;
    std::atomic<int> m_effects = 0;
    std::atomic<bool> m_dead = false;
    std::mutex m_mutex;
    std::map<std::thread::id, int> m_names;
    std::map<int, Thread> m_threads;
    int m_holder = 0;
    int m_started = 0;
};

} // namespace syncline::simulation
