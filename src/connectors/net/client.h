#pragma once

#include "connectors/net/httpclient.h"
#include "connectors/net/sharedaccount.h"
#include "connectors/net/transport.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace syncline::connectors {

/// Called for every answer and failure.
using HttpLog = std::function<void(const HttpLogEntry &)>;

/// The client of makeNetwork(): decides when a request goes out and whether it goes out again.
class Client final : public HttpClient
{
public:
    Client(HttpSettings settings, std::shared_ptr<SharedAccount> account, Transport &transport, const Clock &clock,
           EffectGate &gate, HttpLog log);

    Result<HttpResponse> send(HttpRequest request, std::stop_token stop) override;
    void sendAll(const std::function<std::optional<HttpRequest>()> &next,
                 const std::function<bool(Result<HttpResponse>)> &done, std::stop_token stop) override;
    void setAuthenticator(std::shared_ptr<Authenticator> authenticator) override;
    std::shared_ptr<TokenShelf> tokens() override { return {m_account, &m_account->tokens}; }
    const HttpSettings &settings() const override { return m_settings; }
    HttpTraffic takeTraffic() override { return std::exchange(m_traffic, {}); }

private:
    using Time = std::chrono::milliseconds;

    struct Item
    {
        HttpRequest request;
        quint64 id = 0; ///< of the transport, while it is on its way
        int attempt = 0;
        int rateLimited = 0;
        int redirects = 0;
        bool renewed = false;
        bool onItsWay = false;
        bool maybeDone = false; ///< an earlier attempt was sent and never answered
        Time sentAt{0};
        Time notBefore{0};
        QList<QPair<QByteArray, QByteArray>> credentials;
        QUrl site; ///< of the credentials; empty: the base URL
        std::optional<Result<HttpResponse>> outcome;

        bool waits() const { return !onItsWay && !outcome; }
    };

    /// Hands answers over from the network thread. Shared with it, so that an answer nobody waits for finds a home.
    struct Inbox
    {
        std::mutex mutex;
        std::condition_variable_any changed;
        std::deque<std::pair<quint64, WireResult>> arrived;
    };

    /// One call of sendAll. A sign-in makes its own within that of the request it is for.
    struct Round
    {
        std::deque<Item> items; ///< in the order of the requests
        std::shared_ptr<Inbox> inbox = std::make_shared<Inbox>();
        std::stop_token stop;
    };

    void cancel(Round &round);
    void abandon(const Item &item);
    void startDue(Round &round);
    void start(Item &item, Round &round);
    bool mayPass(Item &item);
    bool addCredentials(Item &item, const Round &round);
    void awaitSomething(Round &round);
    Time nextDue(const Round &round) const;
    std::deque<std::pair<quint64, WireResult>> takeArrived(Round &round, Time due) const;

    void receive(Item &item, WireResult wire, const Round &round);
    void receiveFailure(Item &item, const WireResult &wire);
    void receiveAnswer(Item &item, HttpResponse response, const Round &round);
    void receiveUnauthorized(Item &item, HttpResponse response, const Round &round);
    void receiveRateLimit(Item &item, const HttpResponse &response);
    void receiveRedirect(Item &item, const HttpResponse &response);
    void receiveServerError(Item &item, HttpResponse response);
    bool tryAgain(Item &item, Time pause);
    Time pauseAfter(int repeat) const;

    const QUrl &baseOf(const Item &item) const;
    QUrl urlOf(const Item &item) const;
    WireRequest wireRequest(const Item &item) const;
    void log(const Item &item, const WireResult &wire) const;
    QString host() const { return m_settings.baseUrl.host(); }

    HttpSettings m_settings;
    Transport &m_transport;
    const Clock &m_clock;
    EffectGate &m_gate;
    HttpLog m_log;
    std::shared_ptr<SharedAccount> m_account;
    bool m_hasTried = false; ///< a request of this client went as far as the breaker
    std::shared_ptr<Authenticator> m_authenticator;
    HttpTraffic m_traffic;
};

} // namespace syncline::connectors
