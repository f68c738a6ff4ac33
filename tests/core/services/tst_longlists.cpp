#include "core/services/activity.h"
#include "core/services/recordlist.h"
#include "core/services/searchtext.h"
#include "core/workspace/documents.h"
#include "support/openworkspace.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

/// Tables that are looked at through a window: records and operations by the ten thousand.
class TestLongLists : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void peopleAreFoundWithoutAccents_data();
    void peopleAreFoundWithoutAccents();
    void recordsAreSortedAndPaged();
    void firstRowsComeBeforeAllAreSorted();
    void whatChangedIsFoundAgain();
    void aStateShowsOnlyItsRecords();
    void operationsArePagedFromTheNewest();
    void failuresAreFoundAmongMany();

private:
    void addPeople(int count);
    void addRun(const QString &id, Millis at, int operations, int failedEvery);
    QTemporaryDir m_folder;
    support::OpenWorkspace m_file;
    int m_number = 0;
};

void TestLongLists::init()
{
    QVERIFY(m_file.open(m_folder.filePath(QString::number(++m_number)), true));
}

void TestLongLists::addPeople(int count)
{
    Session &session = m_file.session();
    QVERIFY(session.stores().db.transaction("people", [&]() -> Result<void> {
        for (int i = 0; i < count; ++i) {
            HubRow row;
            row.id = u"id%1"_s.arg(i, 6, 10, QLatin1Char('0'));
            row.entity = u"contact"_s;
            row.pending = 0;
            row.updatedAt = 1'700'000'000'000 + i;
            const QString last = u"Ångström %1"_s.arg((i * 7919) % count, 6, 10, QLatin1Char('0'));
            row.fields.insert(
                u"name"_s,
                HubField{Value::group({{u"first_name"_s, Value::text(u"Zoë"_s)}, {u"last_name"_s, Value::text(last)}}),
                         {},
                         {},
                         {},
                         {}});
            row.fields.insert(u"email"_s, HubField{Value::text(u"p%1@example.org"_s.arg(i)), {}, {}, {}, {}});
            if (auto done = session.stores().records.insertHub(row); !done)
                return done;
        }
        return {};
    }));
}

void TestLongLists::addRun(const QString &id, Millis at, int operations, int failedEvery)
{
    Session &session = m_file.session();
    QVERIFY(session.stores().db.transaction("run", [&]() -> Result<void> {
        RunRow run;
        run.id = id;
        run.kind = u"sync"_s;
        run.status = u"done"_s;
        run.startedAt = at;
        run.finishedAt = at + 1000;
        if (auto done = session.stores().runs.insert(run); !done)
            return done;
        for (int i = 1; i <= operations; ++i) {
            OperationRow row;
            row.run = id;
            row.seq = i;
            row.integration = u"one"_s;
            row.entity = u"contact"_s;
            row.kind = i % 2 ? u"update"_s : u"create"_s;
            row.hubId = u"id%1"_s.arg(i, 6, 10, QLatin1Char('0'));
            row.remoteId = QString::number(i);
            row.outcome = failedEvery > 0 && i % failedEvery == 0 ? u"failed"_s : u"done"_s;
            if (auto done = session.stores().runs.addOperation(row); !done)
                return done;
        }
        return {};
    }));
}

void TestLongLists::peopleAreFoundWithoutAccents_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("ring and umlaut") << u"ang"_s << u"Ängström"_s;
    QTest::newRow("sharp s") << u"strasse"_s << u"Straße"_s;
    QTest::newRow("slashed o") << u"oster"_s << u"Østergård"_s;
    QTest::newRow("crossed l") << u"lukasz"_s << u"Łukasz"_s;
    QTest::newRow("Vietnamese") << u"nguyen thi"_s << u"Nguyễn Thị"_s;
    QTest::newRow("Greek stays Greek") << u"θεοδωρα"_s << u"Θεοδώρα"_s;
    QTest::newRow("with accents too") << u"Äng"_s << u"Angstrom"_s;
}

void TestLongLists::peopleAreFoundWithoutAccents()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QVERIFY2(searchText(name).contains(searchText(typed)), qPrintable(searchText(name)));
}

void TestLongLists::recordsAreSortedAndPaged()
{
    constexpr int people = 5000;
    addPeople(people);
    RecordList list(m_file.session());
    RecordQuery query;
    QCOMPARE(list.open(query).value_or(-1), people);
    QCOMPARE(list.lines(0, 1)->first().name, u"Ångström 000000, Zoë"_s);
    QCOMPARE(list.lines(people - 1, 10)->size(), 1);
    QCOMPARE(list.lines(people - 1, 10)->first().name, u"Ångström 004999, Zoë"_s);
    query.descending = true;
    QCOMPARE(list.open(query).value_or(-1), people);
    QCOMPARE(list.lines(0, 1)->first().name, u"Ångström 004999, Zoë"_s);
    query.order = RecordQuery::Order::Changed;
    QCOMPARE(list.open(query).value_or(-1), people);
    QCOMPARE(list.lines(0, 1)->first().id, u"id004999"_s);
    query.text = u"zoe angstrom 000042"_s;
    QCOMPARE(list.open(query).value_or(-1), 1);
    QCOMPARE(list.lines(0, 5)->first().name, u"Ångström 000042, Zoë"_s);
}

