#pragma once

#include "connectors/net/httpclient.h"
#include "connectors/net/ratelimiter.h"

#include <map>

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

} // namespace syncline::connectors
