#include "core/recipes/recipes.h"
#include "support/livewindow.h"
#include "ui/firststart/assistant.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;

namespace {

constexpr int patience = 60'000; ///< milliseconds, for what a stand-in answers

/// Nothing but an empty workspace and two CRMs that nobody is connected to.
struct NewOffice
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    Workspace workspace;
    LiveSession live{workspace.file()};
    SystemClock clock;
    OpenGate gate;
    std::unique_ptr<connectors::Network> network = connectors::makeNetwork(clock, gate);
    Backend backend{workspace.file(), true, outside()};
    Assistant assistant{backend, {u"mautic"_s, u"suitecrm"_s}};

    NewOffice()
    {
        assistant.resize(1280, 800);
        assistant.show();
    }
    /// With what a try before anything is stored needs.
    core::Session::Outside outside()
    {
        auto outside = live.outside();
        outside.tryOut = app::tryConnector(*network, clock);
        return outside;
    }
    template<class W>
    W *child(const char *name) const
    {
        return assistant.findChild<W *>(QLatin1StringView(name));
    }
    /// The one of the system with this number.
    QLineEdit *edit(const QString &name, int system) const
    {
        QList<QLineEdit *> all = assistant.findChildren<QLineEdit *>();
        all.removeIf([&](const QLineEdit *one) { return one->accessibleName() != name; });
        return all.value(system);
    }
    QPushButton *button(const QString &text) const
    {
        const auto all = assistant.findChildren<QPushButton *>();
        const auto it = std::ranges::find(all, text, &QPushButton::text);
        return it == all.end() ? nullptr : *it;
    }
    void fill(int system, const QString &secret) const
    {
        edit(u"Address"_s, system)->setText(program.standIns().at(system).address());
        edit(u"Client ID"_s, system)->setText(secret);
        edit(u"Client secret"_s, system)->setText(secret);
    }
    void press(QPushButton *pressed) const
    {
        QVERIFY(pressed);
        QTRY_VERIFY_WITH_TIMEOUT(pressed->isEnabled(), patience);
        pressed->click();
    }
    QPushButton *next() const { return child<QPushButton>("assistantNext"); }
};

} // namespace

/// A newcomer's way with systems of their own, to the last page.
class TestAssistant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewcomerEndsWithPairsAndARecipe();
};

void TestAssistant::aNewcomerEndsWithPairsAndARecipe()
{
    NewOffice office;
    QVERIFY(!office.next()->isEnabled());
    office.fill(0, u"demo"_s);
    keepPicture(office.assistant, u"assistant-sign-in"_s);
    office.press(office.button(u"Connect Mautic"_s));
    office.fill(1, u"demo"_s);
    office.press(office.button(u"Connect SuiteCRM"_s));

    office.press(office.next());
    auto *pairs = office.child<QTableView>("suggestedPairs");
    QTRY_VERIFY_WITH_TIMEOUT(pairs->isVisible() && pairs->model()->rowCount() > 5, patience);
    keepPicture(office.assistant, u"assistant-pairs"_s);
    office.press(office.next());

    QTRY_VERIFY_WITH_TIMEOUT(office.child<QComboBox>("recipes"), patience);
    QCOMPARE(office.next()->text(), u"Finish without a recipe"_s);
    auto *recipes = office.child<QComboBox>("recipes");
    recipes->setCurrentIndex(recipes->findData(u"revivatech"_s));
    auto *lines = office.child<QTableView>("recipeLines");
    QTRY_VERIFY_WITH_TIMEOUT(lines->model()->rowCount() > 0, patience);
    keepPicture(office.assistant, u"assistant-recipe"_s);
    office.press(office.child<QPushButton>("applyRecipe"));
    QTRY_COMPARE_WITH_TIMEOUT(office.next()->text(), u"Finish"_s, patience);
    keepPicture(office.assistant, u"assistant-applied"_s);

    QSignalSpy finished(&office.assistant, &Assistant::finished);
    office.press(office.next());
    QCOMPARE(finished.count(), 1);
    const auto session = office.live.open();
    QVERIFY(session);
    QVERIFY(core::Recipes(*session).kinds().value().contains(u"repair_completed"_s));
    QCOMPARE(core::Integrations(*session).list().value().size(), 2);
}

QTEST_MAIN(TestAssistant)
#include "tst_assistant.moc"
