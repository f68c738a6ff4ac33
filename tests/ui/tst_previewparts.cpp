#include "ui/dashboard/ledgercard.h"
#include "ui/dashboard/runcharts.h"
#include "ui/preview/previewdetail.h"
#include "ui/preview/previewmodel.h"
#include "ui/preview/previewtree.h"
#include "ui/preview/textdifference.h"
#include "ui/preview/times.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::ui;

namespace {

/// `rows` updates in each of two systems, and a delete in the second.
core::PreviewPlan planOf(int rows)
{
    core::PreviewPlan plan;
    plan.run = u"r"_s;
    plan.open = true;
    plan.leaves = {{u"1"_s, u"Mautic"_s, u"mautic"_s, u"contact"_s, u"update"_s, rows},
                   {u"2"_s, u"SuiteCRM"_s, u"suitecrm"_s, u"contact"_s, u"update"_s, rows},
                   {u"2"_s, u"SuiteCRM"_s, u"suitecrm"_s, u"contact"_s, u"delete"_s, 1}};
    for (int i = 0; i < rows; ++i) {
        plan.entries.append({i * 2 + 1, 0, i + 1, true, false, true});
        plan.entries.append({i * 2 + 2, 1, i + 1, true, false, true});
    }
    plan.entries.append({rows * 2 + 1, 2, rows + 1, true, false, false});
    return plan;
}

QString shownPieces(const QList<Piece> &pieces)
{
    QString text;
    for (const Piece &piece : pieces)
        text += piece.kind == Piece::Kind::Same  ? piece.text
            : piece.kind == Piece::Kind::Removed ? QString(u'[' + piece.text + u']')
                                                 : QString(u'{' + piece.text + u'}');
    return text;
}

} // namespace

class TestPreviewParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void differencesAreWhatAPersonSees_data();
    void differencesAreWhatAPersonSees();
    void theChoiceCountsAlong();
    void modelsKeepTheRulesOfModels();
    void aHundredThousandRowsAreFetchedByTheWindow();
    void aSmallPartOfTheBarCanBeSeen();
    void timesAreSaidShortly();
};

void TestPreviewParts::differencesAreWhatAPersonSees_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("shown");
    QTest::newRow("within") << u"http://muessig.de"_s << u"https://muessig.de"_s << u"http{s}://muessig.de"_s;
    QTest::newRow("in front") << u"1 42 68 53 00"_s << u"+33 1 42 68 53 00"_s << u"{+33 }1 42 68 53 00"_s;
    QTest::newRow("nothing in common") << u"New"_s << u"In Process"_s << u"[New]{In Process}"_s;
    QTest::newRow("equal") << u"same"_s << u"same"_s << u"same"_s;
    QTest::newRow("one letter of two code points") << u"Müller"_s << u"Mu\u0308ller"_s << u"M[ü]{u\u0308}ller"_s;
}

void TestPreviewParts::differencesAreWhatAPersonSees()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, shown);
    QCOMPARE(shownPieces(textDifference(before, after)), shown);
}

void TestPreviewParts::theChoiceCountsAlong()
{
    PreviewChoice choice;
    choice.setPlan(planOf(3));
    QCOMPARE(choice.writes(), 7);
    QCOMPARE(choice.chosen(), 7);
    QCOMPARE(choice.undoable(), 6);
    QCOMPARE(choice.systems(), 2);
    choice.setIn({0}, false);
    QCOMPARE(choice.chosen(), 6);
    QCOMPARE(choice.stateOf({0}), Qt::PartiallyChecked);
    QCOMPARE(choice.stateOf({0, 1, 2}), Qt::PartiallyChecked);
    QCOMPARE(choice.stateOf({1}), Qt::Checked);
    choice.setLeavesIn({1, 2}, false);
    QCOMPARE(choice.systems(), 1);
    QCOMPARE(choice.undoable(), 2);
    choice.setPlan(planOf(3)); // looked at again: what was taken out stays out
    QCOMPARE(choice.chosen(), 2);
    QCOMPARE(choice.firstRecords(1), QList<int>({3}));
}

