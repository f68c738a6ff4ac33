#include "core/services/preview.h"
#include "core/services/runreport.h"
#include "support/liverun.h"
#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using Kind = core::RunRequest::Kind;

namespace {

core::RunRequest request(core::RunRequest::Kind kind, const QString &run = {})
{
    core::RunRequest made;
    made.kind = kind;
    made.run = run;
    return made;
}

/// People in Mautic, nobody in SuiteCRM.
struct Office
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;
    LiveSession live{workspace.file()};
    std::unique_ptr<core::Session> session;

    explicit Office(int people)
    {
        for (int i = 0; i < people; ++i) {
            const QString name = u"p%1"_s.arg(i, 3, 10, QLatin1Char('0'));
            mautic.create(
                u"contacts"_s,
                {{u"email"_s, QString(name + u"@example.org"_s)}, {u"lastname"_s, name}, {u"position"_s, u"Clerk"_s}});
        }
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
        session = live.open();
    }
    core::RunEnd run(const core::RunRequest &request) { return LiveRun(*session, request).wait(); }
    core::PreviewPlan preview()
    {
        const core::RunEnd end = run(request(Kind::Preview));
        return must(core::Preview(*session).plan(end.run));
    }
    core::RunEnd carryOut(const QString &plan) { return run(request(Kind::CarryOut, plan)); }
    QStringList names() const
    {
        QStringList names;
        for (const QJsonValue &contact : suite.records(u"Contacts"_s))
            names << contact["last_name"_L1].toString();
        names.sort();
        return names;
    }
};

QList<int> idsOf(const core::PreviewPlan &plan)
{
    QList<int> ids;
    for (const core::PreviewEntry &entry : plan.entries) {
        if (entry.canTakeOut)
            ids << entry.id;
    }
    return ids;
}

int idOf(core::Session &session, const core::PreviewPlan &plan, const QString &record)
{
    for (const core::PreviewRow &row : must(core::Preview(session).rows(plan, idsOf(plan)))) {
        if (row.record == record)
            return row.id;
    }
    return -1;
}

} // namespace

/// What a person sees before it is written, takes out, stops and takes back is what reaches the CRMs.
class TestPreviewService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlanNamesEveryWriteWithItsValues();
    void whatIsTakenOutIsNotSentAndComesAgain();
    void firstTheSomeThenTheRest();
    void theRestOfACutPlanIsNotForgotten();
    void whatMovedSinceIsMarkedAndNotWritten();
    void aCancelledRunSaysWhatIsLeft();
    void aPausedRunSendsNothing();
    void anUndoSaysWhatBecomesOfEachWrite();
    void aRecordTakenOutOfAnUndoStays();
};

void TestPreviewService::aPlanNamesEveryWriteWithItsValues()
{
    Office office(3);
    const auto plan = office.preview();
    QVERIFY(plan.open);
    QCOMPARE(idsOf(plan).size(), 3);
    QCOMPARE(office.suite.writes().size(), 0);
    const auto rows = must(core::Preview(*office.session).rows(plan, idsOf(plan)));
    QCOMPARE(rows.size(), 3);
    for (const core::PreviewRow &row : rows) {
        QCOMPARE(row.kind, u"create"_s);
        QCOMPARE(row.system, u"crm"_s);
        QVERIFY(row.record.startsWith(u'p'));
        QVERIFY(!row.reason.isEmpty());
        QVERIFY(row.changes.first().after.text.endsWith(u"@example.org"_s));
        QCOMPARE(row.changes.first().before.kind, core::ShownValue::Kind::Empty);
        QCOMPARE(row.changes.first().by, u"marketing"_s);
    }
    const auto detail = must(core::Preview(*office.session).detail(plan, rows.first().id));
    QVERIFY(detail.request.contains(u"@example.org"_s));
    QCOMPARE(must(core::Preview(*office.session).search(plan, u"p001@"_s)).size() >= 1, true);
    QCOMPARE(must(core::Preview(*office.session).search(plan, u"p_0"_s)).size(), 0);
}

