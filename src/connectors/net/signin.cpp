#include "connectors/net/signin.h"

#include "connectors/net/notices.h"
#include "foundation/json.h"
#include "foundation/log.h"

#include <QCoreApplication>
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
                   tr("Give it again with: syncline-cli integration add, as JSON on standard input."));
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
                        SecretsChanged changed)
        : m_kind(kind)
        , m_endpoint(std::move(endpoint))
        , m_secrets(std::move(secrets))
        , m_storesRefresh(!m_secrets.value(u"refresh_token"_s).isEmpty())
        , m_client(client)
        , m_clock(clock)
        , m_changed(std::move(changed))
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
        if (used.contains(QPair<QByteArray, QByteArray>("Authorization", "Bearer " + m_token)))
            m_token.clear();
        return true;
    }

private:
    struct Token
    {
        QByteArray text;
        std::chrono::milliseconds expires{0};
    };

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
            }
            m_renewing = false;
            ++m_renewals;
            m_renewed.notify_all();
        });
        token = renew(stop);
        if (!token)
            return failure(token.error());
        return {};
    }

    QList<QPair<QString, QString>> form(bool refresh) const
    {
        QList<QPair<QString, QString>> fields{{u"client_id"_s, m_secrets.value(u"client_id"_s)},
                                              {u"client_secret"_s, m_secrets.value(u"client_secret"_s)}};
        if (refresh) {
            fields.prepend({u"grant_type"_s, u"refresh_token"_s});
            fields.append({u"refresh_token"_s, m_secrets.value(u"refresh_token"_s)});
        } else if (m_kind == AuthKind::OAuth2Password) {
            fields.prepend({u"grant_type"_s, u"password"_s});
            fields.append({u"username"_s, m_secrets.value(u"username"_s)});
            fields.append({u"password"_s, m_secrets.value(u"password"_s)});
        } else {
            fields.prepend({u"grant_type"_s, u"client_credentials"_s});
        }
        return fields;
    }

    Result<Token> renew(const std::stop_token &stop)
    {
        const bool canRefresh = !m_secrets.value(u"refresh_token"_s).isEmpty();
        if (canRefresh) {
            auto refreshed = ask(form(true), stop);
            if (refreshed || refreshed.error().kind != ErrorKind::Authentication || m_kind == AuthKind::OAuth2Code)
                return refreshed;
            m_secrets.remove(u"refresh_token"_s);
        }
        return ask(form(false), stop);
    }

    Result<Token> ask(const QList<QPair<QString, QString>> &fields, const std::stop_token &stop)
    {
        HttpRequest request;
        request.method = "POST";
        request.path = m_endpoint.path;
        request.body = formEncoded(fields);
        request.contentType = "application/x-www-form-urlencoded";
        request.headers = {{"Accept", "application/json"}};
        request.signIn = false;
        request.secretBody = true;
        request.retryServerErrors = false;
        const auto answer = m_client.send(request, stop);
        if (!answer)
            return failure(answer.error());
        if (!answer->isSuccess())
            return failure(refusal(*answer));
        const auto document = JsonDocument::parse(withoutNotices(answer->body));
        if (!document || document->root()["access_token"].text().isEmpty())
            return failure(noToken());
        return keep(document->root());
    }

    Error authenticationError(const QString &message, const QString &remedy) const
    {
        return Error{ErrorKind::Authentication, message, remedy, {}, {}, false};
    }

    /// Nobody refused the secrets: they never reached a CRM.
    Error wrongAddress(const QString &message) const
    {
        return Error{ErrorKind::Network,
                     message,
                     tr("Check that the address is that of the CRM itself, with its sub-folder if it has one."),
                     {},
                     {},
                     false};
    }

    Error noToken() const
    {
        return wrongAddress(tr("%1 answered the sign-in with something else than a token.").arg(host()));
    }

    /// The body of a refusal may hold the password in clear text (SuiteCRM does so): only the status is told.
    Error refusal(const HttpResponse &answer) const
    {
        switch (answer.status) {
        case 403:
            return forbidden(answer);
        case 404:
        case 405:
            return wrongAddress(
                tr("%1 has no sign-in address at %2.").arg(host(), QString::fromLatin1(m_endpoint.path)));
        case 502:
        case 503:
        case 504:
            return Error{ErrorKind::Server,
                         tr("%1 is not available at the moment (status %2).").arg(host()).arg(answer.status),
                         tr("Try again later; if it stays so, look at the server."),
                         {},
                         {},
                         false};
        default:
            return authenticationError(
                tr("%1 refused the sign-in (status %2).").arg(host()).arg(answer.status),
                tr("Check client id, client secret, user name and password, then connect again."));
        }
    }

    Error forbidden(const HttpResponse &answer) const
    {
        if (answer.body.contains("api_disabled")) { // Mautic's word for it
            return authenticationError(tr("The API of %1 is switched off.").arg(host()),
                                       tr("Have an administrator switch it on (in Mautic: Settings, Configuration, API "
                                          "Settings, “API enabled”), then connect again."));
        }
        return authenticationError(
            tr("%1 does not let this account use its API (status 403).").arg(host()),
            tr("Have an administrator switch the API on in the CRM's settings and allow it to this account."));
    }

    Result<Token> keep(const JsonView &answer)
    {
        Token token;
        token.text = answer["access_token"].text().toLatin1();
        keepSecret(QString::fromLatin1(token.text));
        const auto lifetime = std::chrono::seconds(answer["expires_in"].toInteger(3600));
        token.expires = m_clock.now() + lifetime
            - std::min<std::chrono::seconds>(std::chrono::seconds(60), lifetime / 2);
        const QString rotated = answer["refresh_token"].text();
        if (rotated.isEmpty() || rotated == m_secrets.value(u"refresh_token"_s))
            return token;
        keepSecret(rotated);
        forgetSecret(m_secrets.value(u"refresh_token"_s));
        m_secrets.insert(u"refresh_token"_s, rotated);
        if (m_changed && m_storesRefresh) {
            if (auto stored = m_changed(m_secrets); !stored)
                return failure(stored.error());
        }
        return token;
    }

    QString host() const { return m_client.settings().baseUrl.host(); }

    // Used by the one thread that renews.
    const AuthKind m_kind;
    const TokenEndpoint m_endpoint;
    Secrets m_secrets;
    const bool m_storesRefresh;
    HttpClient &m_client;
    const Clock &m_clock;
    const SecretsChanged m_changed;

    // Shared by all threads.
    std::mutex m_mutex;
    std::condition_variable_any m_renewed;
    bool m_renewing = false;
    quint64 m_renewals = 0;
    std::optional<Error> m_failure; ///< of the last renewal
    QByteArray m_token;
    std::chrono::milliseconds m_expires{0};
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
                                                               const Clock &clock, SecretsChanged changed)
{
    QStringList needed{u"client_id"_s, u"client_secret"_s};
    if (kind == AuthKind::OAuth2Password)
        needed << u"username"_s << u"password"_s;
    if (kind == AuthKind::OAuth2Code)
        needed << u"refresh_token"_s;
    for (const QString &key : std::as_const(needed)) {
        if (secrets.value(key).isEmpty())
            return missingSecret(key);
    }
    keepSecrets(secrets);
    return std::make_shared<OAuth2Authenticator>(kind, endpoint, secrets, client, clock, std::move(changed));
}

} // namespace syncline::connectors
