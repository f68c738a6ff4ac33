#include "foundation/log.h"

#include <QtTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using syncline::redact;

namespace {

QStringList logged;

void remember(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged << message;
}

} // namespace

/// "marked" stands for the secret in every row; it must be gone, and what helps people must stay.
class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void credentialsAreBlankedByTheirPlace_data();
    void credentialsAreBlankedByTheirPlace();
    void ordinaryTextStays_data();
    void ordinaryTextStays();
    void keptSecretsAreBlankedInEverySpelling();
    void aSecretInsideAnotherLeavesNoRest();
    void shortTextsAreNotKept();
    void forgottenSecretsAreShownAgain();
    void theLogIsRedacted();
    void manyThreadsMayKeepAndRedact();
};

void TestRedaction::credentialsAreBlankedByTheirPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("bearer header", u"Authorization: Bearer marked\r\nHost: x"_s, u"Authorization: •••\r\nHost: x"_s);
    row("basic header", u"authorization: Basic bWFya2Vk=="_s, u"authorization: •••"_s);
    row("header in JSON", uR"({"Authorization":"Bearer marked.x-y","a":1})"_s, uR"({"Authorization":"•••","a":1})"_s);
    row("bearer in a sentence", u"sent Bearer eyJmarked.A-b_c to x"_s, u"sent Bearer ••• to x"_s);
    row("form", u"grant_type=password&client_secret=marked&password=ma%20rked&username=ann"_s,
        u"grant_type=password&client_secret=•••&password=•••&username=ann"_s);
    row("URL query", u"GET https://x/api?access_token=marked&start=0"_s,
        u"GET https://x/api?access_token=•••&start=0"_s);
    row("URL user", u"https://ann:marked@crm.example.com/x"_s, u"https://•••@crm.example.com/x"_s);
    row("JSON", uR"({"access_token":"marked","refresh_token" : "mar\"ked","expires_in":3600})"_s,
        uR"({"access_token":"•••","refresh_token" : "•••","expires_in":3600})"_s);
    row("JSON, cut", uR"({"password":"marked and so)"_s, uR"({"password":"•••)"_s);
    row("JSON number", uR"({"password": 12345, "a": 1})"_s, uR"({"password": •••, "a": 1})"_s);
    row("JSON in JSON", uR"({"rest_data":"{\"user_auth\":{\"password\":\"marked\"}}"})"_s,
        u"{\"rest_data\":\"{\\\"user_auth\\\":{\\\"password\\\":\\\"•••\"}"_s);
    row("quote in a password", uR"({"password":"mar'ked"})"_s, uR"({"password":"•••"})"_s);
    row("a dump of PHP", u"array('password' => 'marked', 'a' => 'b')"_s, u"array('password' => '•••', 'a' => 'b')"_s);
}

void TestRedaction::credentialsAreBlankedByTheirPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(redact(text), expected);
    QCOMPARE(redact(expected), expected);
}

void TestRedaction::ordinaryTextStays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sentence") << u"crm.example.com refused the sign-in (status 401)."_s;
    QTest::newRow("advice") << u"Check client id, client secret, user name and password, then connect again."_s;
    QTest::newRow("word") << u"Basic information about the Bearer token"_s;
    QTest::newRow("address") << u"https://crm.example.com:8443/api/contacts?start=0&limit=100"_s;
    QTest::newRow("e-mail") << u"ann@example.com has opted out"_s;
}

void TestRedaction::ordinaryTextStays()
{
    QFETCH(QString, text);
    QCOMPARE(redact(text), text);
}

void TestRedaction::keptSecretsAreBlankedInEverySpelling()
{
    syncline::keepSecret(uR"(pä ss/"w\rd)"_s);
    QCOMPARE(redact(uR"(wrong: pä ss/"w\rd!)"_s), u"wrong: •••!"_s);
    QCOMPARE(redact(u"wrong: p%C3%A4%20ss%2F%22w%5Crd!"_s), u"wrong: •••!"_s);
    QCOMPARE(redact(u"wrong: p%C3%A4+ss%2F%22w%5Crd!"_s), u"wrong: •••!"_s);
    QCOMPARE(redact(uR"("wrong: pä ss\/\"w\\rd!")"_s), u"\"wrong: •••!\""_s);
    QCOMPARE(redact(uR"("wrong: pä ss/\"w\\rd!")"_s), u"\"wrong: •••!\""_s);
}

void TestRedaction::aSecretInsideAnotherLeavesNoRest()
{
    syncline::keepSecret(u"inner"_s);
    syncline::keepSecret(u"outerinnermarked"_s);
    QCOMPARE(redact(u"x outerinnermarked y inner z"_s), u"x ••• y ••• z"_s);
}

void TestRedaction::shortTextsAreNotKept()
{
    syncline::keepSecret(u"the"_s);
    syncline::keepSecret({});
    QCOMPARE(redact(u"the end"_s), u"the end"_s);
}

void TestRedaction::forgottenSecretsAreShownAgain()
{
    syncline::keepSecret(u"passing"_s);
    QCOMPARE(redact(u"passing"_s), u"•••"_s);
    syncline::forgetSecret(u"passing"_s);
    QCOMPARE(redact(u"passing"_s), u"passing"_s);
}

void TestRedaction::theLogIsRedacted()
{
    const QtMessageHandler before = qInstallMessageHandler(remember);
    syncline::installRedactingLog();
    syncline::installRedactingLog(); // a second time must not call itself for ever
    syncline::keepSecret(u"marked-secret"_s);
    qWarning("refused marked-secret for password=other");
    qInstallMessageHandler(before);
    QCOMPARE(logged, QStringList{u"refused ••• for password=•••"_s});
}

void TestRedaction::manyThreadsMayKeepAndRedact()
{
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([i] {
            const QString own = u"thread-secret-%1"_s.arg(i);
            for (int round = 0; round < 50; ++round) {
                syncline::keepSecret(own);
                if (redact(u"a " + own) != u"a •••")
                    qFatal("a kept secret was shown");
                syncline::forgetSecret(own);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
