#pragma once

#include <QString>

#include <functional>

namespace syncline::core {

/// What a person sees of a run while it goes on. Called on the run's thread; must return quickly.
struct Progress
{
    QString stage;       ///< "reading", "planning", "applying", "settling", "waiting"
    QString integration; ///< name; "" for none
    QString entity;
    int done = 0;
    int total = 0; ///< 0: not known
};
using ProgressSink = std::function<void(const Progress &)>;

} // namespace syncline::core
