#include "connectors/net/signin.h"
#include "foundation/log.h"
#include "support/faultyserver.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::test;

namespace {

const QString mark = u"the-marked+secret/ü"_s;

class ManualClock final : public Clock
{
public:
    std::chrono::milliseconds now() const override { return m_now.load(); }
    void advance(std::chrono::milliseconds by) { m_now = m_now.load() + by; }

private:
    std::atomic<std::chrono::milliseconds> m_now{1'795'723'200'000ms};
};

Secrets secretsFor(AuthKind kind)
{
    switch (kind) {
    case AuthKind::OAuth2ClientCredentials:
        return {{u"client_id"_s, u"id"_s}, {u"client_secret"_s, mark}};
    case AuthKind::OAuth2Password:
        return {{u"client_id"_s, u"id"_s},
                {u"client_secret"_s, u"cs"_s},
                {u"username"_s, u"user"_s},
                {u"password"_s, mark}};
    case AuthKind::OAuth2Code:
        return {{u"client_id"_s, u"id"_s}, {u"client_secret"_s, u"cs"_s}, {u"refresh_token"_s, mark}};
    case AuthKind::Basic:
        return {{u"username"_s, u"user"_s}, {u"password"_s, mark}};
    case AuthKind::Token:
        return {{u"token"_s, mark}};
    }
    return {};
}

/// A CRM with a token endpoint; only the newest token is good.
class Crm
{
public:
    Crm() : m_server([this](const SeenRequest &request, int) { return answer(request); }) {}

    QUrl url() const { return m_server.url(); }
    int signIns() const { return m_signIns; }
    QByteArray lastForm() const
    {
        QByteArray form;
        for (const SeenRequest &seen : m_server.seen()) {
            if (seen.target == "/token")
                form = seen.body;
        }
        return form;
    }
    void revoke() { ++m_generation; }
    void refuseSignIn() { m_refuses = true; }
    void refuseSignInForNow() { m_isBusy = true; }
    void rotate() { m_rotates = true; }

private:
    WireAnswer answer(const SeenRequest &request)
    {
        if (request.target == "/token")
            return token(request);
        const bool good = request.headers.value("authorization") == "Bearer token-" + QByteArray::number(m_generation);
        return httpAnswer(good ? 200 : 401);
    }
    WireAnswer token(const SeenRequest &request)
    {
        const int number = ++m_signIns;
        if (m_isBusy.exchange(false))
            return httpAnswer(400, R"({"error": "rate_limit_exceeded"})");
        if (m_refuses) // SuiteCRM repeats the password so
            return httpAnswer(400, R"({"error": "invalid_grant", "hint": ")" + request.body + "\"}");
        if (m_rotates && !request.body.endsWith(QByteArray("refresh_token=" + m_goodRefresh)))
            return httpAnswer(400, R"({"error": "invalid_grant"})");
        m_generation = number;
        const QByteArray text = QByteArray::number(number);
        m_goodRefresh = "refresh-" + text;
        return httpAnswer(200,
                          R"({"expires_in": 3600, "access_token": "token-)" + text
                              + (m_rotates ? R"(", "refresh_token": "refresh-)" + text : QByteArray()) + "\"}");
    }

    std::atomic<int> m_signIns = 0;
    std::atomic<int> m_generation = 0;
    std::atomic<bool> m_refuses = false;
    std::atomic<bool> m_isBusy = false;
    std::atomic<bool> m_rotates = false;
    QByteArray m_goodRefresh = encodeComponent(mark); ///< of the server's thread
    FaultyServer m_server;                            ///< last: its thread uses the others
};

/// An answer to a sign-in whose data are somewhere else.
WireAnswer tokenFor(const QUrl &site)
{
    return httpAnswer(200, "{\"access_token\": \"t\", \"instance_url\": \"" + site.toEncoded() + "\"}");
}

/// One keychain entry that several programs share.
class SharedTokens final : public RefreshTokens
{
public:
    Result<std::shared_ptr<void>> lock(std::stop_token) override
    {
        m_mutex.lock();
        return std::shared_ptr<void>(this, [](void *self) { static_cast<SharedTokens *>(self)->m_mutex.unlock(); });
    }
    Result<Secrets> read() override { return kept; }
    Result<void> write(const Secrets &secrets) override
    {
        if (isLocked)
            return failure(ErrorKind::Authentication, u"The keychain is locked."_s, u"Unlock it."_s);
        kept = secrets;
        stored.append(secrets.value(u"refresh_token"_s));
        return {};
    }

    Secrets kept;
    QStringList stored;
    bool isLocked = false;

private:
    std::mutex m_mutex;
};