void TestPreviewParts::modelsKeepTheRulesOfModels()
{
    PreviewChoice choice;
    PreviewTree tree(&choice);
    PreviewModel table(&choice, {});
    FieldChanges fields;
    const QAbstractItemModelTester first(&tree, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester second(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester third(&fields, QAbstractItemModelTester::FailureReportingMode::Fatal);
    choice.setPlan(planOf(4));
    QCOMPARE(table.rowCount(), 9);
    QCOMPARE(tree.rowCount(), 1);
    const QModelIndex all = tree.index(0, 0);
    QCOMPARE(tree.rowCount(all), 2);
    QVERIFY(tree.setData(tree.index(0, 0, all), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(tree.data(all, Qt::CheckStateRole).value<Qt::CheckState>(), Qt::PartiallyChecked);
    QCOMPARE(choice.chosen(), 5);
    table.setFilter({1}, std::nullopt);
    QCOMPARE(table.rowCount(), 4);
    table.setFilter({}, QSet<int>{1, 2});
    QCOMPARE(table.rowCount(), 2);
    QVERIFY(table.setData(table.index(1, PreviewModel::Check), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(choice.chosen(), 4);
    core::PreviewRow row;
    row.changes.resize(3);
    fields.setRow(row, false);
    QCOMPARE(fields.rowCount(), 3);
}

void TestPreviewParts::aHundredThousandRowsAreFetchedByTheWindow()
{
    PreviewChoice choice;
    choice.setPlan(planOf(50'000));
    QList<int> asked;
    std::function<void(const QList<core::PreviewRow> &)> answer;
    PreviewModel model(&choice, [&](const QList<int> &ids, std::function<void(const QList<core::PreviewRow> &)> then) {
        asked << int(ids.size());
        answer = std::move(then);
    });
    QCOMPARE(model.rowCount(), 100'001);
    const QModelIndex far = model.index(90'123, PreviewModel::Record);
    QCOMPARE(model.data(far, Qt::DisplayRole).toString(), u"…"_s);
    QCOMPARE(asked, QList<int>({PreviewModel::window}));
    core::PreviewRow row;
    row.id = model.idOf(90'123);
    row.record = u"Björk"_s;
    answer({row});
    QCOMPARE(model.data(far, Qt::DisplayRole).toString(), u"Björk"_s);
}

void TestPreviewParts::aSmallPartOfTheBarCanBeSeen()
{
    const QList<int> widths = LedgerBar::widths({86'412, 71, 2'981, 1}, 990);
    QCOMPARE(widths[1], 12);
    QCOMPARE(widths[3], 12);
    QCOMPARE(widths[0] + widths[1] + widths[2] + widths[3] + 6, 990);
    QCOMPARE(LedgerBar::widths({0, 0, 0, 0}, 990), QList<int>({0, 0, 0, 0}));
    QCOMPARE(LedgerBar::widths({5, 0, 0, 0}, 990), QList<int>({990, 0, 0, 0}));
    QCOMPARE(roundTop(7), 10);
    QCOMPARE(roundTop(10), 10);
    QCOMPARE(roundTop(101), 200);
}

void TestPreviewParts::timesAreSaidShortly()
{
    const QDateTime now(QDate(2026, 11, 27), QTime(14, 30));
    const auto ms = [](const QDateTime &at) { return at.toMSecsSinceEpoch(); };
    QCOMPARE(shortTime(ms(now.addSecs(-600)), ms(now)), u"14:20"_s);
    QCOMPARE(shortTime(ms(now.addDays(-1)), ms(now)), u"yesterday"_s);
    QCOMPARE(shortTime(ms(now.addDays(-6)), ms(now)), u"21 Nov"_s);
    QCOMPARE(shortTime(ms(now.addYears(-1)), ms(now)), u"27 Nov 2025"_s);
    QCOMPARE(agoText(ms(now.addSecs(-130)), ms(now)), u"2 min ago"_s);
    QCOMPARE(durationText(224'000), u"3 min 44 s"_s);
}

QTEST_MAIN(TestPreviewParts)
#include "tst_previewparts.moc"
