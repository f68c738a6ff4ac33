#include "support/outside.h"
#include "support/plainwebhooks.h"
#include "ui/schedules/schedulesview.h"
#include "ui/schedules/webhookscard.h"
#include "ui/schedules/webhooksmodel.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::ui;

namespace {

constexpr int patience = 20'000;

/// Says what becomes of each test.
class Way final : public core::Postman
{
public:
    Result<void> post(const core::Post &, std::stop_token) override { return outcome; }
    Result<void> mail(const core::Mail &, std::stop_token) override { return {}; }
    Result<void> outcome;
};

} // namespace

/// The webhooks of the view Schedules, by mouse and keys.
class TestWebhooksCard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void withoutASystemItSaysWhichCan();
    void aWebhookIsMadeCopiedAndRemoved();
    void whatCameIsListedAndShown();
    void choosingASystemAsksNoKeychain();
    void aTestSaysWhetherTheWayIsOpen();

private:
    template<class W>
    W *child(const char *name) const
    {
        return m_view->findChild<W *>(QLatin1StringView(name));
    }
    void onWorker(const std::function<Result<void>(core::Session &)> &work)
    {
        bool isDone = false;
        m_backend->ask<void>(m_backend.get(), work, [&](const Result<void> &done) { isDone = done.has_value(); });
        QVERIFY(QTest::qWaitFor([&] { return isDone; }, patience));
    }
    void connectMautic()
    {
        onWorker([](core::Session &session) {
            core::IntegrationRow row;
            row.id = u"i1"_s;
            row.name = u"marketing"_s;
            row.provider = u"mautic"_s;
            return session.stores().db.transaction("test", [&] { return session.stores().integrations.save(row); });
        });
        m_view->refresh();
        QVERIFY(QTest::qWaitFor([&] { return text(0, WebhooksModel::System) == "marketing"_L1; }, patience));
    }
    /// As a person does it.
    void addWebhook()
    {
        QTest::mouseClick(child<QPushButton>("addWebhook"), Qt::LeftButton);
        auto *dialog = child<QDialog>("webhookDialog");
        QVERIFY(dialog);
        auto *add = dialog->findChild<QPushButton *>(u"addTheWebhook"_s);
        QVERIFY(!add->isEnabled()); // there is no address yet
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"webhookUrl"_s), u"https://hooks.example.org"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return !text(0, WebhooksModel::Address).isEmpty(); }, patience));
    }
    QString text(int row, int column, const char *table = "webhooks") const
    {
        const QAbstractItemModel *model = child<QTableView>(table)->model();
        return model->index(row, column).data().toString();
    }
    void answer(const char *button)
    {
        auto *question = child<QDialog>("question");
        QVERIFY(question);
        QTest::mouseClick(question->findChild<QPushButton *>(QLatin1StringView(button)), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return !child<QDialog>("question"); }, patience));
    }
    void keep(const core::DeliveryRow &row, qsizetype webhook = 0)
    {
        onWorker([row, webhook](core::Session &session) {
            core::DeliveryRow kept = row;
            kept.webhook = core::WebhookStore(session.stores().db).all().value().at(webhook).id;
            return session.stores().db.transaction("test",
                                                   [&] { return core::DeliveryStore(session.stores().db).add(kept); });
        });
    }
    /// A second system, with a webhook.
    void connectShop()
    {
        onWorker([this](core::Session &session) {
            core::IntegrationRow row;
            row.id = u"i2"_s;
            row.name = u"shop"_s;
            row.provider = u"mautic"_s;
            row.position = 2;
            return session.stores()
                .db.transaction("test", [&] { return session.stores().integrations.save(row); })
                .and_then([&]() -> Result<void> {
                    core::Webhooks::Wanted wanted;
                    wanted.integration = u"shop"_s;
                    wanted.url = u"https://hooks.example.org"_s;
                    return core::Webhooks(session, m_providers).add(wanted, {}).map([](const auto &) {});
                });
        });
    }

    support::PlainReader m_reader;
    core::WebhookProviders m_providers = support::plainProviders(m_reader);
    Way m_way;
    std::unique_ptr<support::Outside> m_outside;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<SchedulesView> m_view;
};

void TestWebhooksCard::init()
{
    m_way.outcome = {};
    m_outside = std::make_unique<support::Outside>();
    m_backend = std::make_unique<Backend>(m_outside->file(), true, (*m_outside)());
    m_backend->setWebhooks(&m_providers);
    m_backend->setPostman(&m_way);
    m_view = std::make_unique<SchedulesView>(*m_backend, nullptr);
    m_view->resize(1100, 900);
    m_view->show();
    m_view->refresh();
}

void TestWebhooksCard::cleanup()
{
    m_view.reset();
    m_backend.reset();
    m_outside.reset();
}

