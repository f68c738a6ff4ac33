#include "connectors/net/wirefailure.h"

#include "foundation/log.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace syncline::connectors {

namespace {

using Fate = WireResult::Fate;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::Transport", text);
}

WireResult failed(Fate fate, const QString &problem, const QString &remedy)
{
    return WireResult{fate, {}, problem, remedy};
}

WireResult tooLarge(const QString &host)
{
    return failed(Fate::TooLarge, tr("The answer of %1 is larger than allowed.").arg(host),
                  tr("Use a smaller page_size."));
}

/// Of several problems the one that is most to the point: a self-signed certificate may have expired as well.
QString sslProblem(const QList<QSslError> &errors, const QString &host)
{
    const auto has = [&errors](QSslError::SslError wanted) {
        return std::ranges::any_of(errors, [wanted](const QSslError &error) { return error.error() == wanted; });
    };
    if (has(QSslError::CertificateExpired))
        return tr("The certificate of %1 has expired.").arg(host);
    if (has(QSslError::HostNameMismatch))
        return tr("The certificate belongs to another host than %1.").arg(host);
    if (has(QSslError::SelfSignedCertificate) || has(QSslError::SelfSignedCertificateInChain))
        return tr("The certificate of %1 is self-signed.").arg(host);
    return tr("The certificate of %1 cannot be trusted: %2.")
        .arg(host, errors.isEmpty() ? tr("the handshake failed") : errors.first().errorString());
}

WireResult silence(const QString &host)
{
    return failed(Fate::Broken, tr("%1 did not answer in time.").arg(host),
                  tr("Try again; if it stays so, raise timeout_ms or look at the server's load."));
}

WireResult failureOf(const QNetworkReply &reply, const QList<QSslError> &sslErrors)
{
    const QString host = reply.url().host();
    const int port = reply.url().port(reply.url().scheme() == QLatin1StringView("http") ? 80 : 443);
    switch (reply.error()) {
    case QNetworkReply::OperationCanceledError: // the transfer time-out
    case QNetworkReply::TimeoutError:
        return silence(host);
    case QNetworkReply::ConnectionRefusedError:
        return failed(Fate::NotSent, tr("%1 refuses connections on port %2.").arg(host).arg(port),
                      tr("Check the address, and that the server is running."));
    case QNetworkReply::HostNotFoundError:
        return failed(Fate::NotSent, tr("There is no host named %1.").arg(host),
                      tr("Check the address for a typing error."));
    case QNetworkReply::SslHandshakeFailedError:
        return failed(Fate::NotSent, sslProblem(sslErrors, host),
                      tr("Have the server's administrator install a valid certificate."));
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return failed(Fate::NotSent,
                      tr("The proxy did not let the request through: %1.").arg(redact(reply.errorString())),
                      tr("Check the proxy settings of your system."));
    default: // everything else may have reached the server
        return failed(Fate::Broken, tr("The connection to %1 broke: %2.").arg(host, redact(reply.errorString())),
                      tr("Try again; if it stays so, check the network and the server."));
    }
}

/// Status 200 can be a failure: a cut body, a broken gzip and a network that goes away midway have it too. Whole is what
/// ended without an error, or with one that only repeats the server's status.
bool isWhole(const QNetworkReply &reply, int status)
{
    const int error = int(reply.error());
    if (error == QNetworkReply::NoError)
        return status > 0;
    if (status >= 300
        && status < 400) // Qt fails on the redirect of a body that it cannot send again; nobody reads more
        return true;
    if (error == QNetworkReply::ContentReSendError)
        return false;
    const bool saysStatus = (error >= QNetworkReply::ContentAccessDenied && error < QNetworkReply::ProtocolFailure)
        || error >= QNetworkReply::InternalServerError;
    return saysStatus && status >= 400;
}

/// False: it is longer than the limit, which a compressed body shows only while it is read.
bool readBody(QNetworkReply &reply, qint64 limit, QByteArray &body)
{
    std::array<char, 1 << 16> chunk;
    body.reserve(qsizetype(reply.bytesAvailable()));
    for (qint64 got = 1; got > 0;) {
        got = reply.read(chunk.data(), qint64(chunk.size()));
        body.append(chunk.data(), qsizetype(std::max<qint64>(0, got)));
        if (limit > 0 && body.size() > limit)
            return false;
    }
    return true;
}

} // namespace

WireResult wireResult(QNetworkReply &reply, Ended ended, const QList<QSslError> &sslErrors, qint64 maxBodyBytes)
{
    const QString host = reply.url().host();
    switch (ended) {
    case Ended::No:
        break;
    case Ended::Deadline:
        return silence(host);
    case Ended::TooLarge:
        return tooLarge(host);
    case Ended::Abandoned:
        return failed(Fate::Broken, tr("The request to %1 was given up.").arg(host), {});
    }
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!isWhole(reply, status))
        return failureOf(reply, sslErrors);
    WireResult result;
    result.fate = Fate::Answered;
    result.response.status = status;
    result.response.headers = reply.rawHeaderPairs();
    if (!readBody(reply, maxBodyBytes, result.response.body))
        return tooLarge(host);
    return result;
}

} // namespace syncline::connectors
