#include "connectors/net/codesignin.h"
#include "support/faultyserver.h"

#include <QCryptographicHash>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::test;

namespace {

const Secrets account{{u"client_id"_s, u"1_abc"_s}, {u"client_secret"_s, u"the client's secret"_s}};
const CodeEndpoint endpoint{"/oauth/v2/authorize", {"/oauth/v2/token"}, "127.0.0.1", {}};

/// What a browser gets for an address on loopback.
QByteArray fetch(const QUrl &address, const QByteArray &host = {}, const QString &through = u"127.0.0.1"_s)
{
    QTcpSocket socket;
    socket.connectToHost(through, quint16(address.port()));
    if (!socket.waitForConnected(5'000))
        return {};
    const QByteArray hostHeader = host.isEmpty() ? address.authority().toLatin1() : host;
    socket.write("GET " + address.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                 + " HTTP/1.1\r\nHost: " + hostHeader + "\r\n\r\n");
    while (socket.waitForReadyRead(5'000)) {}
    return socket.readAll();
}

/// A CRM whose person says yes, no, or something else; the browser runs on a thread of its own.
struct Bench
{
    Bench()
    {
        network = makeNetwork(clock, gate);
        HttpSettings settings;
        settings.baseUrl = crm.url();
        settings.baseUrl.setPath(u"/sub/"_s);
        client = network->makeClient(settings);
    }
    ~Bench()
    {
        if (browser.joinable())
            browser.join();
    }

    Result<Secrets> signIn(const std::function<void(const QUrl &)> &inBrowser, std::stop_token stop = {},
                           std::chrono::milliseconds within = 60s, const Secrets &as = account,
                           const CodeEndpoint &at = endpoint)
    {
        return signInWithCode(
            at, as, 0, *client, clock,
            [&](const QUrl &address) {
                shown = address;
                browser = std::thread([=] { inBrowser(address); });
            },
            std::move(stop), within);
    }

    static QUrl redirect(const QUrl &address, const QString &answer)
    {
        const QUrlQuery query(address);
        QUrl back(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        back.setQuery(QString(answer + u"&state="_s + query.queryItemValue(u"state"_s, QUrl::FullyEncoded)));
        return back;
    }
    QUrlQuery tokenForm() const { return QUrlQuery(QString::fromLatin1(crm.seen().value(0).body)); }

    SystemClock clock;
    OpenGate gate;
    QByteArray tokenAnswer = R"({"access_token": "a", "expires_in": 3600, "refresh_token": "r-1"})";
    int tokenStatus = 200;
    FaultyServer crm{[this](const SeenRequest &, int) { return httpAnswer(tokenStatus, tokenAnswer); }};
    std::unique_ptr<Network> network;
    std::unique_ptr<HttpClient> client;
    QUrl shown;
    std::thread browser;
};

} // namespace

class tst_CodeSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permission_givesTheRefreshToken()
    {
        Bench bench;
        QByteArray page;
        const auto secrets = bench.signIn(
            [&](const QUrl &address) { page = fetch(Bench::redirect(address, u"code=c+1"_s)); });
        QVERIFY2(secrets, secrets ? "" : qPrintable(secrets.error().message));
        QCOMPARE(secrets->value(u"refresh_token"_s), u"r-1"_s);
        QCOMPARE(secrets->value(u"client_secret"_s), account.value(u"client_secret"_s));
        bench.browser.join();
        QVERIFY(page.startsWith("HTTP/1.1 200 ") && page.contains("close this page"));
    }

    void addressAndCode_areTiedToThisSignIn()
    {
        Bench bench;
        QVERIFY(bench.signIn([](const QUrl &address) { fetch(Bench::redirect(address, u"code=c%20%2B1"_s)); }));
        QCOMPARE(bench.shown.path(), u"/sub/oauth/v2/authorize"_s);
        const QUrlQuery asked(bench.shown);
        QCOMPARE(asked.queryItemValue(u"response_type"_s), u"code"_s);
        QCOMPARE(asked.queryItemValue(u"client_id"_s), u"1_abc"_s);
        QVERIFY(!bench.shown.toString().contains(u"the client's secret"_s));
        const QUrlQuery form = bench.tokenForm();
        QCOMPARE(form.queryItemValue(u"grant_type"_s), u"authorization_code"_s);
        QCOMPARE(form.queryItemValue(u"code"_s, QUrl::FullyDecoded), u"c +1"_s);
        QCOMPARE(form.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded),
                 asked.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        const QByteArray verifier = form.queryItemValue(u"code_verifier"_s).toLatin1();
        QVERIFY(verifier.size() >= 43); // RFC 7636, 4.1
        QCOMPARE(asked.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(asked.queryItemValue(u"code_challenge"_s).toLatin1(),
                 QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }

    void publicClient_needsNoSecret()
    {
        const auto inBrowser = [](const QUrl &address) { fetch(Bench::redirect(address, u"code=c"_s)); };
        const CodeEndpoint open{endpoint.authorizePath, {endpoint.token.path, true}, endpoint.redirectHost, {}};
        const Secrets nameOnly{{u"client_id"_s, u"1_abc"_s}};
        Bench bench;
        QVERIFY(bench.signIn(inBrowser, {}, 60s, nameOnly, open));
        QVERIFY(!bench.tokenForm().hasQueryItem(u"client_secret"_s));
        Bench strict;
        const auto refused = strict.signIn(inBrowser, {}, 60s, nameOnly);
        QVERIFY(!refused && refused.error().kind == ErrorKind::Usage);
    }

    void strangersAtThePort_areTurnedAway()
    {
        Bench bench;
        QByteArray otherPath, otherState, otherHost, tooLong;
        const auto secrets = bench.signIn([&](const QUrl &address) {
            QUrl back = Bench::redirect(address, u"code=good"_s);
            QUrl wrong = back;
            wrong.setPath(u"/favicon.ico"_s);
            otherPath = fetch(wrong);
            wrong = back;
            wrong.setQuery(u"code=evil&state=guessed"_s);
            otherState = fetch(wrong);
            wrong = back;
            wrong.setQuery(back.query().replace(u"good"_s, u"evil"_s));
            otherHost = fetch(wrong, "rebound.example.com:" + QByteArray::number(back.port()));
            wrong.setQuery(QString(40'000, u'x'));
            tooLong = fetch(wrong);
            fetch(back);
        });
        QVERIFY(secrets);
        bench.browser.join();
        QVERIFY(otherPath.startsWith("HTTP/1.1 404 "));
        QVERIFY(otherState.startsWith("HTTP/1.1 400 "));
        QVERIFY(otherHost.startsWith("HTTP/1.1 404 "));
        QVERIFY(!tooLong.startsWith("HTTP/1.1 200 "));
        QCOMPARE(bench.tokenForm().queryItemValue(u"code"_s), u"good"_s);
    }

    void refusalInTheBrowser_isToldWithTheProvidersWords()
    {
        Bench bench;
        const auto secrets = bench.signIn([](const QUrl &address) {
            fetch(Bench::redirect(address, u"error=access_denied&error_description=The+user+said+no"_s));
        });
        QVERIFY(!secrets);
        QCOMPARE(secrets.error().kind, ErrorKind::Authentication);
        QCOMPARE(secrets.error().providerMessage, u"The user said no"_s);
        QVERIFY(!secrets.error().remedy.isEmpty());
        QVERIFY(bench.crm.seen().isEmpty());
    }

    void codeThatIsRefused_namesTheRedirectAddress()
    {
        Bench bench;
        bench.tokenStatus = 400;
        bench.tokenAnswer = R"({"errors": [{"code": 400, "type": "redirect_uri_mismatch"}]})";
        const auto secrets = bench.signIn([](const QUrl &address) { fetch(Bench::redirect(address, u"code=c"_s)); });
        QVERIFY(!secrets);
        QCOMPARE(secrets.error().kind, ErrorKind::Authentication);
        const QString redirect = QUrlQuery(bench.shown).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded);
        QVERIFY2(secrets.error().remedy.contains(redirect), qPrintable(secrets.error().remedy));
    }

    void signInWithoutRefreshToken_isAnError()
    {
        Bench bench;
        bench.tokenAnswer = R"({"access_token": "a", "expires_in": 3600})";
        const auto secrets = bench.signIn([](const QUrl &address) { fetch(Bench::redirect(address, u"code=c"_s)); });
        QVERIFY(!secrets);
        QCOMPARE(secrets.error().kind, ErrorKind::Authentication);
    }

    void stopped_endsTheWait()
    {
        Bench bench;
        std::stop_source stop;
        const auto secrets = bench.signIn([&](const QUrl &) { stop.request_stop(); }, stop.get_token());
        QVERIFY(!secrets);
        QCOMPARE(secrets.error().kind, ErrorKind::Cancelled);
    }

    void nobodySigningIn_endsTheWait()
    {
        Bench bench;
        const auto secrets = bench.signIn([](const QUrl &) {}, {}, 20ms);
        QVERIFY(!secrets);
        QCOMPARE(secrets.error().kind, ErrorKind::Authentication);
        QVERIFY(!secrets.error().remedy.isEmpty());
    }

    void portInUse_isNamed()
    {
        Bench bench;
        const quint16 port = bench.crm.port();
        const auto secrets = signInWithCode(endpoint, account, port, *bench.client, bench.clock, [](const QUrl &) {},
                                            {});
        QVERIFY(!secrets);
        QCOMPARE(secrets.error().kind, ErrorKind::Usage);
        QVERIFY2(secrets.error().message.contains(QString::number(port)), qPrintable(secrets.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_CodeSignIn)
#include "tst_codesignin.moc"
