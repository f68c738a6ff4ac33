#pragma once

#include "connectors/net/httpclient.h"
#include "connectors/net/ratelimiter.h"

#include <map>
#include <memory>
#include <mutex>

namespace syncline::connectors {

/// All limits of one account: those of every request, and those that some kinds of requests have besides. `now` is a steady
/// clock's time.
class AccountLimits
{
public:
    using Time = RateLimiter::Time;

    explicit AccountLimits(const HttpSettings &settings);

    Time waitFor(const HttpRequest &request, Time now) const;
    void sent(const HttpRequest &request, Time now);
    void answered(const HttpRequest &request, Time sentAt, Time now);
    /// What an answer tells of the limits.
    void learn(const HttpResponse &response, Time clock, Time now);
    /// A refusal (429), after which the server wants to be left alone for `pause`.
    void refused(const HttpRequest &request, const HttpResponse &response, Time pause, Time clock, Time now);

private:
    RateLimiter m_limiter;
    std::map<QByteArray, RateLimiter> m_groups; ///< by HttpRequest::limitGroup
};

/// The limits of an account that several clients use at once, each from its own thread. Thread-safe.
class SharedLimits
{
public:
    using Time = AccountLimits::Time;

    explicit SharedLimits(const HttpSettings &settings) : m_limits(settings) {}

    Time waitFor(const HttpRequest &request, Time now) const;
    /// Takes the turn of a request that may go out now; false: another one was faster.
    bool take(const HttpRequest &request, Time now);
    void answered(const HttpRequest &request, Time sentAt, Time now);
    void learn(const HttpResponse &response, Time clock, Time now);
    void refused(const HttpRequest &request, const HttpResponse &response, Time pause, Time clock, Time now);

private:
    mutable std::mutex m_mutex;
    AccountLimits m_limits;
};

/// One object of limits for the clients of one account (HttpSettings::account) that have the same settings. Thread-safe.
class LimitsByAccount
{
public:
    std::shared_ptr<SharedLimits> of(const HttpSettings &settings);

private:
    std::mutex m_mutex;
    std::map<QByteArray, std::weak_ptr<SharedLimits>> m_known;
};

} // namespace syncline::connectors
