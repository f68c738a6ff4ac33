#pragma once

#include "connectors/net/httpclient.h"

namespace syncline::connectors {

/// The pause before repeat number `repeat` (0: the first): doubling up to ten times `first`, with jitter so that several
/// workers do not come back at once. `chance` is between 0 and 1.
std::chrono::milliseconds backOff(std::chrono::milliseconds first, int repeat, double chance);

/// How long the server asks to be left alone: Retry-After (seconds or a date), else X-RateLimit-Reset (seconds from now,
/// or since 1970). Never negative. Dates are measured against the server's own clock where it tells it.
std::optional<std::chrono::milliseconds> askedPause(const HttpResponse &response, std::chrono::milliseconds now);

/// The limit as the server counts it.
struct ToldLimit
{
    int limit = 0; ///< 0: it did not say
    int remaining = 0;
    std::chrono::milliseconds resetsIn{0};
};
std::optional<ToldLimit> toldLimit(const HttpResponse &response, std::chrono::milliseconds now);

/// A rolling window as HubSpot tells it: X-HubSpot-RateLimit-Max, -Remaining and -Interval-Milliseconds.
struct ToldWindow
{
    int limit = 0;
    int remaining = 0;
    std::chrono::milliseconds interval{0};
};
std::optional<ToldWindow> toldWindow(const HttpResponse &response);
/// Requests that the server allows a second, as ActiveCampaign tells it: RateLimit-Limit. Limits that last longer come with
/// the time of their reset.
std::optional<int> toldPerSecond(const HttpResponse &response);
/// Today's quota of the whole account is used up, and no pause of seconds helps.
bool isDailyQuotaSpent(const HttpResponse &response);

} // namespace syncline::connectors
