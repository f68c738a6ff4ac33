#include "connectors/net/codesignin.h"

#include "connectors/net/loopback.h"
#include "foundation/ids.h"
#include "foundation/log.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

const QByteArray redirectPath = "/callback";

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SignIn", text);
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// The two values that tie an answer to our question: the browser's by `state`, the code's by `verifier`.
struct Proof
{
    QString state = QString::fromLatin1(base64Url(randomBytes(16)));
    QString verifier = QString::fromLatin1(base64Url(randomBytes(32)));

    QString challenge() const
    {
        return QString::fromLatin1(
            base64Url(QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)));
    }
};

QUrl authorizeAddress(const CodeEndpoint &endpoint, const QUrl &base, const QString &clientId, const QString &redirect,
                      const Proof &proof)
{
    QList<QPair<QString, QString>> query{{u"response_type"_s, u"code"_s},
                                         {u"client_id"_s, clientId},
                                         {u"redirect_uri"_s, redirect},
                                         {u"state"_s, proof.state},
                                         {u"code_challenge"_s, proof.challenge()},
                                         {u"code_challenge_method"_s, u"S256"_s}};
    if (!endpoint.scope.isEmpty())
        query.append({u"scope"_s, endpoint.scope});
    QUrl address = endpoint.authorizeAt;
    if (address.isEmpty()) {
        QString path = base.path(QUrl::FullyEncoded);
        if (path.endsWith(u'/'))
            path.chop(1);
        address = base;
        address.setPath(path + QString::fromLatin1(endpoint.authorizePath), QUrl::StrictMode);
    }
    address.setQuery(QString::fromLatin1(formEncoded(query)), QUrl::StrictMode);
    return address;
}

tl::unexpected<Error> refusedInBrowser(const LoopbackReceiver::Parameters &answer, const QString &host)
{
    const QString words = answer.value(u"error_description"_s, answer.value(u"error"_s));
    return failure(Error{ErrorKind::Authentication,
                         tr("%1 did not allow the sign-in in the browser.").arg(host),
                         tr("Sign in again, and allow Syncline what it asks for."),
                         words.left(200),
                         {},
                         false});
}

} // namespace

QString redirectAddress(const CodeEndpoint &endpoint, quint16 port)
{
    return u"http://%1:%2%3"_s.arg(QString::fromLatin1(endpoint.redirectHost))
        .arg(port)
        .arg(QString::fromLatin1(redirectPath));
}

Result<Secrets> signInWithCode(const CodeEndpoint &endpoint, const Secrets &account, quint16 port, HttpClient &client,
                               const Clock &clock, const std::function<void(const QUrl &)> &show, std::stop_token stop,
                               std::chrono::milliseconds within)
{
    const QString secret = account.value(u"client_secret"_s);
    for (const QString &key : {u"client_id"_s, u"client_secret"_s}) {
        const bool isNeeded = key == "client_id"_L1 || !endpoint.token.takesPublicClients;
        if (isNeeded && account.value(key).isEmpty())
            return failure(ErrorKind::Usage, tr("The secret %1 is missing.").arg(key),
                           tr("Make a client in the CRM and give its id and secret."));
    }
    if (!secret.isEmpty())
        keepSecret(secret);
    auto receiver = LoopbackReceiver::listen(port, redirectPath);
    if (!receiver)
        return failure(receiver.error());
    const QUrl base = client.settings().baseUrl;
    const QString redirect = redirectAddress(endpoint, (*receiver)->port());
    const Proof proof;
    keepSecret(proof.verifier);
    show(authorizeAddress(endpoint, base, account.value(u"client_id"_s), redirect, proof));
    const auto answer = (*receiver)->receive(proof.state, within, stop);
    if (!answer)
        return failure(answer.error());
    const QString code = answer->value(u"code"_s);
    if (code.isEmpty())
        return refusedInBrowser(*answer, base.host());
    keepSecret(code);
    TokenRequest::Form form{{u"grant_type"_s, u"authorization_code"_s},
                            {u"client_id"_s, account.value(u"client_id"_s)},
                            {u"code"_s, code},
                            {u"redirect_uri"_s, redirect},
                            {u"code_verifier"_s, proof.verifier}};
    if (!secret.isEmpty())
        form.append({u"client_secret"_s, secret});
    const auto token = TokenRequest(endpoint.token, client, clock).ask(form, stop).map_error([&](Error error) {
        if (error.kind == ErrorKind::Authentication)
            error.remedy = tr("Check client id and secret, and that %1 is registered in the CRM as "
                              "the redirect address; then sign in again.")
                               .arg(redirect);
        return error;
    });
    if (!token)
        return failure(token.error());
    if (token->refresh.isEmpty()) {
        return failure(ErrorKind::Authentication,
                       tr("%1 signed in but gave nothing to stay signed in with.").arg(base.host()),
                       tr("Let the client in the CRM use refresh tokens, or choose another kind of sign-in."));
    }
    Secrets secrets = account;
    secrets.insert(u"refresh_token"_s, token->refresh);
    return secrets;
}

} // namespace syncline::connectors
