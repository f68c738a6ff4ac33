#include "core/automation/courier.h"
#include "core/automation/messages.h"
#include "core/automation/notifications.h"

#include "support/handclock.h"
#include "support/memorysecrets.h"

#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::core;

namespace {

/// Keeps what it is given, and fails as the test says.
class FakePostman final : public Postman
{
public:
    Result<void> post(const Post &post, std::stop_token) override
    {
        posts.append(post);
        return answer();
    }
    Result<void> mail(const Mail &mail, std::stop_token) override
    {
        mails.append(mail);
        return answer();
    }
    QList<Post> posts;
    QList<Mail> mails;
    std::optional<ErrorKind> fails;

private:
    Result<void> answer() const
    {
        return fails ? Result<void>(failure(*fails, u"hooks.example does not answer."_s)) : Result<void>();
    }
};

struct World
{
    support::HandClock clock{u"2026-11-27T12:00:00"_s};
    OpenGate gate;
    support::MemorySecrets secrets;
    QTemporaryDir folder;
    std::unique_ptr<Session> session;
    FakePostman postman;

    World()
    {
        const Session::Outside outside{clock,
                                       gate,
                                       [](const IntegrationRow &row) -> Result<std::unique_ptr<connectors::Connector>> {
                                           return failure(ErrorKind::Network, row.name);
                                       },
                                       {},
                                       &secrets,
                                       [](const QString &address) -> Result<QString> { return address; }};
        session = std::move(Session::open(folder.filePath(u"w.syncline"_s), true, outside).value());
    }
    Channels::Added add(Channel::Kind kind, const QString &name, const QStringList &events = {})
    {
        Channel channel;
        channel.kind = kind;
        channel.name = name;
        channel.events = events;
        if (kind == Channel::Kind::Email) {
            channel.server = u"smtp://mail.example:587"_s;
            channel.from = u"sync@example.org"_s;
            channel.to = QStringList{u"ops@example.org"_s};
        }
        const SecretMap secret = kind == Channel::Kind::Email
            ? SecretMap{}
            : SecretMap{{u"url"_s, u"https://hooks.example/T0/secret"_s}};
        const auto added = Channels(*session).add(channel, secret);
        if (!added)
            QTest::qFail(qPrintable(added.error().message), __FILE__, __LINE__);
        return added.value_or(Channels::Added{});
    }
    /// A run that the disk stopped.
    void fail()
    {
        RunEnd end;
        end.problem = Error{ErrorKind::Storage, u"The disk is full."_s, {}, {}, {}, false};
        QVERIFY(Notifications(*session).observe(end));
    }
    void succeed()
    {
        RunEnd end;
        end.run = u"r"_s;
        end.status = u"done"_s;
        QVERIFY(Notifications(*session).observe(end));
    }
    int deliver() { return Courier(*session, postman).deliver({}).value(); }
};

Notification sample()
{
    Notification made;
    made.id = u"n-1"_s;
    made.at = 1'764'244'800'000;
    made.event = u"integration_down"_s;
    made.severity = Urgency::Problem;
    made.title = u"Kunde <b>& Söhne</b> does not answer"_s;
    made.text = u"@everyone *now* https://evil.example\r\nBcc: a@b.c"_s;
    return made;
}

} // namespace

/// Notifications on their way out of the program.
class TestCourier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachChannelGetsWhatItWants();
    void oneMessageDownAndOneUp();
    void whatDoesNotArriveIsTriedAgainLater();
    void whatIsRefusedForGoodIsNotTriedAgain();
    void afterADayAndAHalfItIsGivenUp();
    void aRemovedChannelGetsNothing();
    void secretsAreOnlyInTheKeychain();
    void wrongChannelsAreRefused_data();
    void wrongChannelsAreRefused();
    void chatsReadNoMarkupFromOutside();
    void webhooksAreSigned();
    void mailsHaveOneSubjectAndNoOtherHeads();
};

void TestCourier::eachChannelGetsWhatItWants()
{
    World world;
    world.add(Channel::Kind::Email, u"ops"_s);
    world.add(Channel::Kind::Slack, u"runs"_s, {u"sync_completed"_s});
    world.succeed();
    QCOMPARE(world.deliver(), 1);
    QCOMPARE(world.postman.posts.size(), 1);
    QCOMPARE(world.postman.posts[0].url, QUrl(u"https://hooks.example/T0/secret"_s));
    world.fail();
    QCOMPARE(world.deliver(), 1);
    QCOMPARE(world.postman.mails.size(), 1);
    const QByteArray message = world.postman.mails[0].message;
    QVERIFY(QByteArray::fromBase64(message.mid(message.indexOf("\r\n\r\n"))).contains("The disk is full."));
    QCOMPARE(world.deliver(), 0);
}

