#include "core/workspace/database.h"
#include "core/workspace/writeturn.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::core;

/// Who writes one transaction after the other lets in between whoever asks, in the order in which they asked.
class TestWriteTurn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoAskedGetsTheNextTurn();
    void whoeverHasNoPatienceLeavesTheLine();
    void anotherFileIsAnotherLine();
    void aFailedTransactionEndsItsTurn();
    void aTurnWithinATurnIsNoOtherOne();

private:
    std::unique_ptr<Database> open() { return std::move(Database::open(m_file, true, m_gate).value()); }
    void waitUntilAwaited() const
    {
        while (!WriteTurn::isAwaited(m_file))
            std::this_thread::yield();
    }

    QTemporaryDir m_folder;
    const QString m_file = m_folder.filePath(u"turns.syncline"_s);
    OpenGate m_gate;
};

void TestWriteTurn::whoAskedGetsTheNextTurn()
{
    constexpr int rounds = 100;
    const auto longWork = open();
    std::atomic<int> written = 0;
    std::atomic<bool> began = false;
    std::jthread other([&] {
        const auto edits = open();
        for (int i = 0; i < rounds; ++i) {
            began.wait(false);
            QVERIFY(edits->transaction("edit", [&]() -> Result<void> {
                began = false;
                ++written;
                return {};
            }));
        }
    });
    for (int i = 0; i < rounds; ++i) {
        QVERIFY(longWork->transaction("long", [&]() -> Result<void> {
            began = true;
            began.notify_one();
            waitUntilAwaited();
            return {};
        }));
        int seen = 0;
        QVERIFY(longWork->transaction("long", [&]() -> Result<void> {
            seen = written;
            return {};
        }));
        QCOMPARE(seen, i + 1);
    }
}

void TestWriteTurn::whoeverHasNoPatienceLeavesTheLine()
{
    {
        const WriteTurn first(m_file, 0ms);
        QVERIFY(first.isMine());
        QVERIFY(!WriteTurn::isAwaited(m_file));
        std::jthread([&] { QVERIFY(!WriteTurn(m_file, 1ms).isMine()); }).join();
        QVERIFY(!WriteTurn::isAwaited(m_file));
    }
    QVERIFY(WriteTurn(m_file, 0ms).isMine());
}

void TestWriteTurn::anotherFileIsAnotherLine()
{
    const WriteTurn one(m_file, 0ms);
    QVERIFY(WriteTurn(m_folder.filePath(u"other.syncline"_s), 0ms).isMine());
}

void TestWriteTurn::aFailedTransactionEndsItsTurn()
{
    const auto database = open();
    QVERIFY(!database->transaction("fails", []() -> Result<void> { return failure(ErrorKind::Storage, u"no"_s, {}); }));
    QVERIFY(WriteTurn(m_file, 0ms).isMine());
}

void TestWriteTurn::aTurnWithinATurnIsNoOtherOne()
{
    const WriteTurn outer(m_file, 0ms);
    {
        const WriteTurn inner(m_file, 0ms);
        QVERIFY(inner.isMine());
        QVERIFY(!WriteTurn::isAwaited(m_file));
    }
    std::jthread([&] { QVERIFY(!WriteTurn(m_file, 1ms).isMine()); }).join();
}

QTEST_GUILESS_MAIN(TestWriteTurn)
#include "tst_writeturn.moc"
