#include "core/recipes/recipe.h"
#include "core/recipes/recipeevent.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

/// Recipe files: those that come along, and what is wrong with others.
class TestRecipeFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void builtInRecipesAreWhole_data();
    void builtInRecipesAreWhole();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void eventsAreChecked();
    void settingsAreChecked();
};

void TestRecipeFile::builtInRecipesAreWhole_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : Recipe::builtInNames())
        QTest::newRow(qPrintable(name)) << name;
}

/// Each event's example fits the event.
void TestRecipeFile::builtInRecipesAreWhole()
{
    QFETCH(QString, name);
    const auto recipe = Recipe::builtIn(name);
    QVERIFY2(recipe, recipe ? "" : qPrintable(recipe.error().message));
    QCOMPARE(recipe->name, name);
    QVERIFY(!recipe->events.isEmpty());
    for (const RecipeEvent &event : recipe->events) {
        const auto body = JsonDocument::parse(QJsonDocument(event.example).toJson());
        QVERIFY(body);
        const auto fits = checkEvent(event, body->root());
        QVERIFY2(fits, fits ? "" : qPrintable(fits.error().message));
    }
}

void TestRecipeFile::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const char *from, const char *to, const QString &named) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << named;
    };
    row("unknown key", "\"settings\"", "\"setings\"", u"setings"_s);
    row("unknown entity", "\"entity\": \"contact\"", "\"entity\": \"person\"", u"person"_s);
    row("unknown field", "[\"dietary_other\"", "[\"diet_other\"", u"diet_other"_s);
    row("unknown setting", "{settings.tag_prefix}", "{settings.tag}", u"tag"_s);
    row("unknown step", "{event.eventSlug}\"]", "{host.slug}\"]", u"host"_s);
    row("unknown type", "\"email\": \"email\", \"firstName\"", "\"email\": \"address\", \"firstName\"", u"address"_s);
    row("another version", "\"syncline_recipe\": 1", "\"syncline_recipe\": 2", u"syncline_recipe"_s);
}

void TestRecipeFile::mistakesAreNamed()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, named);
    QByteArray file = Recipe::builtIn(u"badge-maker"_s)->document;
    QVERIFY(file.contains(from));
    const auto recipe = Recipe::fromJson(file.replace(from, to));
    QVERIFY(!recipe);
    QCOMPARE(recipe.error().kind, ErrorKind::Usage);
    QVERIFY2(recipe.error().message.contains(named), qPrintable(recipe.error().message));
}

void TestRecipeFile::eventsAreChecked()
{
    const Recipe recipe = *Recipe::builtIn(u"revivatech"_s);
    const auto body = JsonDocument::parse(R"({"id": "p", "customerEmail": "nobody", "currency": "GBP"})");
    const auto fits = checkEvent(*recipe.event(u"payment_received"_s), body->root());
    QVERIFY(!fits);
    QCOMPARE(fits.error().kind, ErrorKind::Validation);
    QVERIFY(fits.error().message.contains(u"amount"_s));
    QVERIFY(fits.error().message.contains(u"customerEmail"_s));
}

void TestRecipeFile::settingsAreChecked()
{
    const Recipe recipe = *Recipe::builtIn(u"revivatech"_s);
    QVERIFY(recipe.checkSettings({{u"loyalty_rate"_s, u"0.05"_s}}));
    QVERIFY(!recipe.checkSettings({{u"loyalty_rate"_s, u"some"_s}}));
    QVERIFY(!recipe.checkSettings({{u"follow_up_days"_s, u"1.5"_s}}));
    QVERIFY(!recipe.checkSettings({{u"rate"_s, u"1"_s}}));
    QCOMPARE(recipe.settingValues({{u"vip_tag"_s, u"gold"_s}}).value(u"vip_tag"_s), u"gold"_s);
    QCOMPARE(recipe.settingValues({}).value(u"loyalty_rate"_s), u"0.02"_s);
}

QTEST_GUILESS_MAIN(TestRecipeFile)
#include "tst_recipefile.moc"