void TestPreviewService::whatIsTakenOutIsNotSentAndComesAgain()
{
    Office office(3);
    const auto plan = office.preview();
    const int out = idOf(*office.session, plan, u"p001"_s);
    QVERIFY(core::Preview(*office.session).takeOut(plan, {out}));
    const core::RunEnd end = office.carryOut(plan.run);
    QCOMPARE(end.status, u"done"_s);
    QCOMPARE(end.written, 2);
    QCOMPARE(office.names(), QStringList({u"p000"_s, u"p002"_s}));
    const auto report = must(core::runReport(*office.session, end.run));
    for (const core::ReportLine &line : report.lines)
        QCOMPARE(line.seen, line.written + line.equal + line.leftOut + line.conflict + line.held + line.failed);
    QCOMPARE(report.summary.written, 2);
    office.run({});
    QCOMPARE(office.names(), QStringList({u"p000"_s, u"p001"_s, u"p002"_s}));
}

void TestPreviewService::firstTheSomeThenTheRest()
{
    Office office(5);
    const auto plan = office.preview();
    const QString part = must(core::Preview(*office.session).cutOff(plan, idsOf(plan).first(2)));
    const core::RunEnd first = office.carryOut(part);
    QCOMPARE(first.written, 2);
    QCOMPARE(office.names().size(), 2);
    const auto rest = must(core::Preview(*office.session).plan(plan.run));
    QVERIFY(rest.open);
    QCOMPARE(idsOf(rest).size(), 3);
    QCOMPARE(rest.changed(), 0);
    const core::RunEnd second = office.carryOut(plan.run);
    QCOMPARE(second.written, 3);
    QCOMPARE(office.names().size(), 5);
    QCOMPARE(shown(office.workspace.planned()), u"[]"_s);
}

void TestPreviewService::theRestOfACutPlanIsNotForgotten()
{
    Office office(4);
    const auto plan = office.preview();
    office.carryOut(must(core::Preview(*office.session).cutOff(plan, idsOf(plan).first(1))));
    QCOMPARE(office.names().size(), 1);
    office.run({}); // the preview was closed; a plain run goes on
    QCOMPARE(office.names().size(), 4);
    for (const QJsonValue &contact : office.mautic.records(u"contacts"_s))
        office.mautic.edit(u"contacts"_s, contact["id"_L1].toVariant().toString(), {{u"position"_s, u"Chief"_s}});
    const auto edits = office.preview();
    QCOMPARE(idsOf(edits).size(), 4);
    office.carryOut(must(core::Preview(*office.session).cutOff(edits, idsOf(edits).first(1))));
    office.run({});
    for (const QJsonValue &contact : office.suite.records(u"Contacts"_s))
        QCOMPARE(contact["title"_L1].toString(), u"Chief"_s);
}

void TestPreviewService::whatMovedSinceIsMarkedAndNotWritten()
{
    Office office(2);
    office.run({});
    office.run({});
    for (const QJsonValue &contact : office.mautic.records(u"contacts"_s))
        office.mautic.edit(u"contacts"_s, contact["id"_L1].toVariant().toString(), {{u"position"_s, u"Chief"_s}});
    const auto plan = office.preview();
    QCOMPARE(idsOf(plan).size(), 2);
    QCOMPARE(plan.changed(), 0);
    const QString record =
        office.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().at(0)["id"_L1].toString();
    office.workspace.must({u"records"_s, u"set"_s, record, u"last_name=New"_s});
    QCOMPARE(must(core::Preview(*office.session).plan(plan.run)).changed(), 1);
    QCOMPARE(office.carryOut(plan.run).written, 1);
}

void TestPreviewService::aCancelledRunSaysWhatIsLeft()
{
    Office office(400);
    const auto plan = office.preview();
    QCOMPARE(idsOf(plan).size(), 400);
    office.suite.configure({{u"latency"_s, 5}});
    LiveRun run(*office.session, request(Kind::CarryOut, plan.run));
    run.waitFor([](const core::RunProgress &progress) { return progress.written > 0; });
    run.control().cancel();
    const core::RunEnd end = run.wait();
    QVERIFY(end.cancelled);
    QCOMPARE(end.status, u"partial"_s);
    QVERIFY(end.written > 0 && end.written < 400);
    QCOMPARE(int(office.suite.records(u"Contacts"_s).size()), end.written);
    const auto report = must(core::runReport(*office.session, end.run));
    QVERIFY(report.summary.cancelled);
    office.suite.configure({{u"latency"_s, 0}});
    office.run({});
    QCOMPARE(int(office.suite.records(u"Contacts"_s).size()), 400);
}

