#include "connectors/contract/standin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace syncline::contract {

namespace {

using namespace connectors;

/// What a browser gets for an address of this computer.
QByteArray fetched(const QUrl &address)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(address.port()));
    if (!socket.waitForConnected(5'000))
        return {};
    socket.write("GET " + address.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                 + " HTTP/1.1\r\nHost: " + address.authority().toLatin1() + "\r\nConnection: close\r\n\r\n");
    while (socket.waitForReadyRead(5'000)) {}
    return socket.readAll();
}

} // namespace

StandIn::StandIn(const Party &party, int records, int pageSize) : m_party(party)
{
    sandbox::SiteOptions options;
    options.provider = party.provider;
    options.crm.records = records;
    m_address = m_sandbox.add(options).value_or(QString());
    m_sandbox.start();
    m_network = makeNetwork(m_clock, m_gate);
    ConnectorSettings settings;
    settings.baseUrl = QUrl(m_address);
    settings.auth = party.auth;
    settings.secrets = party.secrets;
    for (const QString &key : {u"client_id"_s, u"client_secret"_s, u"token"_s})
        settings.secrets.insert(key, u"demo"_s);
    settings.pageSize = pageSize;
    settings.apiVersion = party.apiVersion;
    settings.http.backOff = std::chrono::milliseconds(50);
    m_settings = settings;
    m_connector = another();
}

std::unique_ptr<Connector> StandIn::another(Network &network)
{
    ConnectorSettings settings = m_settings;
    if (m_party.signIn) { // for each anew: a refresh token may be good for one connector only
        if (m_browser.joinable())
            m_browser.join();
        const auto show = [this](const QUrl &where) { m_browser = std::thread([this, where] { browse(where); }); };
        if (const auto secrets = m_party.signIn(settings, 0, *m_network, m_clock, show, {}))
            settings.secrets = *secrets;
    }
    auto made = m_party.make(settings, network, m_clock);
    return made ? std::move(*made) : nullptr;
}

StandIn::~StandIn()
{
    if (m_browser.joinable())
        m_browser.join();
    m_connector.reset();
    m_network.reset();
}

/// The page that asks is skipped; the CRM sends the browser straight back.
void StandIn::browse(const QUrl &address)
{
    const QByteArray answer = fetched(address);
    const qsizetype from = answer.indexOf("Location: ") + 10;
    fetched(QUrl::fromEncoded(answer.mid(from, answer.indexOf("\r\n", from) - from)));
}

QJsonDocument StandIn::control(const QByteArray &method, const QByteArray &path, const QJsonObject &body)
{
    QByteArray answer;
    m_sandbox.call(0, [&](sandbox::Site &site) {
        answer = site.handle({method, "/_sandbox/" + path, {}, {}, QJsonDocument(body).toJson()}).response.body;
    });
    return QJsonDocument::fromJson(answer);
}

QJsonObject StandIn::edit(const QString &action, const QString &id, const QJsonObject &fields, const QString &into)
{
    const QJsonObject command{
        {u"action"_s, action}, {u"entity"_s, m_party.people}, {u"id"_s, id}, {u"fields"_s, fields}, {u"into"_s, into}};
    return control("POST", "edit", command).object();
}

QString StandIn::create(const QString &email, const QString &name)
{
    return edit(u"create"_s, {}, m_party.byHand(email, name))[u"id"_s].toVariant().toString();
}

QJsonArray StandIn::records()
{
    return control("GET", "records/" + m_party.people.toLatin1()).array();
}

void StandIn::configure(const QJsonObject &switches)
{
    control("POST", "configure", switches);
}

void StandIn::fault(const QJsonObject &rule)
{
    control("POST", "fault", rule);
}

QJsonObject StandIn::ask(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    QByteArray answer;
    m_sandbox.call(0, [&](sandbox::Site &site) {
        answer = site.crm()
                     .handle({method,
                              target,
                              {},
                              {{"Authorization", "Bearer demo"}, {"Content-Type", "application/json"}},
                              body})
                     .body;
    });
    return QJsonDocument::fromJson(answer).object();
}

QJsonArray StandIn::requests()
{
    return control("GET", "requests").array();
}

void StandIn::forgetRequests()
{
    control("DELETE", "requests");
}

void StandIn::setClock(qint64 skew)
{
    control("POST", "clock", {{u"skew"_s, skew}});
}

QList<RemoteRecord> StandIn::read(const QStringList &fields, const std::optional<QString> &cursor,
                                  const std::function<void()> &between)
{
    QList<RemoteRecord> records;
    const auto end = m_connector->read({m_party.people, fields, cursor, {}},
                                       [&](const QList<RemoteRecord> &page) -> Result<void> {
                                           records += page;
                                           if (between)
                                               between();
                                           return {};
                                       },
                                       {});
    lastCursor = end ? end->nextCursor : QString();
    lastError = end ? Error() : end.error();
    return records;
}

} // namespace syncline::contract