struct Bench
{
    Bench(const Crm &crm, AuthKind kind, std::shared_ptr<RefreshTokens> kept = {})
        : Bench(crm.url(), kind, {"/token"}, secretsFor(kind), std::move(kept))
    {
    }
    Bench(const QUrl &address, AuthKind kind, const TokenEndpoint &endpoint, const Secrets &secrets,
          std::shared_ptr<RefreshTokens> kept = {})
    {
        network = makeNetwork(clock, gate);
        network->setLog([this](const HttpLogEntry &entry) { log += entry.host + entry.path + entry.error; });
        HttpSettings settings;
        settings.baseUrl = address;
        settings.backOff = 1ms;
        settings.parallel = 5;
        settings.account = "crm";
        client = network->makeClient(settings);
        authenticator = makeOAuth2Authenticator(kind, endpoint, secrets, *client, clock, std::move(kept)).value();
        client->setAuthenticator(authenticator);
    }
    /// As another run of the same program would ask.
    int askAnew(const Secrets &secrets)
    {
        const auto next = network->makeClient(client->settings());
        next->setAuthenticator(
            makeOAuth2Authenticator(AuthKind::OAuth2ClientCredentials, {"/token"}, secrets, *next, clock).value());
        return next->send(request(), {})->status;
    }
    Result<HttpResponse> get() { return client->send(request(), {}); }
    static HttpRequest request()
    {
        HttpRequest request;
        request.path = "/thing";
        return request;
    }
    /// The statuses of so many requests at once.
    QList<int> getMany(int count)
    {
        QList<int> statuses;
        client->sendAll(
            [&]() -> std::optional<HttpRequest> { return count-- > 0 ? std::optional(request()) : std::nullopt; },
            [&](const Result<HttpResponse> &answer) {
                statuses.append(answer ? answer->status : 0);
                return true;
            },
            {});
        return statuses;
    }

    ManualClock clock;
    OpenGate gate;
    QString log;
    std::unique_ptr<Network> network;
    std::unique_ptr<HttpClient> client;
    std::shared_ptr<Authenticator> authenticator;
};

} // namespace

Q_DECLARE_METATYPE(AuthKind)

class tst_SignIn : public QObject
{
    Q_OBJECT

    static void oauthKinds()
    {
        QTest::addColumn<AuthKind>("kind");
        QTest::addColumn<QByteArray>("form");
        const QByteArray coded = QUrl::toPercentEncoding(mark);
        QTest::newRow("client credentials")
            << AuthKind::OAuth2ClientCredentials << "grant_type=client_credentials&client_id=id&client_secret=" + coded;
        QTest::newRow("password") << AuthKind::OAuth2Password
                                  << "grant_type=password&client_id=id&client_secret=cs&username=user&password="
                + coded;
        QTest::newRow("code") << AuthKind::OAuth2Code
                              << "grant_type=refresh_token&client_id=id&client_secret=cs&refresh_token=" + coded;
    }

private Q_SLOTS:
    void form_isEncodedOnce_data() { oauthKinds(); }
    void form_isEncodedOnce()
    {
        QFETCH(AuthKind, kind);
        QFETCH(QByteArray, form);
        Crm crm;
        Bench bench(crm, kind);
        QCOMPARE(bench.get()->status, 200);
        QCOMPARE(crm.lastForm(), form);
    }

    void publicClient_sendsNoSecret()
    {
        Crm crm;
        Bench bench(crm.url(), AuthKind::OAuth2Code, {"/token", true},
                    {{u"client_id"_s, u"id"_s}, {u"refresh_token"_s, u"r"_s}});
        QCOMPARE(bench.get()->status, 200);
        QCOMPARE(crm.lastForm(), "grant_type=refresh_token&client_id=id&refresh_token=r");
    }

