#include "core/automation/eventsources.h"
#include "core/recipes/recipesetup.h"
#include "support/outside.h"
#include "ui/schedules/eventsourcesmodel.h"
#include "ui/schedules/schedulesview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::ui;

namespace {

constexpr int patience = 20'000;

} // namespace

/// The programs that send events, in the view Schedules, by mouse and keys.
class TestEventSourcesCard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void withoutARecipeOneIsChosenFirst();
    void aProgramIsAddedRenewedAndRemoved();

private:
    template<class W>
    W *child(const char *name) const
    {
        return m_view->findChild<W *>(QLatin1StringView(name));
    }
    void click(const char *button) const { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }
    /// The token that is shown, by a dialog that closes with the copy of it.
    QString shownToken() const
    {
        if (!QTest::qWaitFor([&] { return child<QDialog>("tokenDialog") != nullptr; }, patience))
            return {};
        const QString token = child<QLineEdit>("token")->text();
        click("copyToken");
        std::ignore = QTest::qWaitFor([&] { return !child<QDialog>("tokenDialog"); }, patience);
        return token;
    }
    QAbstractItemModel *rows() const { return child<QTableView>("eventSources")->model(); }
    QString text(int column) const { return rows()->index(0, column).data().toString(); }
    template<class T>
    T onWorker(const std::function<Result<T>(core::Session &)> &work)
    {
        std::optional<T> answer;
        m_backend->ask<T>(m_backend.get(), work, [&](const Result<T> &done) { answer = done.value_or(T()); });
        std::ignore = QTest::qWaitFor([&] { return answer.has_value(); }, patience);
        return answer.value_or(T());
    }
    /// Whose token it is; "" for nobody's.
    QString ownerOf(const QString &token)
    {
        return onWorker<QString>([&](core::Session &session) {
            return core::EventSources(session).ofToken(token.toLatin1()).map([](const auto &row) {
                return row ? row->name : QString();
            });
        });
    }

    std::unique_ptr<support::Outside> m_outside;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<SchedulesView> m_view;
};

void TestEventSourcesCard::init()
{
    m_outside = std::make_unique<support::Outside>();
    m_backend = std::make_unique<Backend>(m_outside->file(), true, (*m_outside)());
    m_view = std::make_unique<SchedulesView>(*m_backend, nullptr);
    m_view->resize(1100, 900);
    m_view->show();
    m_view->refresh();
    QVERIFY(QTest::qWaitFor([&] { return child<QWidget>("noEventSources")->isVisible(); }, patience));
}

void TestEventSourcesCard::cleanup()
{
    m_view.reset();
    m_backend.reset();
    m_outside.reset();
}

void TestEventSourcesCard::withoutARecipeOneIsChosenFirst()
{
    QVERIFY(!child<QTableView>("eventSources")->isVisible());
    QTest::mouseClick(child<QWidget>("noEventSources")->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(!child<QDialog>("eventSourceDialog"));
    QVERIFY(child<QDialog>("recipeDialog"));
    auto *recipes = child<QComboBox>("recipes");
    recipes->setCurrentIndex(recipes->findData(u"revivatech"_s));
    QAbstractItemModel *lines = child<QTableView>("recipeLines")->model();
    new QAbstractItemModelTester(lines, QAbstractItemModelTester::FailureReportingMode::QtTest, m_view.get());
    auto *apply = child<QPushButton>("applyRecipe");
    QVERIFY(QTest::qWaitFor([&] { return apply->isEnabled() && lines->rowCount() > 0; }, patience));
    const auto kinds = [&] {
        return onWorker<QStringList>([](core::Session &session) { return core::Recipes(session).kinds(); });
    };
    QCOMPARE(kinds(), QStringList()); // seen, not done
    auto *rate = child<QLineEdit>("recipeSetting-loyalty_rate");
    const auto type = [&](const QString &text) {
        rate->setFocus();
        rate->selectAll();
        QTest::keyClicks(rate, text);
        recipes->setFocus();
    };
    type(u"much"_s);
    QVERIFY(QTest::qWaitFor([&] { return lines->rowCount() == 0; }, patience)); // it says what is wrong
    QVERIFY(!apply->isEnabled());
    type(u"0.05"_s);
    QVERIFY(QTest::qWaitFor([&] { return apply->isEnabled(); }, patience));
    QTest::mouseClick(apply, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return kinds().contains(u"payment_received"_s); }, patience));
    click("closeRecipes");
    QVERIFY(QTest::qWaitFor([&] { return !child<QDialog>("recipeDialog"); }, patience));
    auto *go = child<QWidget>("noEventSources")->findChild<QPushButton *>();
    QVERIFY(QTest::qWaitFor([&] { return go->text() == u"Add a program…"_s; }, patience));
    QTest::mouseClick(go, Qt::LeftButton);
    QVERIFY(child<QDialog>("eventSourceDialog"));
}

void TestEventSourcesCard::aProgramIsAddedRenewedAndRemoved()
{
    new QAbstractItemModelTester(rows(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_view.get());
    QVERIFY(onWorker<bool>([](core::Session &session) {
        return core::Recipe::builtIn(u"revivatech"_s)
            .and_then([&](const core::Recipe &recipe) { return core::setUp(session, recipe, {}, false, {}); })
            .map([](const core::RecipeSetup &) { return true; });
    }));
    m_view->refresh();
    QVERIFY(QTest::qWaitFor(
        [&] {
            if (!child<QDialog>("eventSourceDialog"))
                QTest::mouseClick(child<QWidget>("noEventSources")->findChild<QPushButton *>(), Qt::LeftButton);
            return child<QDialog>("eventSourceDialog") != nullptr;
        },
        patience));
    QVERIFY(!child<QPushButton>("addTheEventSource")->isEnabled()); // it has no name yet
    QTest::keyClicks(child<QLineEdit>("eventSourceName"), u"till"_s);
    auto *kinds = child<QListWidget>("eventSourceKinds");
    const auto payment = kinds->findItems(u"payment_received"_s, Qt::MatchExactly);
    QCOMPARE(payment.size(), 1);
    kinds->setCurrentItem(payment.first());
    QTest::keyClick(kinds, Qt::Key_Space);
    click("addTheEventSource");
    const QString token = shownToken();
    QVERIFY(!token.isEmpty());
    QCOMPARE(QGuiApplication::clipboard()->text(), token);
    QVERIFY(QTest::qWaitFor([&] { return rows()->rowCount() == 1; }, patience));
    QCOMPARE(text(EventSourcesModel::Source), u"till"_s);
    QCOMPARE(text(EventSourcesModel::Kinds), u"payment_received"_s);
    QCOMPARE(ownerOf(token), u"till"_s);

    click("renewEventSource");
    click("questionYes");
    const QString renewed = shownToken();
    QVERIFY(!renewed.isEmpty() && renewed != token);
    QCOMPARE(ownerOf(token), QString());
    QCOMPARE(ownerOf(renewed), u"till"_s);

    QVERIFY(QTest::qWaitFor([&] { return !child<QDialog>("question"); }, patience));
    QTest::keyClick(child<QTableView>("eventSources"), Qt::Key_Delete);
    click("questionYes");
    QVERIFY(QTest::qWaitFor([&] { return child<QWidget>("noEventSources")->isVisible(); }, patience));
    QCOMPARE(ownerOf(renewed), QString());
}

QTEST_MAIN(TestEventSourcesCard)
#include "tst_eventsourcescard.moc"
