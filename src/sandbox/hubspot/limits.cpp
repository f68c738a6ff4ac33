#include "sandbox/hubspot/limits.h"

#include <QJsonDocument>
#include <QUuid>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto interval = 10s;
constexpr int realPerInterval = 100, realSearches = 5, dailyQuota = 250'000;

void forget(std::deque<std::chrono::steady_clock::time_point> &times, std::chrono::steady_clock::duration age)
{
    const auto now = std::chrono::steady_clock::now();
    while (!times.empty() && times.front() <= now - age)
        times.pop_front();
}

} // namespace

void Limits::set(const QString &text)
{
    const bool isReal = text == "real"_L1;
    m_perInterval = isReal ? realPerInterval : text.toInt() * 10;
    m_searchesPerSecond = isReal ? realSearches : 0;
    m_calls.clear();
    m_searches.clear();
}

std::optional<Response> Limits::refusal(bool isSearch)
{
    if (m_dailyRemaining <= 0)
        return refused("DAILY", u"You have reached your daily limit."_s, 3600);
    const auto now = std::chrono::steady_clock::now();
    forget(m_calls, interval);
    forget(m_searches, 1s);
    if (isSearch && m_searchesPerSecond > 0) {
        if (int(m_searches.size()) >= m_searchesPerSecond)
            return refused("SECONDLY", u"You have reached your secondly limit."_s, 1);
        m_searches.push_back(now);
    } else if (!isSearch && m_perInterval > 0) {
        if (used() >= m_perInterval)
            return usedUp();
        m_calls.push_back(now);
    }
    --m_dailyRemaining;
    return std::nullopt;
}

Response Limits::usedUp() const
{
    return refused("TEN_SECONDLY_ROLLING", u"You have reached your ten_secondly_rolling limit."_s, 10);
}

Response Limits::refused(const QByteArray &policy, const QString &message, int seconds) const
{
    const QJsonObject body{{u"status"_s, u"error"_s},
                           {u"message"_s, message},
                           {u"errorType"_s, u"RATE_LIMIT"_s},
                           {u"category"_s, u"RATE_LIMITS"_s},
                           {u"policyName"_s, QString::fromLatin1(policy)},
                           {u"groupName"_s, u"publicapi:private-apps:calls:4711"_s},
                           {u"correlationId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                           {u"requestId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}};
    Response response{429,
                      {{"Content-Type", "application/json;charset=utf-8"}},
                      QJsonDocument(body).toJson(QJsonDocument::Compact),
                      false};
    if (m_tellsRetryAfter)
        response.headers.append({"Retry-After", QByteArray::number(seconds)});
    return response;
}

void Limits::addHeaders(Response &response, bool isSearch) const
{
    if (isSearch || (m_perInterval == 0 && m_dailyRemaining > 0))
        return;
    const auto add = [&response](const QByteArray &name, int value) {
        response.headers.append({"X-HubSpot-RateLimit-" + name, QByteArray::number(value)});
    };
    if (m_perInterval > 0) {
        add("Max", m_perInterval);
        add("Remaining", std::max(0, m_perInterval - used()));
        add("Interval-Milliseconds", int(std::chrono::milliseconds(interval).count()));
    }
    add("Daily", dailyQuota);
    add("Daily-Remaining", std::max(0, m_dailyRemaining));
}

} // namespace syncline::sandbox::hubspot
