#pragma once

#include "foundation/effectgate.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace syncline::core {

/// Starts a named thread that runs `body`. The simulation hands in one that waits for the baton.
using StartThread = std::function<std::jthread(const std::string &name, std::function<void()> body)>;
std::jthread startPlainThread(const std::string &name, std::function<void()> body);

/// One thread per integration for the calls of its connector. Work is handed in and its outcome taken back by the run's
/// thread, which alone touches the workspace. Everything that a work item uses is its own until it is taken back.
class Workers
{
public:
    Workers(EffectGate &gate, StartThread start);
    ~Workers(); ///< waits for the work in hand
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Runs `work` on the thread of `integration`, after what was handed in for it before; then `done` is waiting to
    /// be run by the run's thread in finishOne().
    void hand(const std::string &integration, std::function<void()> work, std::function<void()> done);
    /// From a work in hand: leaves `step` for the run's thread to run in finishOne(), before the work's own `done`. Waits
    /// while the integration has left some already, so that a fast CRM does not fill the memory.
    void post(const std::string &integration, std::function<void()> step);
    int inHand(const std::string &integration) const;
    int inHand() const { return m_inHand; }
    /// Waits for the next step or finished work and runs it. Call only while something is in hand.
    void finishOne();

private:
    struct Item
    {
        std::string integration;
        std::function<void()> work, done;
        bool isStep = false; ///< the work it comes from goes on
    };
    struct Lane
    {
        std::deque<Item> queue;
        bool ended = false;
        std::jthread thread;
    };
    void serve(Lane &lane);

    EffectGate &m_gate;
    StartThread m_start;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::string, std::unique_ptr<Lane>> m_lanes;
    std::map<std::string, int> m_perLane;
    std::map<std::string, int> m_steps; ///< left and not run to their end
    std::deque<Item> m_finished;
    int m_inHand = 0;
    bool m_stopping = false;
};

} // namespace syncline::core
