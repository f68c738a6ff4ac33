#include "support/memorysecrets.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::core;

namespace {

const QString account = u"0192f0c1-contract"_s;
const SecretMap secrets{{u"client_secret"_s, u"s3cr\"et\\ é 漢"_s}, {u"refresh_token"_s, QString(20'000, u'x')}};

/// Locks the real keyring over D-Bus. It stays so: only its password opens it again.
bool lockKeyring()
{
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                               u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    const QList<QDBusObjectPath> paths{QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s),
                                       QDBusObjectPath(u"/org/freedesktop/secrets/aliases/default"_s)};
    call << QVariant::fromValue(paths);
    return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
}

} // namespace

/// What every SecretStore promises, on the fake and on the Secret Service alike. The order matters: the real keyring
/// stays locked at the end.
class tst_Keychain : public QObject
{
    Q_OBJECT

    support::MemorySecrets m_memory;
    std::unique_ptr<SecretStore> m_keychain;

    static void stores()
    {
        QTest::addColumn<bool>("real");
        QTest::newRow("in memory") << false;
        QTest::newRow("Secret Service") << true;
    }
    SecretStore &store(bool real) { return real ? *m_keychain : m_memory; }

private Q_SLOTS:
    void initTestCase() { m_keychain = makeKeychainStore(); }

    void written_isReadAndRemoved_data() { stores(); }
    void written_isReadAndRemoved()
    {
        QFETCH(bool, real);
        const auto written = store(real).write(account, secrets);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message + written.error().providerMessage));
        QCOMPARE(store(real).read(account).value(), secrets);
        QVERIFY(store(real).write(account, {{u"token"_s, u"other"_s}}));
        QCOMPARE(store(real).read(account).value(), (SecretMap{{u"token"_s, u"other"_s}}));
        QVERIFY(store(real).remove(account));
        QCOMPARE(store(real).read(account).error().kind, ErrorKind::NotFound);
    }

    void removingWhatIsNotThere_isFine_data() { stores(); }
    void removingWhatIsNotThere_isFine()
    {
        QFETCH(bool, real);
        QVERIFY(store(real).remove(u"nobody"_s));
    }

    void manyThreads_mayAskAtOnce_data() { stores(); }
    void manyThreads_mayAskAtOnce()
    {
        QFETCH(bool, real);
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (int n = 0; n < 8; ++n) {
            threads.emplace_back([&, own = QString(account + QString::number(n))] {
                const SecretMap mine{{u"token"_s, own}};
                if (store(real).write(own, mine) && store(real).read(own) == Result<SecretMap>(mine)
                    && store(real).remove(own))
                    ++right;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(right.load(), 8);
    }

    void lateAnswer_isAStateOfItsOwn()
    {
        const auto hasty = makeKeychainStore(0ms);
        const auto answer = hasty->read(account);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Authentication);
        QVERIFY2(answer.error().message.contains(u"in time"), qPrintable(answer.error().message));
    }

    void locked_isNotTheSameAsMissing_data() { stores(); }
    void locked_isNotTheSameAsMissing()
    {
        QFETCH(bool, real);
        QVERIFY(store(real).write(account, secrets));
        m_memory.setLocked(true);
        QVERIFY(!real || lockKeyring());
        const auto read = store(real).read(account);
        const auto written = store(real).write(account, secrets);
        for (const auto &error : {read.error(), written.error()}) {
            QCOMPARE(error.kind, ErrorKind::Authentication);
            QVERIFY2(error.message.contains(u"locked"), qPrintable(error.message));
            QVERIFY(!error.remedy.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(tst_Keychain)
#include "tst_keychain.moc"
