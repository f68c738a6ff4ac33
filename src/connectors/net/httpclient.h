#pragma once

#include "connectors/net/breaker.h"
#include "connectors/net/tokenshelf.h"
#include "foundation/clock.h"
#include "foundation/effectgate.h"
#include "foundation/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

/// The one HTTP layer under all connectors: sign-in, limits, bounded parallelism, retry with back-off, breaker,
/// time-outs, size limit, TLS checks, redaction. No connector contains a retry loop.
namespace syncline::connectors {

/// May the layer send this request again by itself when no usable answer came?
enum class Repeat {
    Safe, ///< reads, and writes that have the same effect twice
    Once, ///< sent at most once, ever; a lost answer is Error::outcomeUnknown
};

struct HttpResponse;

struct HttpRequest
{
    QByteArray method = "GET";
    QByteArray path;  ///< percent-encoded, relative to the base URL's path ("/Api/V8/module"), begins with '/'
    QByteArray query; ///< percent-encoded, without '?'
    QByteArray body;
    QByteArray contentType; ///< sent when there is a body
    QList<QPair<QByteArray, QByteArray>> headers;
    Repeat repeat = Repeat::Safe;
    QByteArray limitGroup;   ///< has a limit of its own besides: HttpSettings::groupRates
    bool signIn = true;      ///< add the account's credentials
    bool secretBody = false; ///< body and answer never reach a log or an error text (token endpoints)
    /// Answers that are not worth a retry although their status is 5xx (Mautic's 500 is a bad parameter).
    bool retryServerErrors = true;
    std::chrono::milliseconds timeout{0}; ///< 0: the client's
    /// Says of an answer that this service gives it now and then by mistake: it is asked for again like a server error.
    /// Of a write only what certainly was not carried out.
    std::function<bool(const HttpResponse &)> isMishap = {};
};

/// Cut bodies are failures, not responses, but for one kind: of a chunked body that ends early Qt 6.4 says so only
/// sometimes. Whoever reads a body has to notice by its own form that it is whole, as parsing JSON does.
struct HttpResponse
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    std::chrono::milliseconds elapsed{0};

    QByteArray header(const QByteArray &name) const; ///< case-insensitive
    bool isSuccess() const { return status >= 200 && status < 300; }
    /// The server's Date header in seconds UTC, if it sent one.
    std::optional<std::chrono::seconds> date() const;
};

/// Adds an account's credentials to requests. Thread-safe; a renewal is done once however many requests wait.
class Authenticator
{
public:
    virtual ~Authenticator() = default;
    /// The headers to add, renewing the token first if it runs out soon.
    virtual Result<QList<QPair<QByteArray, QByteArray>>> headers(std::stop_token stop) = 0;
    /// The server answered 401 to a request that carried these headers: true if a renewed attempt makes sense.
    virtual Result<bool> rejected(const QList<QPair<QByteArray, QByteArray>> &headers, std::stop_token stop) = 0;
    /// Where requests with these credentials go instead of the base URL; empty: there. Known after headers().
    virtual QUrl site() const { return {}; }
};

struct HttpSettings
{
    QUrl baseUrl;
    QByteArray account; ///< clients of one account share its limits; "": this client has them for itself
    std::chrono::milliseconds timeout{30'000};                                    ///< of silence
    std::chrono::milliseconds deadline{300'000};                                  ///< of one request as a whole
    int parallel = 2;                                                             ///< requests in flight
    double ratePerSecond = 0, ratePerMinute = 0, ratePerHour = 0, ratePerDay = 0; ///< 0: none
    double ratePerInterval = 0; ///< a rolling window as HubSpot has it; what answers tell of it replaces this number
    std::chrono::milliseconds interval{10'000};
    QMap<QByteArray, double> groupRates; ///< per second, by HttpRequest::limitGroup
    int sharePercent = 0;                ///< of the limits, left to the account's other tools
    qint64 maxBodyBytes = 256ll * 1024 * 1024;
    int tries = 3;                            ///< for what is safe to repeat
    std::chrono::milliseconds backOff{1'000}; ///< before the first repeat; doubles up to ten times it, with jitter (R1)
};

struct HttpTraffic
{
    int requests = 0;
    std::chrono::milliseconds throttled{0};
};

/// One line of the request log (V7), already redacted.
struct HttpLogEntry
{
    QByteArray method;
    QString host; ///< with its port, where the address names one
    QString path;
    int status = 0; ///< 0: no answer
    std::chrono::milliseconds elapsed{0};
    QString error;
};

/// Requests of one integration. Calls block the calling worker thread; the sockets live on the network thread. For one
/// thread at a time; the authenticator may call back in from within a call.
class HttpClient
{
public:
    virtual ~HttpClient() = default;

    /// An answer of any status is a success here, a second 401 included; an Error means that no usable answer came: kind
    /// Network, RateLimit (after the last try), Authentication (no token to be had), Server (breaker open), Cancelled.
    /// A stop ends what is not sent yet and reads on their way at once; a write on its way is awaited.
    virtual Result<HttpResponse> send(HttpRequest request, std::stop_token stop) = 0;

    /// Keeps as many requests in flight as parallelism and limits allow. `next` is asked for the next request
    /// (nullopt: no more), `done` gets each answer in the order of the requests. Both run on the calling thread;
    /// a false from `done` stops asking for more. Memory stays bounded: at most `parallel` answers wait.
    virtual void sendAll(const std::function<std::optional<HttpRequest>()> &next,
                         const std::function<bool(Result<HttpResponse>)> &done, std::stop_token stop) = 0;

    virtual void setAuthenticator(std::shared_ptr<Authenticator> authenticator) = 0;
    /// Where an authenticator leaves its token for the other clients of the account.
    virtual std::shared_ptr<TokenShelf> tokens() = 0;
    virtual const HttpSettings &settings() const = 0;
    virtual HttpTraffic takeTraffic() = 0;
};

/// Owns the thread with the QNetworkAccessManager. One per program; outlives its clients.
class Network
{
public:
    virtual ~Network() = default;
    virtual std::unique_ptr<HttpClient> makeClient(HttpSettings settings) = 0;
    /// Called on the worker's thread for every answer or failure. To be set before the first client is made.
    virtual void setLog(std::function<void(const HttpLogEntry &)> log) = 0;
    /// Of an account (HttpSettings::account) that this program has asked; nothing where it has not. From any thread.
    virtual std::optional<BreakerState> breaker(const QByteArray &account) const = 0;
};
std::unique_ptr<Network> makeNetwork(const Clock &clock, EffectGate &gate);

/// Percent-encodes one query or form value (everything but RFC 3986 unreserved characters).
QByteArray encodeComponent(const QString &text);
/// key=value&... with both sides encoded.
QByteArray formEncoded(const QList<QPair<QString, QString>> &fields);
/// P2: https anywhere, http to loopback only. An error names the address and the remedy.
Result<QUrl> checkedBaseUrl(const QString &text);

} // namespace syncline::connectors
