#include "connectors/net/retry.h"

#include "foundation/json.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::connectors {

namespace {

using Time = std::chrono::milliseconds;

std::optional<std::chrono::seconds> httpDate(const QByteArray &text)
{
    const QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!time.isValid())
        return std::nullopt;
    return std::chrono::seconds(QDateTime(time.date(), time.time(), Qt::UTC).toSecsSinceEpoch());
}

/// The server's own clock where it is clearly another one than ours: its Date has whole seconds only.
Time theirNow(const HttpResponse &response, Time now)
{
    const auto date = response.date();
    return date && std::chrono::abs(Time(*date) - now) > 2s ? Time(*date) : now;
}

/// Some services give the moment of the reset, others the seconds until then.
std::optional<Time> resetsIn(const HttpResponse &response, Time now)
{
    constexpr qint64 earliestMoment = 1'000'000'000;
    bool ok = false;
    const qint64 reset = response.header("X-RateLimit-Reset").trimmed().toLongLong(&ok);
    if (!ok || reset < 0)
        return std::nullopt;
    const Time until = std::chrono::seconds(reset);
    return std::max(Time(0), reset < earliestMoment ? until : until - theirNow(response, now));
}

std::optional<int> number(const HttpResponse &response, const char *header)
{
    bool ok = false;
    const int value = response.header(header).trimmed().toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<std::chrono::seconds> HttpResponse::date() const
{
    return httpDate(header("Date"));
}

Time backOff(Time first, int repeat, double chance)
{
    const int factor = std::min(10, 1 << std::clamp(repeat, 0, 4));
    return Time(qint64(double(first.count()) * factor * (0.75 + chance / 2)));
}

std::optional<Time> askedPause(const HttpResponse &response, Time now)
{
    const QByteArray asked = response.header("Retry-After").trimmed();
    bool ok = false;
    if (const qint64 seconds = asked.toLongLong(&ok); ok)
        return std::chrono::seconds(std::clamp<qint64>(seconds, 0, 86'400 * 365));
    if (const auto date = httpDate(asked)) {
        return std::max(Time(0), Time(*date) - (response.date() ? Time(*response.date()) : now));
    }
    return resetsIn(response, now);
}

std::optional<ToldLimit> toldLimit(const HttpResponse &response, Time now)
{
    bool ok = false;
    ToldLimit told;
    told.remaining = response.header("X-RateLimit-Remaining").trimmed().toInt(&ok);
    const auto reset = resetsIn(response, now);
    if (!ok || !reset)
        return std::nullopt;
    told.limit = std::max(0, response.header("X-RateLimit-Limit").trimmed().toInt());
    told.resetsIn = *reset;
    return told;
}

std::optional<ToldWindow> toldWindow(const HttpResponse &response)
{
    const auto limit = number(response, "X-HubSpot-RateLimit-Max");
    const auto remaining = number(response, "X-HubSpot-RateLimit-Remaining");
    const auto interval = number(response, "X-HubSpot-RateLimit-Interval-Milliseconds");
    return limit && remaining && interval ? std::optional(ToldWindow{*limit, *remaining, Time(*interval)})
                                          : std::nullopt;
}

std::optional<int> toldPerSecond(const HttpResponse &response)
{
    return response.header("RateLimit-Reset").isEmpty() ? number(response, "RateLimit-Limit") : std::nullopt;
}

bool isDailyQuotaSpent(const HttpResponse &response)
{
    if (response.header("X-HubSpot-RateLimit-Daily-Remaining").trimmed() == "0")
        return true;
    // Apps that many accounts share get no such headers; the refusal names the limit that it is for.
    const auto body = JsonDocument::parse(response.body);
    return body && body->root()["policyName"].text() == "DAILY"_L1;
}

} // namespace syncline::connectors
