#include "connectors/net/httpclient.h"
#include "support/faultyserver.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::test;

namespace {

const QByteArray mark = "the-marked-secret";

class Marked final : public Authenticator
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;
    Result<Headers> headers(std::stop_token) override { return Headers{{"Authorization", "Bearer " + mark}}; }
    Result<bool> rejected(const Headers &, std::stop_token) override { return false; }
};

Result<HttpResponse> send(const QUrl &url, const QByteArray &method = "GET", const QByteArray &body = {})
{
    const SystemClock clock;
    OpenGate gate;
    const auto network = makeNetwork(clock, gate);
    HttpSettings settings;
    settings.baseUrl = url;
    settings.backOff = 1ms;
    settings.timeout = 10s;
    const auto client = network->makeClient(settings);
    client->setAuthenticator(std::make_shared<Marked>());
    HttpRequest request;
    request.method = method;
    request.path = "/thing";
    request.body = body;
    request.repeat = Repeat::Once;
    return client->send(request, {});
}

/// Makes the certificates trusted while it lives, as those of a known authority are.
class Trust
{
public:
    explicit Trust(const Certificate &certificate) : m_before(QSslConfiguration::defaultConfiguration())
    {
        QSslConfiguration trusting = m_before;
        trusting.addCaCertificate(QSslCertificate(certificate.pem));
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    ~Trust() { QSslConfiguration::setDefaultConfiguration(m_before); }

private:
    QSslConfiguration m_before;
};

} // namespace

class tst_HttpSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redirectElsewhere_takesNotOneByteThere_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("host");
        for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            for (const int status : {301, 302, 303, 307, 308}) {
                QTest::addRow("%s %d to another port", method, status)
                    << QByteArray(method) << status << u"127.0.0.1"_s;
                QTest::addRow("%s %d to another host", method, status)
                    << QByteArray(method) << status << u"localhost"_s;
            }
        }
    }
    void redirectElsewhere_takesNotOneByteThere()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        QFETCH(QString, host);
        FaultyServer stranger([](const SeenRequest &, int) { return httpAnswer(200, "welcome"); });
        const QByteArray location = "Location: " + stranger.url(host).toEncoded() + "/thing?token=abc";
        FaultyServer server([&](const SeenRequest &, int) { return httpAnswer(status, {}, {location}); });
        const auto outcome = send(server.url(), method, method == "GET" ? "" : "customer data");
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Network);
        QVERIFY2(outcome.error().message.contains(u"redirects"), qPrintable(outcome.error().message));
        QVERIFY(!outcome.error().message.contains(u"abc"));
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(stranger.connections(), 0);
        QCOMPARE(stranger.bytesReceived(), 0);
    }

    void redirectToAnotherScheme_isNotFollowed()
    {
        FaultyServer server([](const SeenRequest &seen, int) {
            return httpAnswer(307, {}, {"Location: https://" + seen.headers.value("host") + "/thing"});
        });
        QVERIFY(!send(server.url()));
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(server.connections(), 1);
    }

    void redirectWithinTheAddress_isFollowedByReadsOnly()
    {
        FaultyServer server([](const SeenRequest &seen, int) {
            return seen.target == "/thing" ? httpAnswer(307, {}, {"Location: /there"}) : httpAnswer(200, "found");
        });
        const auto read = send(server.url());
        QVERIFY(read);
        QCOMPARE(read->body, "found");
        QVERIFY(!send(server.url(), "POST", "data"));
        QCOMPARE(server.seen().size(), 3);
    }

    void redirectsInACircle_end()
    {
        FaultyServer server([](const SeenRequest &, int number) {
            return httpAnswer(302, {}, {"Location: /" + QByteArray::number(number % 2)});
        });
        QVERIFY(!send(server.url()));
        QVERIFY(server.seen().size() <= 7);
    }

    void badCertificate_getsNoRequestAndItsOwnSentence_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("expired");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("words");
        QTest::newRow("self-signed") << QByteArray("localhost") << false << false << u"self-signed"_s;
        QTest::newRow("expired") << QByteArray("localhost") << true << true << u"expired"_s;
        QTest::newRow("wrong host") << QByteArray("crm.example.com") << false << true << u"another host"_s;
    }
    void badCertificate_getsNoRequestAndItsOwnSentence()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, expired);
        QFETCH(bool, trusted);
        QFETCH(QString, words);
        const Certificate certificate = selfSigned(name, expired ? Validity::Expired : Validity::Valid);
        QVERIFY(!certificate.pem.isEmpty() && !certificate.key.isEmpty());
        std::optional<Trust> trust;
        if (trusted)
            trust.emplace(certificate);
        FaultyServer server([](const SeenRequest &, int) { return httpAnswer(200); }, &certificate);
        const auto outcome = send(server.url(u"localhost"_s), "POST", "customer data");
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Network);
        QVERIFY2(outcome.error().message.contains(words), qPrintable(outcome.error().message));
        QVERIFY(!outcome.error().outcomeUnknown);
        QVERIFY(!outcome.error().remedy.isEmpty());
        QCOMPARE(server.seen().size(), 0);
    }

    void goodCertificate_isTrustedAndWritesGoOutOnce()
    {
        const Certificate certificate = selfSigned("localhost");
        const Trust trust(certificate);
        FaultyServer server(
            [](const SeenRequest &seen, int) {
                return seen.body == "drop" ? WireAnswer{{}, WireAnswer::Then::Close} : httpAnswer(200, "fine");
            },
            &certificate);
        const auto answer = send(server.url(u"localhost"_s), "POST", "keep");
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        const auto lost = send(server.url(u"localhost"_s), "POST", "drop");
        QVERIFY(!lost && lost.error().outcomeUnknown);
        QCOMPARE(server.seen().size(), 2);
    }

    void proxy_isUsedAndItsRefusalIsNoAnswerOfTheCrm()
    {
        FaultyServer proxy([](const SeenRequest &, int number) {
            return number == 1 ? httpAnswer(200, "through the proxy")
                               : httpAnswer(407, {}, {"Proxy-Authenticate: Basic realm=\"office\""});
        });
        QNetworkProxy::setApplicationProxy(
            QNetworkProxy(QNetworkProxy::HttpCachingProxy, u"127.0.0.1"_s, proxy.port()));
        const auto through = send(QUrl(u"http://crm.invalid"_s));
        const auto refused = send(QUrl(u"http://crm.invalid"_s));
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        QVERIFY2(through, through ? "" : qPrintable(through.error().message));
        QCOMPARE(through->body, "through the proxy");
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"proxy"), qPrintable(refused.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_HttpSecurity)
#include "tst_httpsecurity.moc"