void TestCourier::oneMessageDownAndOneUp()
{
    World world;
    world.add(Channel::Kind::Discord, u"team"_s);
    for (int i = 0; i < 5; ++i) {
        world.fail();
        world.clock.advance(15min);
    }
    world.succeed();
    world.clock.advance(15min);
    world.succeed();
    QCOMPARE(world.deliver(), 2);
    QVERIFY(world.postman.posts[1].body.contains("again"));
    QCOMPARE(Notifications(*world.session).unseen().value(), 2);
    QVERIFY(Notifications(*world.session).markSeen());
    QCOMPARE(Notifications(*world.session).unseen().value(), 0);
    QCOMPARE(Notifications(*world.session).latest(10).value().size(), 4); // with the good runs
}

void TestCourier::whatDoesNotArriveIsTriedAgainLater()
{
    World world;
    world.add(Channel::Kind::Slack, u"team"_s);
    world.fail();
    world.postman.fails = ErrorKind::Network;
    QCOMPARE(world.deliver(), 0);
    QCOMPARE(world.deliver(), 0);
    QCOMPARE(world.postman.posts.size(), 1); // not at once
    QCOMPARE(Channels(*world.session).list().value()[0].problem, u"hooks.example does not answer."_s);
    world.clock.advance(30s);
    QCOMPARE(world.deliver(), 0);
    world.postman.fails.reset();
    world.clock.advance(2min);
    QCOMPARE(world.deliver(), 1);
    QCOMPARE(world.postman.posts.size(), 3);
    QVERIFY(Channels(*world.session).list().value()[0].problem.isEmpty());
}

void TestCourier::whatIsRefusedForGoodIsNotTriedAgain()
{
    World world;
    world.add(Channel::Kind::Slack, u"team"_s);
    world.fail();
    world.postman.fails = ErrorKind::NotFound;
    QCOMPARE(world.deliver(), 0);
    world.clock.advance(48h);
    QCOMPARE(world.deliver(), 0);
    QCOMPARE(world.postman.posts.size(), 1);
    const auto log = world.session->stores().review.logAfter(0, 10).value();
    QVERIFY(!log.isEmpty() && log.last().message.contains(u"team"_s));
}

void TestCourier::afterADayAndAHalfItIsGivenUp()
{
    World world;
    world.add(Channel::Kind::Slack, u"team"_s);
    world.fail();
    world.postman.fails = ErrorKind::Server;
    for (int i = 0; i < 100; ++i) {
        world.deliver();
        world.clock.advance(1h);
    }
    QCOMPARE(world.postman.posts.size(), 8);
}

void TestCourier::aRemovedChannelGetsNothing()
{
    World world;
    world.add(Channel::Kind::Slack, u"team"_s);
    world.fail();
    QVERIFY(Channels(*world.session).remove(u"team"_s));
    QCOMPARE(world.deliver(), 0);
    QVERIFY(world.postman.posts.isEmpty());
    QVERIFY(Channels(*world.session).list().value().isEmpty());
}

void TestCourier::secretsAreOnlyInTheKeychain()
{
    World world;
    const QString id = world.add(Channel::Kind::Webhook, u"app"_s).id;
    QCOMPARE(world.secrets.read(u"notify "_s + id).value().value(u"url"_s), u"https://hooks.example/T0/secret"_s);
    world.fail();
    world.postman.fails = ErrorKind::Server;
    world.deliver();
    QFile file(world.folder.filePath(u"w.syncline-wal"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray stored = file.readAll();
    QVERIFY(stored.contains("hooks.example"));
    QVERIFY(!stored.contains("T0/secret"));
    QVERIFY(!stored.contains("whsec_"));
    QCOMPARE(Channels(*world.session).named(u"app"_s).value().host, u"hooks.example"_s);
}

void TestCourier::wrongChannelsAreRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *name, Channel::Kind kind, const QString &url, const QString &to = {}) {
        QTest::newRow(name) << int(kind) << url << to;
    };
    row("plain http", Channel::Kind::Slack, u"http://hooks.example/x"_s);
    row("no host", Channel::Kind::Slack, u"https:///x"_s);
    row("a file", Channel::Kind::Webhook, u"file:///etc/passwd"_s);
    row("a password in the address", Channel::Kind::Webhook, u"https://a:b@hooks.example/"_s);
    row("nothing", Channel::Kind::Discord, {});
    row("nobody", Channel::Kind::Email, {}, {});
    row("no address", Channel::Kind::Email, {}, u"ops"_s);
    row("a head of its own", Channel::Kind::Email, {}, u"ops@example.org\r\nBcc:x@y.z"_s);
    row("two", Channel::Kind::Email, {}, u"a@b.c,d@e.f"_s);
}

