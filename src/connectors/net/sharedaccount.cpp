#include "connectors/net/sharedaccount.h"

namespace syncline::connectors {

namespace {

/// Whoever changed the settings of an integration meanwhile means the new ones.
QByteArray spelled(const HttpSettings &settings)
{
    QByteArray text = settings.baseUrl.toEncoded();
    for (const double limit : {settings.ratePerSecond, settings.ratePerMinute, settings.ratePerHour,
                               settings.ratePerDay, settings.ratePerInterval, double(settings.sharePercent)})
        text += '\n' + QByteArray::number(limit);
    return text;
}

} // namespace

std::chrono::milliseconds steadyNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

SharedAccount::Time SharedAccount::waitFor(const HttpRequest &request, Time now) const
{
    const std::lock_guard lock(m_mutex);
    return m_limits.waitFor(request, now);
}

bool SharedAccount::take(const HttpRequest &request, Time now)
{
    const std::lock_guard lock(m_mutex);
    if (m_limits.waitFor(request, now) > Time(0))
        return false;
    m_limits.sent(request, now);
    return true;
}

void SharedAccount::answered(const HttpRequest &request, Time sentAt, Time now)
{
    const std::lock_guard lock(m_mutex);
    m_limits.answered(request, sentAt, now);
}

void SharedAccount::learn(const HttpResponse &response, Time clock, Time now)
{
    const std::lock_guard lock(m_mutex);
    m_limits.learn(response, clock, now);
}

void SharedAccount::refused(const HttpRequest &request, const HttpResponse &response, Time pause, Time clock, Time now)
{
    const std::lock_guard lock(m_mutex);
    m_limits.refused(request, response, pause, clock, now);
}

bool SharedAccount::pass(Time now, bool isFirst)
{
    const std::lock_guard lock(m_mutex);
    return m_breaker.pass(now, isFirst);
}

void SharedAccount::succeeded()
{
    const std::lock_guard lock(m_mutex);
    m_breaker.succeeded();
}

void SharedAccount::failed(const QString &problem, Time now)
{
    const std::lock_guard lock(m_mutex);
    m_breaker.failed(problem, now);
}

BreakerState SharedAccount::breaker(Time now) const
{
    const std::lock_guard lock(m_mutex);
    return m_breaker.state(now);
}

std::shared_ptr<SharedAccount> SharedAccounts::of(const HttpSettings &settings)
{
    if (settings.account.isEmpty())
        return std::make_shared<SharedAccount>(settings);
    const QByteArray now = spelled(settings);
    const std::lock_guard lock(m_mutex);
    Known &known = m_known[settings.account];
    if (!known.account || known.settings != now)
        known = {now, std::make_shared<SharedAccount>(settings)};
    return known.account;
}

std::optional<BreakerState> SharedAccounts::breaker(const QByteArray &account, SharedAccount::Time now) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(account);
    return known == m_known.end() ? std::nullopt : std::optional(known->second.account->breaker(now));
}

} // namespace syncline::connectors
