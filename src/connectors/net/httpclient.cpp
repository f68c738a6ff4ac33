#include "connectors/net/httpclient.h"

#include "connectors/net/client.h"
#include "connectors/net/transport.h"
#include "foundation/log.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::HttpClient", text);
}

class NetworkThread final : public Network
{
public:
    NetworkThread(const Clock &clock, EffectGate &gate) : m_clock(clock), m_gate(gate) {}
    std::unique_ptr<HttpClient> makeClient(HttpSettings settings) override
    {
        return std::make_unique<Client>(settings, m_accounts.of(settings), m_transport, m_clock, m_gate, m_log);
    }
    void setLog(std::function<void(const HttpLogEntry &)> log) override { m_log = std::move(log); }
    std::optional<BreakerState> breaker(const QByteArray &account) const override
    {
        return m_accounts.breaker(account, steadyNow());
    }

private:
    const Clock &m_clock;
    EffectGate &m_gate;
    HttpLog m_log;
    SharedAccounts m_accounts;
    Transport m_transport;
};

} // namespace

QByteArray HttpResponse::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::unique_ptr<Network> makeNetwork(const Clock &clock, EffectGate &gate)
{
    return std::make_unique<NetworkThread>(clock, gate);
}

QByteArray encodeComponent(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray formEncoded(const QList<QPair<QString, QString>> &fields)
{
    QByteArray form;
    for (const auto &[key, value] : fields) {
        if (!form.isEmpty())
            form += '&';
        form += encodeComponent(key) + '=' + encodeComponent(value);
    }
    return form;
}

Result<QUrl> checkedBaseUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString remedy = tr("Enter the address as in the browser, for example https://crm.example.com.");
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return failure(ErrorKind::Usage, tr("%1 is no web address.").arg(redact(text)), remedy);
    if (!url.userInfo().isEmpty())
        return failure(ErrorKind::Usage, tr("The address must not hold a user name or password."), remedy);
    const QHostAddress address(url.host());
    const bool loopback = url.host() == "localhost"_L1 || address.isLoopback();
    if (url.scheme() == "http"_L1 && !loopback) {
        return failure(
            ErrorKind::Usage,
            tr("%1 is not encrypted: passwords and customer data would be readable on the way.").arg(redact(text)),
            tr("Use https://; plain http:// is allowed to this computer only."));
    }
    QUrl plain = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    return plain;
}

} // namespace syncline::connectors
