#include "connectors/net/signin.h"

#include "foundation/log.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QScopeGuard>

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SignIn", text);
}

const QList<QPair<AuthKind, QString>> &kinds()
{
    static const QList<QPair<AuthKind, QString>> table{
        {AuthKind::OAuth2ClientCredentials, u"oauth2_client_credentials"_s},
        {AuthKind::OAuth2Password, u"oauth2_password"_s},
        {AuthKind::OAuth2Code, u"oauth2_code"_s},
        {AuthKind::Basic, u"basic"_s},
        {AuthKind::Token, u"token"_s}};
    return table;
}

tl::unexpected<Error> missingSecret(const QString &key)
{
    return failure(ErrorKind::Authentication, tr("The secret %1 is missing.").arg(key),
                   tr("Sign in again with: syncline-cli integration reconnect NAME"));
}

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// What must never reach a log; names alone help people to see what is wrong.
void keepSecrets(const Secrets &secrets)
{
    for (auto it = secrets.begin(); it != secrets.end(); ++it) {
        if (it.key() != "username"_L1 && it.key() != "client_id"_L1)
            keepSecret(*it);
    }
}

/// The same header for ever: user and password, or a token that does not run out.
class FixedAuthenticator final : public Authenticator
{
public:
    FixedAuthenticator(const QByteArray &header, const QByteArray &value) : m_headers{{header, value}} {}
    Result<Headers> headers(std::stop_token) override { return m_headers; }
    Result<bool> rejected(const Headers &, std::stop_token) override { return false; }

private:
    const Headers m_headers;
};

class OAuth2Authenticator final : public Authenticator
{
public:
    OAuth2Authenticator(AuthKind kind, TokenEndpoint endpoint, Secrets secrets, HttpClient &client, const Clock &clock,
                        std::shared_ptr<RefreshTokens> kept)
        : m_kind(kind)
        , m_secrets(std::move(secrets))
        , m_request(std::move(endpoint), client, clock)
        , m_clock(clock)
        , m_kept(refreshToken().isEmpty() ? nullptr : std::move(kept))
        , m_shelf(client.tokens())
    {
    }

    Result<Headers> headers(std::stop_token stop) override
    {
        std::unique_lock lock(m_mutex);
        if (m_renewing) {
            const quint64 awaited = m_renewals;
            if (!m_renewed.wait(lock, stop, [&] { return m_renewals != awaited; }))
                return failure(ErrorKind::Cancelled, tr("Cancelled while signing in."));
            if (m_failure)
                return failure(*m_failure);
        }
        if (m_failure && m_failure->kind == ErrorKind::Authentication) // the same secrets again could lock the account
            return failure(*m_failure);
        if (m_token.isEmpty() || m_clock.now() >= m_expires) {
            if (auto renewed = renewUnlocked(lock, stop); !renewed)
                return failure(renewed.error());
        }
        return Headers{{"Authorization", "Bearer " + m_token}};
    }

    Result<bool> rejected(const Headers &used, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        if (used.contains(QPair<QByteArray, QByteArray>("Authorization", "Bearer " + m_token))) {
            m_shelf->remove(m_token);
            m_token.clear();
        }
        return true;
    }

    QUrl site() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_site;
    }

