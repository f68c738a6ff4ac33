#include "app/desktopnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;

namespace {

constexpr int patience = 10'000;

} // namespace

/// A desktop's notification service, as little of it as it takes.
class Desktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList titles, actions;

    /// As if the person had clicked.
    void click(uint id, const QString &action) const
    {
        QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/Notifications"_s,
                                                         u"org.freedesktop.Notifications"_s, u"ActionInvoked"_s);
        signal << id << action;
        QVERIFY(bus().send(signal));
    }
    static QDBusConnection bus()
    {
        static QDBusConnection own = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
        return own;
    }

public Q_SLOTS:
    uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title, const QString &text,
                const QStringList &offered, const QVariantMap &hints, int timeout)
    {
        Q_UNUSED(program)
        Q_UNUSED(replaces)
        Q_UNUSED(icon)
        Q_UNUSED(text)
        Q_UNUSED(hints)
        Q_UNUSED(timeout)
        titles << title;
        actions = offered;
        return uint(titles.size());
    }
};

/// Notices on a real bus.
class TestDesktopNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aClickLeadsToThePlace();

private:
    QProcess m_daemon;
    Desktop m_desktop;
};

void TestDesktopNotices::initTestCase()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_daemon.waitForReadyRead(patience));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
    QVERIFY(Desktop::bus().registerObject(u"/org/freedesktop/Notifications"_s, &m_desktop,
                                          QDBusConnection::ExportAllSlots));
    QVERIFY(Desktop::bus().registerService(u"org.freedesktop.Notifications"_s));
}

void TestDesktopNotices::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void TestDesktopNotices::aClickLeadsToThePlace()
{
    app::DesktopNotices notices;
    core::Notification down;
    down.title = u"crm does not answer"_s;
    QStringList opened;
    const auto show = [&](const QString &name) {
        QVERIFY(notices.show(down, u"Show the system"_s, [&opened, name] { opened << name; }));
    };
    show(u"first"_s);
    show(u"second"_s);
    QVERIFY(QTest::qWaitFor([&] { return m_desktop.titles.size() == 2; }, patience));
    QCOMPARE(m_desktop.titles.first(), down.title);
    QCOMPARE(m_desktop.actions, (QStringList{u"default"_s, u"Show the system"_s, u"open"_s, u"Show the system"_s}));
    // The answer with the number of a notice comes before what is clicked on it.
    m_desktop.click(2, u"open"_s);
    m_desktop.click(7, u"open"_s); // another program's
    m_desktop.click(1, u"default"_s);
    m_desktop.click(1, u"default"_s); // it is gone by then
    QVERIFY(QTest::qWaitFor([&] { return opened.size() == 2; }, patience));
    QCOMPARE(opened, (QStringList{u"second"_s, u"first"_s}));
}

QTEST_GUILESS_MAIN(TestDesktopNotices)
#include "tst_desktopnotices.moc"