void TestCourier::wrongChannelsAreRefused()
{
    QFETCH(int, kind);
    QFETCH(QString, url);
    QFETCH(QString, to);
    World world;
    Channel channel;
    channel.kind = Channel::Kind(kind);
    channel.name = u"x"_s;
    channel.server = u"smtp://mail.example:587"_s;
    channel.from = u"sync@example.org"_s;
    if (!to.isEmpty())
        channel.to = QStringList{to};
    const auto added = Channels(*world.session).add(channel, SecretMap{{u"url"_s, url}});
    QVERIFY(!added);
    QVERIFY(!added.error().message.isEmpty());
    QVERIFY(Channels(*world.session).list().value().isEmpty());
}

void TestCourier::chatsReadNoMarkupFromOutside()
{
    const QString slack = QJsonDocument::fromJson(slackBody(sample()))["text"_L1].toString();
    QVERIFY2(slack.contains(u"&lt;b&gt;&amp; Söhne"_s) && !slack.contains(u"<b>"_s), qPrintable(slack));
    const QJsonDocument discord = QJsonDocument::fromJson(discordBody(sample()));
    QVERIFY(discord["allowed_mentions"_L1]["parse"_L1].toArray().isEmpty());
    QVERIFY(discord["allowed_mentions"_L1]["parse"_L1].isArray());
    QVERIFY(discord["content"_L1].toString().contains(u"\\*now\\*"_s));
    Notification endless = sample();
    endless.text = QString(5000, u'x');
    QVERIFY(QJsonDocument::fromJson(discordBody(endless))["content"_L1].toString().size() <= 2000);
}

/// As a receiver checks it, by standardwebhooks.com.
void TestCourier::webhooksAreSigned()
{
    const QByteArray secret = "0123456789abcdef0123456789abcdef";
    const QString key = u"whsec_"_s + QString::fromLatin1(secret.toBase64());
    const Post post = webhookPost(sample(), QUrl(u"https://hooks.example"_s), key, 1'764'244'801);
    QMap<QByteArray, QByteArray> heads;
    for (const auto &[name, value] : post.headers)
        heads.insert(name, value);
    QCOMPARE(heads.value("webhook-id"), QByteArray("n-1"));
    QCOMPARE(heads.value("webhook-timestamp"), QByteArray("1764244801"));
    const QByteArray expected =
        QMessageAuthenticationCode::hash("n-1.1764244801." + post.body, secret, QCryptographicHash::Sha256).toBase64();
    QCOMPARE(heads.value("webhook-signature"), "v1," + expected);
    const QJsonDocument body = QJsonDocument::fromJson(post.body);
    QCOMPARE(body["type"_L1].toString(), u"integration_down"_s);
    QCOMPARE(body["data"_L1]["severity"_L1].toString(), u"problem"_s);
}

void TestCourier::mailsHaveOneSubjectAndNoOtherHeads()
{
    Notification made = sample();
    made.title =
        u"Ärger\r\nBcc: all@example.org mit “Łódź” 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"_s;
    Channel channel;
    channel.server = u"smtps://mail.example:465"_s;
    channel.from = u"sync@example.org"_s;
    channel.to = {u"a@example.org"_s, u"b@example.org"_s};
    const Mail mail = mailOf(made, channel, {});
    const qsizetype end = mail.message.indexOf("\r\n\r\n");
    int heads = 0, subjects = 0;
    for (const QByteArray &line : mail.message.left(end).split('\n')) {
        QVERIFY2(line.size() <= 78, line.constData());
        heads += line.startsWith(' ') ? 0 : 1;
        subjects += line.startsWith("Subject: ") ? 1 : 0;
        QVERIFY2(!line.startsWith("Bcc"), line.constData());
    }
    QCOMPARE(subjects, 1);
    QCOMPARE(heads, 9);
    const QByteArray text = QByteArray::fromBase64(mail.message.mid(end + 4));
    QVERIFY(QString::fromUtf8(text).contains(u"Łódź"_s));
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