void TestPreviewService::aPausedRunSendsNothing()
{
    Office office(400);
    const auto plan = office.preview();
    office.suite.configure({{u"latency"_s, 2}});
    LiveRun run(*office.session, request(Kind::CarryOut, plan.run));
    run.waitFor([](const core::RunProgress &progress) { return progress.written > 0; });
    run.control().pause();
    run.waitFor([](const core::RunProgress &progress) { return progress.paused; });
    // What was on its way arrives; after that the CRM hears nothing.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const auto before = office.suite.requests().size();
            QTest::qWait(300);
            return before == office.suite.requests().size();
        }(),
        20'000);
    QVERIFY(office.suite.records(u"Contacts"_s).size() < 400);
    QVERIFY(!run.control().hasEnded());
    run.control().resume();
    const core::RunEnd end = run.wait();
    QCOMPARE(end.status, u"done"_s);
    QCOMPARE(end.written, 400);
}

void TestPreviewService::anUndoSaysWhatBecomesOfEachWrite()
{
    Office office(3);
    office.run({});
    office.run({});
    for (const QJsonValue &contact : office.mautic.records(u"contacts"_s))
        office.mautic.edit(u"contacts"_s, contact["id"_L1].toVariant().toString(), {{u"position"_s, u"Chief"_s}});
    const core::RunEnd written = office.run({});
    QCOMPARE(written.written, 3);
    const QJsonObject touched = office.suite.records(u"Contacts"_s).at(0).toObject();
    office.suite.edit(u"Contacts"_s, touched.value("id"_L1).toString(), {{u"title"_s, u"Boss"_s}});
    const core::RunEnd end = office.run(request(Kind::UndoPreview, written.run));
    const auto plan = must(core::Preview(*office.session).plan(end.run));
    QVERIFY(plan.undo);
    QCOMPARE(plan.undoes, written.run);
    QMap<QString, int> fates;
    for (const core::PreviewLeaf &leaf : plan.leaves)
        fates[leaf.kind] += leaf.count;
    QCOMPARE(fates.value(u"reversed"_s), 2);
    QCOMPARE(fates.value(u"kept"_s), 1);
    const auto rows = must(core::Preview(*office.session).rows(plan, idsOf(plan)));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().changes.first().before.text, u"Chief"_s);
    QCOMPARE(rows.first().changes.first().after.text, u"Clerk"_s);
    office.carryOut(end.run);
    QStringList titles;
    for (const QJsonValue &contact : office.suite.records(u"Contacts"_s))
        titles << contact["title"_L1].toString();
    titles.sort();
    QCOMPARE(titles, QStringList({u"Boss"_s, u"Clerk"_s, u"Clerk"_s}));
}

void TestPreviewService::aRecordTakenOutOfAnUndoStays()
{
    Office office(2);
    office.run({});
    office.run({});
    for (const QJsonValue &contact : office.mautic.records(u"contacts"_s))
        office.mautic.edit(u"contacts"_s, contact["id"_L1].toVariant().toString(), {{u"position"_s, u"Chief"_s}});
    const core::RunEnd written = office.run({});
    const core::RunEnd end = office.run(request(Kind::UndoPreview, written.run));
    const auto plan = must(core::Preview(*office.session).plan(end.run));
    const int out = idOf(*office.session, plan, u"p001"_s);
    QVERIFY(core::Preview(*office.session).takeOut(plan, {out}));
    office.carryOut(end.run);
    for (const QJsonValue &contact : office.suite.records(u"Contacts"_s)) {
        const QString expected = contact["last_name"_L1].toString() == "p001"_L1 ? u"Chief"_s : u"Clerk"_s;
        QCOMPARE(contact["title"_L1].toString(), expected);
    }
}

QTEST_GUILESS_MAIN(TestPreviewService)
#include "tst_previewservice.moc"
