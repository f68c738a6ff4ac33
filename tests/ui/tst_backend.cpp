#include "support/outside.h"
#include "ui/backend/runs.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <semaphore>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::ui;

class tst_Backend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questionsRunElsewhereAndAnswersHere()
    {
        support::Outside outside;
        Backend backend(outside.file(), true, outside());
        QThread *asked = nullptr;
        QThread *answered = nullptr;
        backend.ask<qsizetype>(
            this,
            [&asked](core::Session &session) -> Result<qsizetype> {
                asked = QThread::currentThread();
                const auto rows = session.stores().integrations.all();
                if (!rows)
                    return failure(rows.error());
                return rows->size();
            },
            [&answered](const Result<qsizetype> &rows) {
                QCOMPARE(rows.value(), 0);
                answered = QThread::currentThread();
            });
        QTRY_VERIFY(answered != nullptr);
        QCOMPARE(answered, QThread::currentThread());
        QVERIFY(asked != answered);
    }

    void questionsAreAnsweredInOrder()
    {
        support::Outside outside;
        Backend backend(outside.file(), true, outside());
        QList<int> order;
        for (int i = 0; i < 50; ++i) {
            backend.ask<int>(
                this, [i](core::Session &) -> Result<int> { return i; },
                [&order](const Result<int> &number) { order << *number; });
        }
        QTRY_COMPARE(order.size(), 50);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void aFileThatIsNoWorkspaceIsTold()
    {
        support::Outside outside;
        QFile file(outside.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no workspace at all, but long enough to be looked at");
        file.close();
        Backend backend(outside.file(), false, outside());
        std::optional<Result<int>> answer;
        backend.ask<int>(
            this, [](core::Session &) -> Result<int> { return 1; },
            [&answer](const Result<int> &result) { answer = result; });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!answer->has_value());
        QVERIFY(!answer->error().message.isEmpty());
    }

    void noAnswerReachesADeadContext()
    {
        support::Outside outside;
        Backend backend(outside.file(), true, outside());
        std::binary_semaphore hold(0);
        bool reached = false;
        bool later = false;
        auto context = std::make_unique<QObject>();
        backend.ask<int>(
            context.get(),
            [&hold](core::Session &) -> Result<int> {
                hold.acquire();
                return 1;
            },
            [&reached](const Result<int> &) { reached = true; });
        context.reset();
        hold.release();
        backend.ask<int>(
            this, [](core::Session &) -> Result<int> { return 2; }, [&later](const Result<int> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!reached);
    }

    void longWorkIsCancelledAndStillAnswers()
    {
        support::Outside outside;
        Backend backend(outside.file(), true, outside());
        std::optional<Result<int>> made;
        backend.ask<int>(
            this, [](core::Session &) -> Result<int> { return 0; }, [&made](const Result<int> &done) { made = done; });
        QTRY_VERIFY(made.has_value());
        std::binary_semaphore stopped(0);
        std::optional<Result<int>> answer;
        Task task = backend.work<int>(
            this,
            [&stopped](core::Session &, std::stop_token stop) -> Result<int> {
                const std::stop_callback wake(stop, [&stopped] { stopped.release(); });
                stopped.acquire();
                return failure(ErrorKind::Cancelled, u"stopped"_s);
            },
            [&answer](const Result<int> &result) { answer = result; });
        task.cancel();
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().kind, ErrorKind::Cancelled);
    }

    void leavingStopsWhatRuns()
    {
        support::Outside outside;
        std::atomic<bool> ended = false;
        {
            Backend backend(outside.file(), true, outside());
            bool made = false;
            backend.ask<int>(
                this, [](core::Session &) -> Result<int> { return 0; }, [&made](const Result<int> &) { made = true; });
            QTRY_VERIFY(made);
            backend.work<int>(
                this,
                [&ended](core::Session &, std::stop_token stop) -> Result<int> {
                    std::binary_semaphore stopped(0);
                    const std::stop_callback wake(stop, [&stopped] { stopped.release(); });
                    stopped.acquire();
                    ended = true;
                    return 0;
                },
                [](const Result<int> &) { QFAIL("nobody is there to hear it"); });
        }
        QVERIFY(ended);
    }

    void aRunSaysHowItEnded()
    {
        support::Outside outside;
        Backend backend(outside.file(), true, outside());
        bool made = false;
        backend.ask<int>(
            this, [](core::Session &) -> Result<int> { return 0; }, [&made](const Result<int> &) { made = true; });
        QTRY_VERIFY(made);
        QSignalSpy changes(&backend, &Backend::changed);
        QSignalSpy ends(&backend.runs(), &Runs::finished);
        QVERIFY(backend.runs().sync({}));
        QVERIFY(backend.runs().isRunning());
        QVERIFY(!backend.runs().sync({})); // one at a time
        QTRY_COMPARE(ends.size(), 1);
        QVERIFY(!backend.runs().isRunning());
        QCOMPARE(changes.size(), 1);
    }
};

QTEST_MAIN(tst_Backend)
#include "tst_backend.moc"
