#include "connectors/net/accountlimits.h"

#include "connectors/net/retry.h"

#include <algorithm>

namespace syncline::connectors {

AccountLimits::AccountLimits(const HttpSettings &settings)
    : m_limiter({settings.ratePerSecond, settings.ratePerMinute, settings.ratePerHour, settings.ratePerDay,
                 settings.sharePercent, settings.ratePerInterval, settings.interval})
{
    for (auto rate = settings.groupRates.begin(); rate != settings.groupRates.end(); ++rate) {
        RateLimiter::Limits limits;
        limits.perSecond = *rate;
        limits.sharePercent = settings.sharePercent;
        m_groups.emplace(rate.key(), RateLimiter(limits));
    }
}

AccountLimits::Time AccountLimits::waitFor(const HttpRequest &request, Time now) const
{
    const auto group = m_groups.find(request.limitGroup);
    const Time own = group == m_groups.end() ? Time(0) : group->second.waitFor(now);
    return std::max(own, m_limiter.waitFor(now));
}

void AccountLimits::sent(const HttpRequest &request, Time now)
{
    m_limiter.sent(now);
    if (const auto group = m_groups.find(request.limitGroup); group != m_groups.end())
        group->second.sent(now);
}

void AccountLimits::answered(const HttpRequest &request, Time sentAt, Time now)
{
    m_limiter.answered(sentAt, now);
    if (const auto group = m_groups.find(request.limitGroup); group != m_groups.end())
        group->second.answered(sentAt, now);
}

void AccountLimits::learn(const HttpResponse &response, Time clock, Time now)
{
    if (const auto told = toldLimit(response, clock))
        m_limiter.learn(told->limit, told->remaining, now + told->resetsIn, now);
    if (const auto window = toldWindow(response))
        m_limiter.learnWindow(window->interval, window->limit, window->remaining, now);
    if (const auto limit = toldPerSecond(response))
        m_limiter.learnPerSecond(*limit);
}

void AccountLimits::refused(const HttpRequest &request, const HttpResponse &response, Time pause, Time clock, Time now)
{
    const auto group = m_groups.find(request.limitGroup);
    if (group != m_groups.end())
        group->second.refused(now, pause);
    else if (toldLimit(response, clock) || toldWindow(response) || toldPerSecond(response))
        m_limiter.blockUntil(now + pause);
    else
        m_limiter.refused(now, pause);
}

} // namespace syncline::connectors
