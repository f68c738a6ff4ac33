#include "mirrorworld.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

constexpr int swaps = 20;
constexpr int people = 220;

/// Asks all that is published, again and again, and notes what is not one whole generation. In generation n everybody's
/// first name is "n".
class Watcher
{
public:
    Watcher(const PostgresServer &server, QString isolation)
        : m_reader(server)
        , m_isolation(std::move(isolation))
        , m_thread([this](const std::stop_token &stop) { watch(stop); })
    {
    }
    QStringList stop()
    {
        m_thread.request_stop();
        m_thread.join();
        return m_problems;
    }
    int looks() const { return m_looks; }

private:
    void watch(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            m_isolation.isEmpty() ? lookOnce() : lookTwice();
            ++m_looks;
        }
    }
    /// One statement sees one generation.
    void lookOnce()
    {
        const QString seen = m_reader.value(
            u"SELECT concat_ws(' ', (SELECT concat_ws('/', count(*), count(DISTINCT first_name), min(first_name)) FROM"
            " ac_contacts), (SELECT concat_ws('/', sum(record_count), count(DISTINCT e ->> 'firstName'),"
            " min(e ->> 'firstName')) FROM (SELECT record_count / jsonb_array_length(json_data) AS record_count, e FROM"
            " ac_sync_data, jsonb_array_elements(json_data) e WHERE data_type = 'contacts') x))"_s);
        check(seen.section(u' ', 0, 0), seen.section(u' ', 1));
    }
    /// A transaction sees one generation, however long it takes.
    void lookTwice()
    {
        m_reader.run(u"BEGIN ISOLATION LEVEL "_s + m_isolation);
        const QString typed = m_reader.value(
            u"SELECT concat_ws('/', count(*), count(DISTINCT first_name), min(first_name)) FROM ac_contacts"_s);
        m_reader.run(u"SELECT pg_sleep(0.05)"_s);
        const QString json = m_reader.value(
            u"SELECT concat_ws('/', count(*), count(DISTINCT e ->> 'firstName'), min(e ->> 'firstName'))"
            " FROM ac_sync_data, jsonb_array_elements(json_data) e WHERE data_type = 'contacts'"_s);
        m_reader.run(u"COMMIT"_s);
        check(typed, json);
    }
    void check(const QString &typed, const QString &json)
    {
        if (typed != json || !typed.startsWith(u"%1/1/"_s.arg(people)))
            m_problems << typed + u" beside "_s + json;
    }

    PostgresReader m_reader;
    QString m_isolation;
    QStringList m_problems;
    std::atomic<int> m_looks = 0;
    std::jthread m_thread;
};

} // namespace

/// Readers who ask while mirrors are published, and never all pause at once.
class TestMirrorReaders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodySeesHalfAGeneration_data();
    void nobodySeesHalfAGeneration();
};

void TestMirrorReaders::nobodySeesHalfAGeneration_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("full") << QStringList{u"--full"_s};
    QTest::newRow("incremental") << QStringList();
}

void TestMirrorReaders::nobodySeesHalfAGeneration()
{
    QFETCH(QStringList, options);
    const MirrorWorld world;
    QStringList ids;
    for (int i = 0; i < people; ++i)
        ids << world.add(u"contacts"_s, {{u"email"_s, u"p%1@example.org"_s.arg(i)}, {u"firstName"_s, u"0"_s}});
    world.mirrored();
    Watcher statements(world.server, {}), transactions(world.server, u"REPEATABLE READ"_s),
        more(world.server, u"SERIALIZABLE"_s);
    for (int swap = 1; swap <= swaps; ++swap) {
        for (const QString &id : std::as_const(ids))
            world.crm.edit(u"contacts"_s, id, {{u"firstName"_s, QString::number(swap)}});
        world.mirrored(options);
    }
    const PostgresReader reader(world.server); // while they go on
    const int kept = reader.column(u"SELECT generation FROM ac_mirror_generations WHERE state = 'published'"_s).size();
    QVERIFY2(kept < swaps / 2, qPrintable(QString::number(kept)));
    QCOMPARE(statements.stop(), QStringList());
    QCOMPARE(transactions.stop(), QStringList());
    QCOMPARE(more.stop(), QStringList());
    QVERIFY(statements.looks() > swaps && transactions.looks() > swaps && more.looks() > swaps);
    QCOMPARE(reader.column(u"SELECT DISTINCT first_name FROM ac_contacts"_s), QStringList{QString::number(swaps)});
}

QTEST_GUILESS_MAIN(TestMirrorReaders)
#include "tst_mirrorreaders.moc"
