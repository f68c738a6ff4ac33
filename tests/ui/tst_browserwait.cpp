#include "app/browsersignin.h"
#include "app/connectorfactory.h"
#include "support/memorysecrets.h"
#include "support/program.h"
#include "ui/components/panels.h"
#include "ui/integrations/adddialog.h"
#include "ui/integrations/keysdialog.h"
#include "ui/theme/palette.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;

/// Signing in to a real stand-in through what takes the place of a browser: it gets the address that the window opens.
class TestBrowserWait : public QObject
{
    Q_OBJECT

    SandboxProgram m_sandbox{{u"mautic"_s}};
    StandIn m_mautic = m_sandbox.standIns().value(0);
    SystemClock m_clock;
    OpenGate m_gate;
    support::MemorySecrets m_secrets;
    std::unique_ptr<connectors::Network> m_network = connectors::makeNetwork(m_clock, m_gate);
    std::unique_ptr<core::BrowserSignIn> m_browser = app::makeBrowserSignIn(*m_network, m_clock);
    QNetworkAccessManager m_web;
    QTemporaryDir m_folder;
    std::unique_ptr<Backend> m_backend;
    QUrl m_opened;
    bool m_allows = true;

    core::Session::Outside outside()
    {
        return {m_clock,
                m_gate,
                app::connectorFactory(*m_network, m_secrets, m_clock),
                app::providers(),
                &m_secrets,
                app::checkedAddress,
                m_browser.get(),
                app::tryConnector(*m_network, m_clock)};
    }
    template<class W>
    static W *named(const QWidget &parent, const QString &name)
    {
        for (W *widget : parent.findChildren<W *>()) {
            if (widget->accessibleName() == name && widget->isVisible()) // each system has a form of its own
                return widget;
        }
        return nullptr;
    }
    void fill(AddDialog &dialog) const
    {
        auto *systems = dialog.findChild<QListWidget *>(u"systems"_s);
        systems->setCurrentItem(systems->findItems(u"Mautic"_s, Qt::MatchExactly).value(0));
        auto *kind = named<QComboBox>(dialog, u"Sign in with"_s);
        kind->setCurrentIndex(kind->findText(u"Through the browser"_s));
        named<QLineEdit>(dialog, u"Address"_s)->setText(m_mautic.address());
        named<QLineEdit>(dialog, u"Client ID"_s)->setText(u"demo"_s);
        named<QLineEdit>(dialog, u"Client secret"_s)->setText(u"demo"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install();
        QDesktopServices::setUrlHandler(u"http"_s, this, "browse");
        m_backend = std::make_unique<Backend>(m_folder.filePath(u"w"_s), true, outside());
    }
    void cleanupTestCase()
    {
        QDesktopServices::unsetUrlHandler(u"http"_s);
        m_backend.reset();
    }
    void init()
    {
        m_opened.clear();
        m_allows = true;
    }

    /// The person has signed in there before and allows everything, or looks at the page and does nothing.
    void browse(const QUrl &address)
    {
        m_opened = address;
        if (m_allows)
            m_web.get(QNetworkRequest(address)); // redirects are followed, to the waiting program at last
    }

    void waitingCanBeStopped()
    {
        m_allows = false;
        AddDialog dialog(*m_backend);
        dialog.show();
        fill(dialog);
        auto *signIn = dialog.findChild<QPushButton *>(u"testConnection"_s);
        QCOMPARE(signIn->text(), u"Sign in"_s);
        signIn->click();
        QTRY_VERIFY(!m_opened.isEmpty());
        auto *left = dialog.findChild<QLabel *>(u"browserTimeLeft"_s);
        QVERIFY(left->isVisible());
        QVERIFY2(left->text().endsWith(u" left"_s), qPrintable(left->text()));
        auto *stop = dialog.findChild<QPushButton *>(u"closeWithoutAdding"_s);
        QCOMPARE(stop->text(), u"Stop waiting"_s);
        stop->click();
        QVERIFY(!left->isVisible());
        QVERIFY(dialog.isVisible());
        QVERIFY(signIn->isVisible());
        QVERIFY(signIn->isEnabled());
        QVERIFY(!dialog.findChild<QPushButton *>(u"addConfirmed"_s)->isEnabled());
    }

    void whoAllowsItIsConnected()
    {
        AddDialog dialog(*m_backend);
        dialog.show();
        fill(dialog);
        dialog.findChild<QPushButton *>(u"testConnection"_s)->click();
        auto *add = dialog.findChild<QPushButton *>(u"addConfirmed"_s);
        QTRY_VERIFY_WITH_TIMEOUT(add->isEnabled(), 30'000);
        add->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isVisible(), 30'000);
        QCOMPARE(dialog.added(), u"Mautic"_s);
        std::optional<Result<QList<core::IntegrationInfo>>>
            listed; // the key that was renewed by the test is the stored one
        m_backend->ask<QList<core::IntegrationInfo>>(
            this, [](core::Session &session) { return core::Integrations(session).list(); },
            [&listed](const Result<QList<core::IntegrationInfo>> &list) { listed = list; });
        QTRY_VERIFY(listed && *listed);
        QCOMPARE((*listed)->first().health.status, u"healthy"_s);
    }

    void whoseSignInEndedSignsInAgainWithTheKeptKeys()
    {
        m_mautic.configure({{u"revoke_tokens"_s, true}});
        core::IntegrationInfo info;
        info.name = u"Mautic"_s;
        info.provider = u"mautic"_s;
        info.url = m_mautic.address();
        info.auth = u"oauth2_code"_s;
        KeysDialog dialog(*m_backend, info);
        dialog.show();
        auto *again = dialog.findChild<QPushButton *>(u"saveKeys"_s);
        QCOMPARE(again->text(), u"Sign in again"_s);
        QVERIFY(again->isEnabled());
        again->click();
        const auto told = [&dialog] {
            QString text = dialog.findChild<MessageBar *>(u"testRemedy"_s)->text();
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                text += label->objectName().startsWith(u"step-"_s) ? u" | "_s + label->text() : QString();
            return text;
        };
        QVERIFY2(QTest::qWaitFor([&dialog] { return !dialog.isVisible(); }, 30'000), qPrintable(told()));
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(!m_opened.isEmpty());
    }
};

QTEST_MAIN(TestBrowserWait)
#include "tst_browserwait.moc"
