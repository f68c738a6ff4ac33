#pragma once

#include "foundation/result.h"

#include <QMap>

#include <memory>
#include <mutex>

namespace syncline::sandbox {
class Sandbox;
}

namespace syncline::app {

/// The stand-in CRMs of the window's demonstration, in threads of this program: they end with it.
class StandIns
{
public:
    StandIns();
    ~StandIns();
    /// Starts them anew, with the same invented people each time (SYNCLINE_DEMO_RECORDS of them, else 1000).
    /// Provider -> address. May be called from any thread.
    Result<QMap<QString, QString>> start();

private:
    std::mutex m_mutex;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
};

} // namespace syncline::app
