#pragma once

#include "connectors/net/accountlimits.h"
#include "connectors/net/breaker.h"
#include "connectors/net/tokenshelf.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace syncline::connectors {

/// The clock of limits and breakers: nobody can set it.
std::chrono::milliseconds steadyNow();

/// What the clients of one account have in common, each from its own thread: limits, circuit breaker, access token.
/// Thread-safe; `now` is a steady clock's time.
class SharedAccount
{
public:
    using Time = AccountLimits::Time;

    explicit SharedAccount(const HttpSettings &settings) : m_limits(settings) {}

    Time waitFor(const HttpRequest &request, Time now) const;
    /// Takes the turn of a request that may go out now; false: another one was faster.
    bool take(const HttpRequest &request, Time now);
    void answered(const HttpRequest &request, Time sentAt, Time now);
    void learn(const HttpResponse &response, Time clock, Time now);
    void refused(const HttpRequest &request, const HttpResponse &response, Time pause, Time clock, Time now);

    /// See Breaker.
    bool pass(Time now, bool isFirst);
    void succeeded();
    void failed(const QString &problem, Time now);
    BreakerState breaker(Time now) const;

    TokenShelf tokens;

private:
    mutable std::mutex m_mutex;
    AccountLimits m_limits;
    Breaker m_breaker;
};

/// The accounts (HttpSettings::account) that this program has asked. They outlive their clients: a limit and an open breaker
/// hold for the next one as well. Whoever changes an account's address or limits begins anew. Thread-safe.
class SharedAccounts
{
public:
    std::shared_ptr<SharedAccount> of(const HttpSettings &settings);
    /// Nothing of an account that was not asked yet.
    std::optional<BreakerState> breaker(const QByteArray &account, SharedAccount::Time now) const;

private:
    struct Known
    {
        QByteArray settings;
        std::shared_ptr<SharedAccount> account;
    };
    mutable std::mutex m_mutex;
    std::map<QByteArray, Known> m_known; ///< by name
};

} // namespace syncline::connectors
