#include "core/services/people.h"
#include "simulation/pair.h"

#include <QDir>
#include <QFileInfo>
#include <QHashSeed>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::simulation;

/// Who was erased stays away, however long the CRMs' people and the workspace's go on.
class TestErasedPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesNotComeBackInAHundredRounds_data();
    void doesNotComeBackInAHundredRounds();
};

namespace {

constexpr int rounds = 100;
const QString address = u"osterloh@x.test"_s;
const QString marked = u"Osterloh"_s; ///< in every value of the person

QMap<QString, Value> person(const QString &email)
{
    return {{u"email"_s, Value::text(email)},
            {u"first"_s, Value::text(marked + u" first"_s)},
            {u"last"_s, Value::text(marked + u" last"_s)},
            {u"job"_s, Value::text(marked + u" job"_s)},
            {u"tags"_s, Value::set({marked + u" tag"_s})}};
}

class Office
{
public:
    Pair pair;

    explicit Office(const Quirks &inB) : pair(inB)
    {
        pair.remote(0).personCreates(peopleEntity, person(address));
        sync(true);
        sync(true);
        for (const QString &id : pair.remote(1).alive(peopleEntity)) {
            if (pair.text(1, id, u"email"_s) == address)
                pair.remote(1).personEdits(id, u"job"_s, Value::text(marked + u" other job"_s));
        }
        sync(true);
    }

    void sync(bool isFull)
    {
        World::RunOrder order;
        order.full = isFull;
        order.seed = quint32(++m_runs);
        remember(pair.run(order));
    }
    void undoSomeRun()
    {
        World::RunOrder order;
        order.kind = World::RunOrder::Kind::Undo;
        order.run = m_known[m_runs++ % m_known.size()];
        order.seed = quint32(m_runs);
        pair.run(order);
    }
    void erase()
    {
        pair.world().passTime(10s);
        core::People people(pair.world().session());
        const auto erased = must(people.erase(must(people.find(address, {})), {}));
        QVERIFY(erased.isComplete());
        QCOMPARE(erased.places.size(), 2);
        for (const auto &remote : pair.world().remotes())
            remote->deletions.clear(); // a person's, not a run's
        m_erasedAt = pair.world().clock().nowSeconds();
    }
    /// A record that the CRM's people make anew, or bring back from its bin.
    void importAgain(int round)
    {
        FakeRemote &remote = pair.remote(round % 2);
        static const QStringList spellings{address, u" "_s + address.toUpper(), u"OsterLoh@X.Test "_s};
        if (round % 3 > 0) {
            remote.personCreates(peopleEntity, person(spellings[round % spellings.size()]));
            return;
        }
        for (const auto &[id, record] : remote.records) {
            if (record.deleted)
                return remote.personRestores(id);
        }
    }
    void deleteImported(int round)
    {
        FakeRemote &remote = pair.remote(round % 2);
        for (const QString &id : remote.alive(peopleEntity)) {
            if (pair.text(round % 2, id, u"job"_s).contains(marked))
                remote.personDeletes(id);
        }
    }
    /// In every byte of the workspace's files.
    bool isHere()
    {
        const QFileInfo workspace(pair.world().file());
        const auto files = workspace.dir().entryInfoList(QDir::Files | QDir::Hidden);
        return std::ranges::any_of(files, [](const QFileInfo &info) {
            QFile file(info.filePath());
            return file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains("osterloh");
        });
    }
    /// The sync made none since.
    bool isMadeAnywhere()
    {
        return std::ranges::any_of(pair.world().remotes(), [this](const auto &remote) {
            return std::ranges::any_of(remote->records, [&](const auto &entry) {
                const auto &record = entry.second;
                return record.bySync && !record.deleted && record.created >= seconds(m_erasedAt) + remote->quirks.skew
                    && record.fields[u"job"_s].text().contains(marked);
            });
        });
    }

private:
    void remember(const World::RunEnd &end)
    {
        if (!end.outcome.run.isEmpty())
            m_known << end.outcome.run;
    }

    QStringList m_known;
    qint64 m_erasedAt = 0;
    int m_runs = 0;
};

} // namespace

void TestErasedPerson::doesNotComeBackInAHundredRounds_data()
{
    QTest::addColumn<bool>("deleteFeed");
    QTest::addColumn<bool>("ownIds");
    QTest::addRow("a plain CRM") << false << false;
    QTest::addRow("a CRM with a delete feed that takes our ids") << true << true;
}

void TestErasedPerson::doesNotComeBackInAHundredRounds()
{
    QFETCH(bool, deleteFeed);
    QFETCH(bool, ownIds);
    Quirks quirks;
    quirks.deleteFeed = deleteFeed;
    quirks.ids = ownIds ? Quirks::Ids::Ours : Quirks::Ids::Numbers;
    Office office(quirks);
    QVERIFY(office.isHere());
    office.erase();
    QVERIFY(!office.isHere());
    for (int round = 1; round <= rounds; ++round) {
        if (round % 4 == 1)
            office.importAgain(round / 4);
        if (round % 20 == 0)
            office.deleteImported(round / 20);
        if (round % 7 == 0)
            office.undoSomeRun();
        office.pair.edit(0, u"job"_s); // of somebody else: the syncs have something to do
        office.pair.world().passTime(seconds(50 + round % 3 * 4000));
        office.sync(round % 5 == 0);
        QVERIFY2(!office.isHere(), qPrintable(u"in round %1"_s.arg(round)));
        QVERIFY2(!office.isMadeAnywhere(), qPrintable(u"in round %1"_s.arg(round)));
    }
    QCOMPARE(office.pair.remote(0).alive(peopleEntity).isEmpty(), false);
    QCOMPARE(office.pair.violations(), QString());
}

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    TestErasedPerson test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_erasedperson.moc"
