#include "core/services/runprogress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::core;

/// What a person reads off a run that goes on.
class TestRunProgress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readingCountsAllSystemsTogether();
    void writingHasATotalAndAnEnd();
    void aNewPhaseBeginsAtNothing();
    void noForecastOutOfNothing();
};

void TestRunProgress::readingCountsAllSystemsTogether()
{
    ProgressMeter meter(0);
    meter.take({u"reading"_s, u"crm"_s, u"contact"_s, 100, 0}, 1000);
    meter.take({u"reading"_s, u"marketing"_s, u"contact"_s, 50, 0}, 1500);
    const RunProgress progress = meter.take({u"reading"_s, u"crm"_s, u"contact"_s, 200, 0}, 2000);
    QCOMPARE(progress.phase, RunPhase::Reading);
    QCOMPARE(progress.read, 250);
    QCOMPARE(progress.done, 250);
    QCOMPARE(progress.total, 0);
    QVERIFY(!progress.endsAt);
}

void TestRunProgress::writingHasATotalAndAnEnd()
{
    ProgressMeter meter(0);
    meter.setWrites(1000);
    for (int second = 1; second <= 10; ++second)
        meter.take({u"applying"_s, u"crm"_s, u"contact"_s, 50, 0}, second * 1000);
    const RunProgress &progress = meter.progress();
    QCOMPARE(progress.written, 500);
    QCOMPARE(progress.total, 1000);
    QCOMPARE(progress.percent(), 50);
    QVERIFY(progress.perSecond > 45 && progress.perSecond < 60);
    QVERIFY(progress.endsAt.has_value());
    QVERIFY(*progress.endsAt > 17'000 && *progress.endsAt < 22'000);
}

void TestRunProgress::aNewPhaseBeginsAtNothing()
{
    ProgressMeter meter(0);
    meter.take({u"reading"_s, u"crm"_s, u"contact"_s, 100, 0}, 1000);
    const RunProgress progress = meter.take({u"planning"_s, {}, u"contact"_s, 7, 0}, 2000);
    QCOMPARE(progress.phase, RunPhase::Planning);
    QCOMPARE(progress.done, 7);
    QCOMPARE(progress.read, 100);
}

void TestRunProgress::noForecastOutOfNothing()
{
    ProgressMeter meter(0);
    meter.setWrites(1000);
    const RunProgress progress = meter.take({u"applying"_s, u"crm"_s, u"contact"_s, 0, 0}, 60'000);
    QCOMPARE(progress.perSecond, 0.0);
    QVERIFY(!progress.endsAt);
}

QTEST_GUILESS_MAIN(TestRunProgress)
#include "tst_runprogress.moc"
