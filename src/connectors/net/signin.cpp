#include "connectors/net/signin.h"

#include "foundation/json.h"

#include <QCoreApplication>

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
    static const QList<QPair<AuthKind, QString>> table{{AuthKind::OAuth2ClientCredentials, u"oauth2_client_credentials"_s},
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

class BasicAuthenticator final : public Authenticator
{
public:
    explicit BasicAuthenticator(const Secrets &secrets)
        : m_header("Basic " + (secrets.value(u"username"_s) + u':' + secrets.value(u"password"_s)).toUtf8().toBase64())
    {
    }
    Result<QList<QPair<QByteArray, QByteArray>>> headers(std::stop_token) override
    {
        return QList<QPair<QByteArray, QByteArray>>{{"Authorization", m_header}};
    }
    Result<bool> rejected(const QList<QPair<QByteArray, QByteArray>> &, std::stop_token) override { return false; }

private:
    QByteArray m_header;
};

class OAuth2Authenticator final : public Authenticator
{
public:
    OAuth2Authenticator(AuthKind kind, TokenEndpoint endpoint, Secrets secrets, HttpClient &client, const Clock &clock,
                        SecretsChanged changed)
        : m_kind(kind)
        , m_endpoint(std::move(endpoint))
        , m_secrets(std::move(secrets))
        , m_client(client)
        , m_clock(clock)
        , m_changed(std::move(changed))
    {
    }

    Result<QList<QPair<QByteArray, QByteArray>>> headers(std::stop_token stop) override
    {
        const std::lock_guard lock(m_mutex); // one renewal, however many wait
        if (m_token.isEmpty() || m_clock.now() >= m_expires) {
            if (auto renewed = renew(stop); !renewed)
                return failure(renewed.error());
        }
        return QList<QPair<QByteArray, QByteArray>>{{"Authorization", "Bearer " + m_token}};
    }

    Result<bool> rejected(const QList<QPair<QByteArray, QByteArray>> &used, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        const bool current = !used.isEmpty() && used.first().second == "Bearer " + m_token;
        if (current)
            m_token.clear();
        return true;
    }

private:
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

    Result<void> renew(std::stop_token stop)
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

    Result<void> ask(const QList<QPair<QString, QString>> &fields, std::stop_token stop)
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
            return refused(answer->status);
        const auto document = JsonDocument::parse(answer->body);
        if (!document || document->root()["access_token"].text().isEmpty())
            return refused(answer->status);
        return keep(document->root());
    }

    /// The body of a refusal may hold the password in clear text (SuiteCRM does so): only the status is told.
    Result<void> refused(int status) const
    {
        const QString where = m_client.settings().baseUrl.host();
        if (status == 404 || status == 405) {
            return failure(ErrorKind::Network, tr("%1 has no sign-in address at %2.").arg(where, QString::fromLatin1(m_endpoint.path)),
                           tr("Check that the address is that of the CRM itself, with its sub-folder if it has one."));
        }
        if (status == 403) {
            return failure(ErrorKind::Authentication, tr("%1 does not let anybody use its API.").arg(where),
                           tr("Have an administrator switch the API on in the CRM's settings."));
        }
        return failure(ErrorKind::Authentication, tr("%1 refused the sign-in (status %2).").arg(where).arg(status),
                       tr("Check client id, client secret, user name and password, then connect again."));
    }

    Result<void> keep(const JsonView &answer)
    {
        const QString rotated = answer["refresh_token"].text();
        if (!rotated.isEmpty() && rotated != m_secrets.value(u"refresh_token"_s)) {
            m_secrets.insert(u"refresh_token"_s, rotated);
            if (m_changed && m_kind == AuthKind::OAuth2Code) {
                if (auto stored = m_changed(m_secrets); !stored)
                    return stored;
            }
        }
        m_token = answer["access_token"].text().toLatin1();
        const auto lifetime = std::chrono::seconds(answer["expires_in"].toInteger(3600));
        m_expires = m_clock.now() + lifetime - std::min<std::chrono::seconds>(std::chrono::seconds(60), lifetime / 2);
        return {};
    }

    AuthKind m_kind;
    TokenEndpoint m_endpoint;
    Secrets m_secrets;
    HttpClient &m_client;
    const Clock &m_clock;
    SecretsChanged m_changed;
    std::mutex m_mutex;
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
    return std::make_shared<BasicAuthenticator>(secrets);
}

Result<std::shared_ptr<Authenticator>> makeOAuth2Authenticator(AuthKind kind, const TokenEndpoint &endpoint, const Secrets &secrets,
                                                               HttpClient &client, const Clock &clock, SecretsChanged changed)
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
    return std::make_shared<OAuth2Authenticator>(kind, endpoint, secrets, client, clock, std::move(changed));
}

} // namespace syncline::connectors
