#pragma once

#include "core/services/runcontrol.h"
#include "support/livesession.h"

#include <functional>

namespace syncline::test {

/// A run under way, and what it said. Waits for it; fails the test if it takes longer than two minutes.
class LiveRun
{
public:
    LiveRun(core::Session &session, const core::RunRequest &request)
    {
        m_control = must(core::RunControl::start(
            session, request,
            [this](const core::RunProgress &progress) {
                const std::lock_guard lock(m_mutex);
                m_heard.append(progress);
                m_changed.notify_all();
            },
            [this](const core::RunEnd &end) {
                const std::lock_guard lock(m_mutex);
                m_end = end;
                m_changed.notify_all();
            }));
    }
    core::RunControl &control() { return *m_control; }

    core::RunEnd wait()
    {
        waitUntil([this] { return m_end.has_value(); });
        return m_end.value_or(core::RunEnd());
    }
    void waitFor(const std::function<bool(const core::RunProgress &)> &seen)
    {
        waitUntil([&] { return m_end || (!m_heard.isEmpty() && seen(m_heard.last())); });
    }
    QList<core::RunProgress> heard()
    {
        const std::lock_guard lock(m_mutex);
        return m_heard;
    }

private:
    void waitUntil(const std::function<bool()> &ready)
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait_for(lock, std::chrono::minutes(2), ready))
            QTest::qFail("the run does not go on", __FILE__, __LINE__);
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<core::RunProgress> m_heard;
    std::optional<core::RunEnd> m_end;
    std::unique_ptr<core::RunControl> m_control;
};

} // namespace syncline::test