void TestLongLists::firstRowsComeBeforeAllAreSorted()
{
    constexpr int count = 5000;
    addPeople(count);
    RecordList list(m_file.session());
    const auto first = list.openSoon({});
    QVERIFY(first && !first->isWhole);
    QCOMPARE(first->found, count);
    QVERIFY(!list.lines(count - 1, 1)->first().name.isEmpty());
    RecordQuery named;
    named.text = u"angstrom 000000"_s;
    RecordList::Prepared prepared;
    while (!prepared.isWhole)
        prepared = list.prepare(u"contact"_s, prepared.upTo).value();
    const auto whole = list.openSoon({});
    QVERIFY(whole && whole->isWhole);
    QCOMPARE(whole->found, count);
    QCOMPARE(list.lines(0, 1)->first().name, u"Ångström 000000, Zoë"_s);
    QCOMPARE(list.openSoon(named)->found, 1);
    QCOMPARE(list.open(named).value_or(0), 1);
}

void TestLongLists::whatChangedIsFoundAgain()
{
    addPeople(10);
    RecordList list(m_file.session());
    QCOMPARE(list.open({}).value_or(-1), 10);
    auto row = m_file.session().stores().records.hub(u"id000003"_s);
    QVERIFY(row && *row);
    (*row)->fields[u"email"_s].value = Value::text(u"new@example.net"_s);
    (*row)->updatedAt += 1000;
    QVERIFY(m_file.session().stores().records.updateHub(**row));
    RecordQuery query;
    query.text = u"example.net"_s;
    QCOMPARE(list.open(query).value_or(-1), 1);
    (*row)->state = HubState::Deleted;
    QVERIFY(m_file.session().stores().records.updateHub(**row));
    QCOMPARE(list.open(query).value_or(-1), 0);
    QCOMPARE(list.open({}).value_or(-1), 9);
}

void TestLongLists::aStateShowsOnlyItsRecords()
{
    addPeople(4);
    Session &session = m_file.session();
    const auto wait = [&](const QString &id, const QString &kind, const QString &code) {
        QVERIFY(session.stores().review.put({u"r"_s + id, kind, u"contact"_s, id, {}, {}, {{u"code"_s, code}}, {}, 1}));
    };
    wait(u"id000000"_s, u"conflict"_s, {});
    wait(u"id000001"_s, u"held"_s, u"twins"_s);
    wait(u"id000002"_s, u"held"_s, u"invalid"_s);
    RecordList list(session);
    const auto first = [&](RecordQuery::State state) {
        RecordQuery query;
        query.state = state;
        const int count = list.open(query).value_or(-1);
        return u"%1 %2"_s.arg(count).arg(count > 0 ? list.lines(0, 1)->first().id : QString());
    };
    QCOMPARE(first(RecordQuery::State::Conflict), u"1 id000000"_s);
    QCOMPARE(first(RecordQuery::State::Duplicate), u"1 id000001"_s);
    QCOMPARE(first(RecordQuery::State::Held), u"1 id000002"_s);
    QCOMPARE(first(RecordQuery::State::InSync), u"1 id000003"_s);
    QCOMPARE(first(RecordQuery::State::DeleteWaits), u"0 "_s);
}

void TestLongLists::operationsArePagedFromTheNewest()
{
    addRun(u"a"_s, 1000, 3000, 0);
    addRun(u"b"_s, 2000, 10, 0);
    Activity activity(m_file.session());
    const auto index = activity.open({});
    QVERIFY(index);
    QCOMPARE(index->count, 3010);
    const auto top = activity.lines(*index, 8, 4);
    QVERIFY(top);
    QStringList places;
    for (const ActivityLine &line : *top)
        places << u"%1%2"_s.arg(line.run).arg(line.seq);
    QCOMPARE(places, QStringList({u"b2"_s, u"b1"_s, u"a3000"_s, u"a2999"_s}));
    QCOMPARE(activity.lines(*index, 3009, 10)->first().seq, 1);
}

void TestLongLists::failuresAreFoundAmongMany()
{
    addPeople(20);
    addRun(u"a"_s, 1000, 3000, 10);
    QVERIFY(m_file.session().stores().runs.addError(
        u"a"_s, {{u"integration"_s, u"one"_s}, {u"record"_s, u"x9"_s}, {u"message"_s, u"Phone is no number."_s}}));
    QVERIFY(m_file.session().stores().runs.addError( // the same as operation 10: told once
        u"a"_s, {{u"integration"_s, u"one"_s}, {u"record"_s, u"10"_s}, {u"message"_s, u"No."_s}}));
    Activity activity(m_file.session());
    ActivityQuery query;
    query.failedOnly = true;
    auto index = activity.open(query);
    QVERIFY(index);
    QCOMPARE(index->count, 301);
    const auto lines = activity.lines(*index, 0, 2);
    QCOMPARE(lines->at(0).what, u"Phone is no number."_s);
    QCOMPARE(lines->at(1).seq, 3000);
    query = {};
    query.text = u"angstrom 000000"_s; // id000000 is no operation's; the name is another's
    QVERIFY(activity.open(query));
    query.text = u"2999"_s;
    QCOMPARE(activity.open(query)->count, 1);
    query = {};
    query.kind = u"create"_s;
    QCOMPARE(activity.open(query)->count, 1500);
}

QTEST_GUILESS_MAIN(TestLongLists)
#include "tst_longlists.moc"