private:
    /// Asks without the lock, so that those who wait can be cancelled. m_renewing keeps all others out meanwhile.
    Result<void> renewUnlocked(std::unique_lock<std::mutex> &lock, const std::stop_token &stop)
    {
        m_renewing = true;
        lock.unlock();
        Result<Token> token = failure(ErrorKind::Internal, tr("The sign-in was broken off."));
        // The effect gate of a simulated crash leaves by an exception; others must not wait for ever.
        const auto finish = qScopeGuard([&] {
            if (!lock.owns_lock())
                lock.lock();
            m_failure = token ? std::nullopt : std::optional(token.error());
            if (token) {
                forgetSecret(QString::fromLatin1(std::exchange(m_token, token->text)));
                m_expires = token->expires;
                m_site = token->site;
            }
            m_renewing = false;
            ++m_renewals;
            m_renewed.notify_all();
        });
        token = shelvedOrNew(stop);
        if (!token)
            return failure(token.error());
        return {};
    }

    TokenRequest::Form form(bool refresh) const
    {
        TokenRequest::Form fields{{u"client_id"_s, m_secrets.value(u"client_id"_s)}};
        if (const QString secret = m_secrets.value(u"client_secret"_s); !secret.isEmpty())
            fields.append({u"client_secret"_s, secret});
        if (refresh) {
            fields.prepend({u"grant_type"_s, u"refresh_token"_s});
            fields.append({u"refresh_token"_s, refreshToken()});
        } else if (m_kind == AuthKind::OAuth2Password) {
            fields.prepend({u"grant_type"_s, u"password"_s});
            fields.append({u"username"_s, m_secrets.value(u"username"_s)});
            fields.append({u"password"_s, m_secrets.value(u"password"_s)});
        } else {
            fields.prepend({u"grant_type"_s, u"client_credentials"_s});
        }
        return fields;
    }

    /// Who the secrets say we are. A refresh token that only came with a password says nothing of it.
    QByteArray owner() const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(authKindName(m_kind).toUtf8());
        for (auto it = m_secrets.begin(); it != m_secrets.end(); ++it) {
            if (it.key() != "refresh_token"_L1 || m_kind == AuthKind::OAuth2Code)
                hash.addData(u"\n%1=%2"_s.arg(it.key(), *it).toUtf8());
        }
        return hash.result();
    }

    Result<Token> shelvedOrNew(const std::stop_token &stop)
    {
        if (const auto shelved = m_shelf->find(owner(), m_clock.now()))
            return *shelved;
        auto token = renew(stop);
        if (token)
            m_shelf->keep(owner(), *token);
        return token;
    }

    Result<Token> renew(const std::stop_token &stop)
    {
        if (!refreshToken().isEmpty()) {
            auto refreshed = refresh(stop);
            if (refreshed || refreshed.error().kind != ErrorKind::Authentication || m_kind == AuthKind::OAuth2Code)
                return refreshed;
            m_secrets.remove(u"refresh_token"_s);
        }
        return take(m_request.ask(form(false), stop));
    }

    Result<Token> refresh(const std::stop_token &stop)
    {
        if (!m_kept)
            return take(m_request.ask(form(true), stop));
        const auto alone = m_kept->lock(stop);
        if (!alone)
            return failure(alone.error());
        if (auto same = agreeWithStore(); !same)
            return failure(same.error());
        return take(m_request.ask(form(true), stop)).map_error(signInAgain);
    }

    /// Another program may have renewed since; but what could not be stored is newer than what is.
    Result<void> agreeWithStore()
    {
        if (m_isUnstored)
            return store();
        if (const auto stored = m_kept->read(); stored && !stored->value(u"refresh_token"_s).isEmpty()) {
            keepSecrets(*stored);
            m_secrets = *stored;
        }
        return {};
    }

    Result<void> store()
    {
        auto stored = m_kept->write(m_secrets);
        m_isUnstored = !stored;
        return stored;
    }

    static Error signInAgain(Error error)
    {
        if (error.kind == ErrorKind::Authentication)
            error.remedy = tr("The sign-in has ended. Sign in again with: syncline-cli integration reconnect NAME");
        return error;
    }

    /// A rotated refresh token is stored before the token that came with it is used.
    Result<Token> take(Result<Token> token)
    {
        if (!token || token->refresh.isEmpty() || token->refresh == refreshToken())
            return token;
        forgetSecret(refreshToken());
        m_secrets.insert(u"refresh_token"_s, token->refresh);
        if (m_kept) {
            if (auto stored = store(); !stored)
                return failure(stored.error());
        }
        return token;
    }

    QString refreshToken() const { return m_secrets.value(u"refresh_token"_s); }

    // Used by the one thread that renews.
    const AuthKind m_kind;
    Secrets m_secrets;
    const TokenRequest m_request;
    const Clock &m_clock;
    const std::shared_ptr<RefreshTokens> m_kept; ///< null: nobody else has the refresh token
    bool m_isUnstored = false;                   ///< m_secrets has a refresh token that m_kept would not take
    const std::shared_ptr<TokenShelf> m_shelf;

    // Shared by all threads.
    mutable std::mutex m_mutex;
    std::condition_variable_any m_renewed;
    bool m_renewing = false;
    quint64 m_renewals = 0;
    std::optional<Error> m_failure; ///< of the last renewal
    QByteArray m_token;
    std::chrono::milliseconds m_expires{0};
    QUrl m_site;
};

} // namespace

QString authKindName(AuthKind kind)
{
    for (const auto &[known, name] : kinds()) {
        if (known == kind)
            return name;
    }
    return {};
}

std::optional<AuthKind> authKindFromName(const QString &name)
{
    for (const auto &[kind, known] : kinds()) {
        if (known == name)
            return kind;
    }
    return std::nullopt;
}

Result<std::shared_ptr<Authenticator>> makeBasicAuthenticator(const Secrets &secrets)
{
    for (const QString &key : {u"username"_s, u"password"_s}) {
        if (secrets.value(key).isEmpty())
            return missingSecret(key);
    }
    keepSecrets(secrets);
    const QByteArray pair = (secrets.value(u"username"_s) + u':' + secrets.value(u"password"_s)).toUtf8().toBase64();
    keepSecret(QString::fromLatin1(pair));
    return std::make_shared<FixedAuthenticator>("Authorization", "Basic " + pair);
}

Result<std::shared_ptr<Authenticator>> makeTokenAuthenticator(const Secrets &secrets, const QByteArray &header,
                                                              const QByteArray &prefix)
{
    const QString token = secrets.value(u"token"_s);
    if (token.isEmpty())
        return missingSecret(u"token"_s);
    keepSecrets(secrets);
    return std::make_shared<FixedAuthenticator>(header, prefix + token.toUtf8());
}

Result<std::shared_ptr<Authenticator>> makeOAuth2Authenticator(AuthKind kind, const TokenEndpoint &endpoint,
                                                               const Secrets &secrets, HttpClient &client,
                                                               const Clock &clock, std::shared_ptr<RefreshTokens> kept)
{
    QStringList needed{u"client_id"_s};
    if (kind != AuthKind::OAuth2Code || !endpoint.takesPublicClients)
        needed << u"client_secret"_s;
    if (kind == AuthKind::OAuth2Password)
        needed << u"username"_s << u"password"_s;
    if (kind == AuthKind::OAuth2Code)
        needed << u"refresh_token"_s;
    for (const QString &key : std::as_const(needed)) {
        if (secrets.value(key).isEmpty())
            return missingSecret(key);
    }
    keepSecrets(secrets);
    return std::make_shared<OAuth2Authenticator>(kind, endpoint, secrets, client, clock, std::move(kept));
}

} // namespace syncline::connectors