void TestWebhooksCard::withoutASystemItSaysWhichCan()
{
    QVERIFY(QTest::qWaitFor([&] { return child<QWidget>("noWebhooks")->isVisible(); }, patience));
    QVERIFY(!child<QTableView>("webhooks")->isVisible());
}

void TestWebhooksCard::aWebhookIsMadeCopiedAndRemoved()
{
    connectMautic();
    QCOMPARE(text(0, WebhooksModel::StateColumn), u"off"_s);
    QVERIFY(!child<QPushButton>("removeWebhook")->isEnabled());
    addWebhook();
    const QString address = text(0, WebhooksModel::Address);
    QVERIFY2(address.startsWith("https://hooks.example.org/webhooks/"_L1), qPrintable(address));
    QCOMPARE(text(0, WebhooksModel::StateColumn), u"entered there by hand"_s);
    QTest::keyClick(child<QTableView>("webhooks"), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), address);
    QTest::keyClick(child<QTableView>("webhooks"), Qt::Key_Delete);
    answer("questionNo");
    QCOMPARE(text(0, WebhooksModel::Address), address);
    QTest::keyClick(child<QTableView>("webhooks"), Qt::Key_Delete);
    answer("questionYes");
    QVERIFY(QTest::qWaitFor([&] { return text(0, WebhooksModel::StateColumn) == "off"_L1; }, patience));
    QVERIFY(child<QPushButton>("addWebhook")->isEnabled());
}

void TestWebhooksCard::whatCameIsListedAndShown()
{
    connectMautic();
    addWebhook();
    core::DeliveryRow accepted;
    accepted.outcome = core::deliveries::acceptedName();
    accepted.events = 2;
    accepted.bytes = 11;
    accepted.headers = {{u"X-Key"_s, u"•••"_s}};
    accepted.body = "7 a; 8 b";
    keep(accepted);
    core::DeliveryRow refused;
    refused.outcome = u"forged"_s;
    refused.requests = 3;
    keep(refused);
    m_view->refresh();
    auto *table = child<QTableView>("deliveries");
    QVERIFY(QTest::qWaitFor([&] { return table->model()->rowCount() == 2; }, patience));
    QCOMPARE(text(0, DeliveriesModel::Outcome, "deliveries"),
             u"refused (401): the signature is missing or wrong; 3 requests"_s);
    QCOMPARE(text(1, DeliveriesModel::Outcome, "deliveries"), u"accepted"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Down);
    auto *shown = child<QPlainTextEdit>("deliveryBody");
    QVERIFY(QTest::qWaitFor([&] { return shown->toPlainText().contains("7 a; 8 b"_L1); }, patience));
    QVERIFY(shown->toPlainText().contains(u"X-Key: •••"_s));
    QVERIFY(shown->toPlainText().contains("11 bytes"_L1)); // of which eight are kept
}

void TestWebhooksCard::choosingASystemAsksNoKeychain()
{
    connectMautic();
    addWebhook();
    connectShop();
    core::DeliveryRow accepted;
    accepted.outcome = core::deliveries::acceptedName();
    keep(accepted, 1);
    m_view->refresh();
    auto *table = child<QTableView>("webhooks");
    QVERIFY(QTest::qWaitFor([&] { return !text(1, WebhooksModel::Address).isEmpty(); }, patience));
    const QString address = text(1, WebhooksModel::Address);
    QCOMPARE(child<QTableView>("deliveries")->model()->rowCount(), 0);
    m_outside->secrets.setLocked(true);
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(QTest::qWaitFor([&] { return child<QTableView>("deliveries")->model()->rowCount() == 1; }, patience));
    QCOMPARE(text(1, WebhooksModel::Address), address);
    QCOMPARE(table->currentIndex().row(), 1);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), address);
}

void TestWebhooksCard::aTestSaysWhetherTheWayIsOpen()
{
    connectMautic();
    addWebhook();
    auto *card = m_view->findChild<WebhooksCard *>();
    QSignalSpy told(card, &WebhooksCard::told);
    auto *test = child<QPushButton>("testWebhook");
    QVERIFY(QTest::qWaitFor([&] { return test->isEnabled(); }, patience));
    QTest::mouseClick(test, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return told.count() == 1; }, patience));
    QCOMPARE(told.at(0).at(0).value<MessageKind>(), MessageKind::Note);
    m_way.outcome = failure(ErrorKind::Network, u"hooks.example.org was not reached."_s);
    QVERIFY(QTest::qWaitFor([&] { return test->isEnabled(); }, patience));
    QTest::mouseClick(test, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return told.count() == 2; }, patience));
    QCOMPARE(told.at(1).at(0).value<MessageKind>(), MessageKind::Bad);
    QCOMPARE(told.at(1).at(1).toString(), u"hooks.example.org was not reached."_s);
}

QTEST_MAIN(TestWebhooksCard)
#include "tst_webhookscard.moc"
