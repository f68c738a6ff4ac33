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

SharedLimits::Time SharedLimits::waitFor(const HttpRequest &request, Time now) const
{
    const std::lock_guard lock(m_mutex);
    return m_limits.waitFor(request, now);
}

bool SharedLimits::take(const HttpRequest &request, Time now)
{
    const std::lock_guard lock(m_mutex);
    if (m_limits.waitFor(request, now) > Time(0))
        return false;
    m_limits.sent(request, now);
    return true;
}

void SharedLimits::answered(const HttpRequest &request, Time sentAt, Time now)
{
    const std::lock_guard lock(m_mutex);
    m_limits.answered(request, sentAt, now);
}

void SharedLimits::learn(const HttpResponse &response, Time clock, Time now)
{
    const std::lock_guard lock(m_mutex);
    m_limits.learn(response, clock, now);
}

void SharedLimits::refused(const HttpRequest &request, const HttpResponse &response, Time pause, Time clock, Time now)
{
    const std::lock_guard lock(m_mutex);
    m_limits.refused(request, response, pause, clock, now);
}

namespace {

/// Whoever changed the settings of an integration meanwhile means the new ones.
QByteArray keyOf(const HttpSettings &settings)
{
    QByteArray key = settings.account + '\n' + settings.baseUrl.toEncoded();
    for (const double limit : {settings.ratePerSecond, settings.ratePerMinute, settings.ratePerHour,
                               settings.ratePerDay, settings.ratePerInterval, double(settings.sharePercent)})
        key += '\n' + QByteArray::number(limit);
    return key;
}

} // namespace

std::shared_ptr<SharedLimits> LimitsByAccount::of(const HttpSettings &settings)
{
    if (settings.account.isEmpty())
        return std::make_shared<SharedLimits>(settings);
    const std::lock_guard lock(m_mutex);
    auto &known = m_known[keyOf(settings)];
    auto limits = known.lock();
    if (!limits)
        known = limits = std::make_shared<SharedLimits>(settings);
    return limits;
}

} // namespace syncline::connectors
