#include "core/automation/eventsources.h"
#include "core/recipes/recipesetup.h"
#include "core/workspace/erasurestore.h"
#include "support/outside.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

namespace {

const QByteArray wrongPayment = R"({"id": "p1", "customerEmail": "ann@example.org", "amount": "ann@example.org"})";

struct World
{
    support::Outside outside;
    std::unique_ptr<Session> session = Session::open(outside.file(), true, outside()).value_or(nullptr);
    EventSources sources{*session};

    World()
    {
        const auto recipe = Recipe::builtIn(u"revivatech"_s);
        QVERIFY(recipe && setUp(*session, *recipe, {}, false, {}));
    }
    EventSourceRow add(const QString &name, const QStringList &kinds = {})
    {
        const auto token = sources.add(name, kinds);
        return token ? sources.ofToken(*token).value().value() : EventSourceRow();
    }
};

} // namespace

/// The programs that send business events.
class TestEventSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsRefusedIsCounted();
    void anErasedPersonIsInNoRefusal();
};

void TestEventSources::whatIsRefusedIsCounted()
{
    World world;
    const EventSourceRow till = world.add(u"till"_s, {u"payment_received"_s});
    QCOMPARE(till.name, u"till"_s);
    QVERIFY(!world.sources.add(u"till"_s, {}));
    QVERIFY(!world.sources.add(u"a shop"_s, {}));
    const auto booking = world.sources.carryOut(till, u"1"_s, u"booking_created"_s, "{}");
    QVERIFY(!booking);
    QCOMPARE(booking.error().kind, ErrorKind::Permission);
    QVERIFY(!world.sources.carryOut(till, u"2"_s, u"payment_received"_s, wrongPayment));
    const EventSourceRow row = world.sources.list().value().first();
    QCOMPARE(row.refused, 2);
    QCOMPARE(row.events, 0);
    QVERIFY(row.lastRefusedAt && !row.lastRefusal.isEmpty());
}

void TestEventSources::anErasedPersonIsInNoRefusal()
{
    World world;
    const EventSourceRow till = world.add(u"till"_s);
    Database &db = world.session->stores().db;
    const QString about = u"Several contacts have the address ann@example.org."_s;
    QVERIFY(db.transaction("test", [&] { return EventSourceStore(db).countRefused(till.name, 1, about); }));
    QCOMPARE(world.sources.list().value().first().lastRefusal, about);
    QVERIFY(db.transaction("test", [&] { return ErasureStore(db).purge({}, {}, u"ann@example.org"_s, 2); }));
    QCOMPARE(world.sources.list().value().first().lastRefusal, QString());
    QCOMPARE(world.sources.list().value().first().refused, 1);
}

QTEST_GUILESS_MAIN(TestEventSources)
#include "tst_eventsources.moc"