    void token_isSharedByTheClientsOfAnAccount()
    {
        Crm crm;
        const Secrets secrets = secretsFor(AuthKind::OAuth2ClientCredentials);
        Bench bench(crm, AuthKind::OAuth2ClientCredentials);
        QCOMPARE(bench.get()->status, 200);
        QCOMPARE(bench.askAnew(secrets), 200);
        QCOMPARE(crm.signIns(), 1);
        crm.revoke();
        QCOMPARE(bench.askAnew(secrets), 200);
        QCOMPARE(crm.signIns(), 2);
        bench.clock.advance(3'600s);
        QCOMPARE(bench.askAnew(secrets), 200);
        QCOMPARE(crm.signIns(), 3);
        QCOMPARE(bench.askAnew({{u"client_id"_s, u"another"_s}, {u"client_secret"_s, mark}}), 200);
        QCOMPARE(crm.signIns(), 4);
        bench.client->tokens()->clear(); // as a connection test does
        QCOMPARE(bench.askAnew({{u"client_id"_s, u"another"_s}, {u"client_secret"_s, mark}}), 200);
        QCOMPARE(crm.signIns(), 5);
    }

    /// People sign in at one address, and their data are at another, which the token's answer names.
    void dataAtAnotherAddress_areAskedForThere()
    {
        FaultyServer data([](const SeenRequest &request, int) {
            return httpAnswer(request.headers.value("authorization") == "Bearer t" ? 200 : 401);
        });
        FaultyServer door([&](const SeenRequest &, int) { return tokenFor(data.url()); });
        Bench bench(door.url(), AuthKind::OAuth2ClientCredentials, {"/token"},
                    secretsFor(AuthKind::OAuth2ClientCredentials));
        QCOMPARE(bench.get()->status, 200);
        QCOMPARE(bench.get()->status, 200);
        QCOMPARE(data.seen().size(), 2);
        QCOMPARE(door.seen().size(), 1);
    }

    /// A token that would be sent over an open line is not taken.
    void dataAtAnUnsafeAddress_areNotAskedFor()
    {
        FaultyServer door([](const SeenRequest &, int) { return tokenFor(QUrl(u"http://crm.example.org"_s)); });
        Bench bench(door.url(), AuthKind::OAuth2ClientCredentials, {"/token"},
                    secretsFor(AuthKind::OAuth2ClientCredentials));
        const auto answer = bench.get();
        QVERIFY(!answer);
        QVERIFY(answer.error().message.contains(u"http://crm.example.org"_s));
    }

    void token_isRenewedBeforeItRunsOut()
    {
        Crm crm;
        Bench bench(crm, AuthKind::OAuth2ClientCredentials);
        QCOMPARE(bench.get()->status, 200);
        bench.clock.advance(3'539s);
        QCOMPARE(bench.get()->status, 200);
        QCOMPARE(crm.signIns(), 1);
        bench.clock.advance(2s);
        QCOMPARE(bench.get()->status, 200);
        QCOMPARE(crm.signIns(), 2);
    }

    void revokedToken_isRenewedOnceForAllRequestsUnderway()
    {
        Crm crm;
        Bench bench(crm, AuthKind::OAuth2ClientCredentials);
        QCOMPARE(bench.getMany(1), QList<int>{200});
        crm.revoke();
        crm.revoke();
        QCOMPARE(bench.getMany(5), QList<int>(5, 200));
        QCOMPARE(crm.signIns(), 2);
    }

    void manyThreads_signInOnce()
    {
        Crm crm;
        Bench bench(crm, AuthKind::OAuth2ClientCredentials);
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        threads.reserve(8);
        for (int n = 0; n < 8; ++n) {
            threads.emplace_back([&] {
                const auto headers = bench.authenticator->headers({});
                right += headers && headers->first().second == "Bearer token-1" ? 1 : 0;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(right.load(), 8);
        QCOMPARE(crm.signIns(), 1);
    }

    void rotatedRefreshToken_isStoredBeforeTheTokenIsUsed()
    {
        Crm crm;
        crm.rotate();
        const auto kept = std::make_shared<SharedTokens>();
        Bench bench(crm, AuthKind::OAuth2Code, kept);
        QCOMPARE(bench.get()->status, 200);
        bench.clock.advance(3'600s);
        QCOMPARE(bench.get()->status, 200);
        QCOMPARE(kept->stored, (QStringList{u"refresh-1"_s, u"refresh-2"_s}));
        QVERIFY(crm.lastForm().endsWith("refresh_token=refresh-1"));
    }

    void rotatedRefreshTokenThatCannotBeStored_isAnError()
    {
        Crm crm;
        crm.rotate();
        const auto kept = std::make_shared<SharedTokens>();
        kept->isLocked = true;
        Bench bench(crm, AuthKind::OAuth2Code, kept);
        const auto outcome = bench.get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().message, u"The keychain is locked."_s);
    }

    /// The window and a service in the background; the one that comes second must not spend the first one's old token.
    void twoPrograms_renewOneAfterTheOtherWithTheNewestToken()
    {
        Crm crm;
        crm.rotate();
        const auto kept = std::make_shared<SharedTokens>();
        kept->kept = secretsFor(AuthKind::OAuth2Code);
        Bench window(crm, AuthKind::OAuth2Code, kept), service(crm, AuthKind::OAuth2Code, kept);
        for (int round = 1; round <= 5; ++round) {
            std::atomic<int> signedIn = 0;
            std::vector<std::thread> programs;
            for (Bench *program : {&window, &service}) {
                program->clock.advance(3'600s);
                programs.emplace_back(
                    [&signedIn, program] { signedIn += program->authenticator->headers({}) ? 1 : 0; });
            }
            for (std::thread &program : programs)
                program.join();
            QCOMPARE(signedIn.load(), 2);
            QCOMPARE(kept->stored.size(), 2 * round);
        }
    }

    void revokedRefreshToken_asksForASignIn()
    {
        Crm crm;
        crm.refuseSignIn();
        Bench bench(crm, AuthKind::OAuth2Code, std::make_shared<SharedTokens>());
        const auto outcome = bench.get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Authentication);
        QVERIFY2(outcome.error().remedy.contains(u"integration reconnect"), qPrintable(outcome.error().remedy));
    }

    /// Salesforce counts sign-ins, too: that passes, and the refresh token is as good as before.
    void busySignIn_asksNobodyToConnectAgain()
    {
        Crm crm;
        crm.refuseSignInForNow();
        Bench bench(crm, AuthKind::OAuth2Code, std::make_shared<SharedTokens>());
        const auto busy = bench.get();
        QVERIFY(!busy);
        QCOMPARE(busy.error().kind, ErrorKind::Server);
        QVERIFY2(!busy.error().remedy.contains(u"reconnect"), qPrintable(busy.error().remedy));
        QVERIFY(bench.get());
    }

    void refusal_isOneAuthenticationErrorAndShowsNoSecret_data() { oauthKinds(); }
    void refusal_isOneAuthenticationErrorAndShowsNoSecret()
    {
        QFETCH(AuthKind, kind);
        Crm crm;
        crm.refuseSignIn();
        Bench bench(crm, kind);
        const auto outcome = bench.get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Authentication);
        QVERIFY(!outcome.error().remedy.isEmpty());
        QCOMPARE(crm.signIns(), 1);
        const QString shown = outcome.error().message + outcome.error().remedy + outcome.error().providerMessage
            + bench.log;
        QVERIFY2(!shown.contains(u"marked"), qPrintable(shown));
    }

    /// CRMs lock accounts after a few wrong passwords.
    void refusedSecrets_areNotTriedAgain_data() { oauthKinds(); }
    void refusedSecrets_areNotTriedAgain()
    {
        QFETCH(AuthKind, kind);
        Crm crm;
        crm.refuseSignIn();
        Bench bench(crm, kind);
        const auto first = bench.get();
        const int asked = crm.signIns();
        const auto second = bench.get();
        QVERIFY(!first && !second);
        QCOMPARE(second.error().kind, ErrorKind::Authentication);
        QCOMPARE(second.error().message, first.error().message);
        QCOMPARE(crm.signIns(), asked);
    }

    void secrets_areBlankedInEveryText_data()
    {
        QTest::addColumn<AuthKind>("kind");
        for (const AuthKind kind : {AuthKind::OAuth2ClientCredentials, AuthKind::OAuth2Password, AuthKind::OAuth2Code,
                                    AuthKind::Basic, AuthKind::Token})
            QTest::newRow(qPrintable(authKindName(kind))) << kind;
    }
    void secrets_areBlankedInEveryText()
    {
        QFETCH(AuthKind, kind);
        const Crm crm;
        std::optional<Bench> bench;
        if (kind == AuthKind::Basic)
            QVERIFY(makeBasicAuthenticator(secretsFor(kind)));
        else if (kind == AuthKind::Token)
            QVERIFY(makeTokenAuthenticator(secretsFor(kind)));
        else
            bench.emplace(crm, kind);
        for (const QString &spelling : {mark, QString::fromLatin1(QUrl::toPercentEncoding(mark))})
            QVERIFY2(!redact(u"He said "_s + spelling + u" aloud"_s).contains(u"marked"), qPrintable(spelling));
    }

    void missingSecret_isNamed_data() { secrets_areBlankedInEveryText_data(); }
    void missingSecret_isNamed()
    {
        QFETCH(AuthKind, kind);
        const Crm crm;
        Bench bench(crm, AuthKind::OAuth2ClientCredentials);
        const Secrets whole = secretsFor(kind);
        for (const QString &key : whole.keys()) {
            Secrets secrets = whole;
            secrets.remove(key);
            const auto made = kind == AuthKind::Basic ? makeBasicAuthenticator(secrets)
                : kind == AuthKind::Token
                ? makeTokenAuthenticator(secrets)
                : makeOAuth2Authenticator(kind, {"/token"}, secrets, *bench.client, bench.clock);
            QVERIFY(!made);
            QCOMPARE(made.error().kind, ErrorKind::Authentication);
            QVERIFY2(made.error().message.contains(key), qPrintable(made.error().message));
        }
    }
};

QTEST_GUILESS_MAIN(tst_SignIn)
#include "tst_signin.moc"
