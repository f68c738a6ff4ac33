#pragma once

#include "core/automation/channels.h"
#include "core/automation/postman.h"

namespace syncline::core {

/// Brings notifications to their channels: again and later where a channel does not take one, for a day and a half.
/// Blocks; belongs to the thread of its session, which should have nothing else to do.
class Courier
{
public:
    Courier(Session &session, Postman &postman) : m_session(session), m_postman(postman) {}

    /// Sends what is due; how many messages arrived.
    Result<int> deliver(std::stop_token stop);
    /// One message that says it is a test, now.
    Result<void> test(const Channel &channel, std::stop_token stop);

private:
    Result<void> send(const Channel &channel, const Notification &notification, std::stop_token stop);
    Session &m_session;
    Postman &m_postman;
};

/// How long to wait after so many tries; nothing where it is given up.
std::optional<std::chrono::milliseconds> waitAfterTries(int tries);

} // namespace syncline::core
