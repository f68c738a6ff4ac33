#include "core/services/recordboard.h"
#include "support/openworkspace.h"
#include "support/reviewworld.h"
#include "ui/backend/backend.h"
#include "ui/components/remembered.h"
#include "ui/records/difference.h"
#include "ui/records/recordsmodel.h"
#include "ui/records/recordsview.h"
#include "ui/records/recordview.h"
#include "ui/records/valuesmodel.h"
#include "ui/theme/palette.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;

namespace {

constexpr int many = 20'000;

Result<void> addPeople(core::Session &session, int count)
{
    return session.stores().db.transaction("people", [&]() -> Result<void> {
        for (int i = 0; i < count; ++i) {
            core::HubRow row;
            row.id = u"id%1"_s.arg(i, 6, 10, QLatin1Char('0'));
            row.entity = u"contact"_s;
            row.pending = 0;
            row.updatedAt = 1'700'000'000'000 + i;
            const Value name = Value::group(
                {{u"first_name"_s, Value::text(u"Zoë"_s)}, {u"last_name"_s, Value::text(u"Ängström %1"_s.arg(i))}});
            row.fields.insert(u"name"_s, {name, {}, {}, {}, {}});
            row.fields.insert(u"email"_s, {Value::text(u"p%1@example.org"_s.arg(i)), {}, {}, {}, {}});
            if (auto done = session.stores().records.insertHub(row); !done)
                return done;
        }
        return {};
    });
}

} // namespace

/// The table of records and a record's page.
class TestRecordsView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void manyRowsAreReadInFewQuestions();
    void aFilterThatHidesAllOffersToBeCleared();
    void enterOpensTheRecord();
    void theExportHoldsWhatIsShown();
    void aHiddenColumnStaysHidden();
    void aRecordShowsItsSidesAndSaysWhy();
    void aNewContactIsMade();
    void differencesAreBySenseOfTheText_data();
    void differencesAreBySenseOfTheText();
};

void TestRecordsView::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"syncline-tst-recordsview"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings().clear();
    Theme::instance().install();
}

void TestRecordsView::manyRowsAreReadInFewQuestions()
{
    const QTemporaryDir folder;
    support::OpenWorkspace file;
    QVERIFY(file.open(folder.filePath(u"w"_s), true));
    QVERIFY(addPeople(file.session(), many));
    Backend backend(folder.filePath(u"w"_s), false, file.outside());
    RecordsView view(backend, nullptr);
    view.resize(1072, 772);
    view.show();
    view.refresh();
    auto *table = view.findChild<QTableView *>(u"records"_s);
    auto &model = static_cast<RecordsModel &>(*table->model());
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), many, 30'000);
    const auto isBeingSorted = [&view] {
        const auto labels = view.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"so far"_s); });
    };
    QVERIFY(isBeingSorted()); // the first rows are there meanwhile
    QTRY_VERIFY(!model.index(0, 0).data().toString().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!isBeingSorted(), 60'000);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.index(0, 0).data().toString(), u"Ängström 0, Zoë"_s);
    table->scrollToBottom();
    QTRY_VERIFY(model.index(many - 1, 0).data().toString().startsWith(u"Ängström"_s));
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
    QTRY_VERIFY(model.index(many / 2, 0).data().toString().startsWith(u"Ängström"_s));
    QVERIFY2(model.questions() <= 10, qPrintable(QString::number(model.questions())));
    auto *search = view.findChild<QLineEdit *>();
    QTest::keyClicks(search, u"angstrom 19999"_s);
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_COMPARE(model.index(0, RecordsModel::Email).data().toString(), u"p19999@example.org"_s);
}

void TestRecordsView::aFilterThatHidesAllOffersToBeCleared()
{
    const QTemporaryDir folder;
    support::OpenWorkspace file;
    QVERIFY(file.open(folder.filePath(u"w"_s), true));
    QVERIFY(addPeople(file.session(), 3));
    Backend backend(folder.filePath(u"w"_s), false, file.outside());
    RecordsView view(backend, nullptr);
    view.show();
    view.refresh();
    auto *table = view.findChild<QTableView *>(u"records"_s);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    view.goTo({u"records"_s, {}, u"conflict"_s});
    view.refresh();
    QTRY_VERIFY(!table->isVisible());
    const auto buttons = view.findChildren<QPushButton *>();
    const auto clear = std::ranges::find(buttons, u"Clear the filter"_s, &QPushButton::text);
    QVERIFY(clear != buttons.end());
    QTest::mouseClick(*clear, Qt::LeftButton);
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 3);
}

void TestRecordsView::theExportHoldsWhatIsShown()
{
    const QTemporaryDir folder;
    support::OpenWorkspace file;
    QVERIFY(file.open(folder.filePath(u"w"_s), true));
    QVERIFY(addPeople(file.session(), 30));
    auto formula = file.session().stores().records.hub(u"id000007"_s).value();
    formula->fields[u"email"_s].value = Value::text(u"=HYPERLINK(\"http://example.org\")"_s);
    formula->updatedAt += 1000;
    QVERIFY(file.session().stores().records.updateHub(*formula));
    Backend backend(folder.filePath(u"w"_s), false, file.outside());
    RecordsView view(backend, nullptr);
    view.show();
    view.goTo({u"records"_s, {}, u"hyperlink"_s}); // of thirty, the one
    view.refresh();
    auto *table = view.findChild<QTableView *>(u"records"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setColumnHidden(RecordsModel::Company, true);
    const QString target = folder.filePath(u"people.csv"_s);
    QTest::mouseClick(view.findChild<QPushButton *>(u"exportRecords"_s), Qt::LeftButton);
    auto *dialog = view.findChild<QFileDialog *>(u"exportFile"_s);
    QVERIFY(dialog);
    dialog->selectFile(target);
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QTRY_VERIFY(QFileInfo::exists(target));
    QFile made(target);
    QVERIFY(made.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(made.readAll()),
             u"Name,E-mail,Stage,In,State,Changed\r\n"
             "\"Ängström 7, Zoë\",\"'=HYPERLINK(\"\"http://example.org\"\")\",,,In sync,2023-11-14T22:13:21Z\r\n"_s);
    table->setColumnHidden(RecordsModel::Company, false);
}

void TestRecordsView::aHiddenColumnStaysHidden()
{
    const QTemporaryDir folder;
    support::OpenWorkspace file;
    QVERIFY(file.open(folder.filePath(u"w"_s), true));
    Backend backend(folder.filePath(u"w"_s), false, file.outside());
    for (const bool hidden : {true, false}) {
        {
            const RecordsView view(backend, nullptr);
            QMenu menu;
            fillColumnMenu(&menu, view.findChild<QTableView *>(u"records"_s));
            menu.actions().at(RecordsModel::Stage - 1)->trigger();
        } // the window is closed at once
        const RecordsView again(backend, nullptr);
        QCOMPARE(again.findChild<QTableView *>(u"records"_s)->isColumnHidden(RecordsModel::Stage), hidden);
    }
}

void TestRecordsView::enterOpensTheRecord()
{
    const QTemporaryDir folder;
    support::OpenWorkspace file;
    QVERIFY(file.open(folder.filePath(u"w"_s), true));
    QVERIFY(addPeople(file.session(), 3));
    Backend backend(folder.filePath(u"w"_s), false, file.outside());
    RecordsView view(backend, nullptr);
    view.show();
    view.refresh();
    auto *table = view.findChild<QTableView *>(u"records"_s);
    QTRY_VERIFY(table->model()->index(1, 0).data().toString().startsWith(u"Ängström"_s));
    QSignalSpy opened(&view, &View::open);
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<Place>(), (Place{u"record"_s, u"id000001"_s, {}}));
}

void TestRecordsView::aRecordShowsItsSidesAndSaysWhy()
{
    const ReviewWorld world;
    world.changeTitles(0, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    const QString id = world.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().at(0)["id"_L1].toString();
    support::OpenWorkspace file;
    Backend backend(world.workspace.file(), false, file.outside());
    RecordView view(backend, nullptr);
    view.resize(1072, 772);
    view.show();
    view.goTo({u"record"_s, id, {}});
    view.refresh();
    auto *table = view.findChild<QTableView *>(u"values"_s);
    auto &model = static_cast<ValuesModel &>(*table->model());
    QTRY_VERIFY(model.rowCount() > 0);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int row = model.rowOf(u"job_title"_s);
    QVERIFY(row >= 0);
    QCOMPARE(table->currentIndex().row(), row); // what waits for a person comes first
    QStringList values;
    for (int column = 1; column < model.columnCount(); ++column)
        values << model.index(row, column).data().toString();
    QCOMPARE(values, QStringList({u"Clerk"_s, u"Manager"_s, u"Chief"_s, u"Waits for you"_s}));
    const auto sentences = [&view] {
        QStringList texts;
        for (const QLabel *label : view.findChild<QFrame *>(u"why"_s)->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u'\n');
    };
    QTRY_VERIFY2(sentences().contains(u"marketing changed it to “Manager”"_s), qPrintable(sentences()));
    QVERIFY2(sentences().contains(u"crm changed it to “Chief”"_s), qPrintable(sentences()));
    QVERIFY2(sentences().contains(u"Nobody's value was overwritten"_s), qPrintable(sentences()));
}

void TestRecordsView::aNewContactIsMade()
{
    const QTemporaryDir folder;
    support::OpenWorkspace file;
    QVERIFY(file.open(folder.filePath(u"w"_s), true));
    QVERIFY(addPeople(file.session(), 1));
    Backend backend(folder.filePath(u"w"_s), false, file.outside());
    RecordsView view(backend, nullptr);
    connect(&backend, &Backend::changed, &view, &RecordsView::refresh);
    view.show();
    view.refresh();
    auto *button = view.findChild<QPushButton *>(u"newRecordButton"_s);
    QTRY_COMPARE(button->text(), u"New contact…"_s);
    QSignalSpy open(&view, &View::open);
    QTimer::singleShot(0, this, [&view] {
        auto *dialog = view.findChild<QDialog *>(u"newRecord"_s);
        QVERIFY(dialog);
        auto *make = dialog->findChild<QPushButton *>(u"makeRecord"_s);
        QVERIFY(!make->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"new-last_name"_s), u"Nowak"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"new-email"_s), u"nowak@example.org"_s);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"new-email"_s), Qt::Key_Return);
    });
    QTest::mouseClick(button, Qt::LeftButton); // returns when the dialog is closed
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().value<Place>().view, u"record"_s);
    QTRY_COMPARE(view.findChild<QTableView *>(u"records"_s)->model()->rowCount(), 2);
}

void TestRecordsView::differencesAreBySenseOfTheText_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("told"); // [removed], {added}
    QTest::newRow("last digits") << u"22 12 34 56"_s << u"22 12 34 99"_s << u"22 12 34 [56]{99}"_s;
    QTest::newRow("prefix") << u"22 12"_s << u"+47 22 12"_s << u"{+47 }22 12"_s;
    QTest::newRow("nothing in common") << u"Oslo"_s << u"Bergen"_s << u"[Oslo]{Bergen}"_s;
    QTest::newRow("words") << u"Head of Purchasing for all"_s << u"Head of Procurement for all"_s
                           << u"Head of [Purchasing ]{Procurement }for all"_s;
    QTest::newRow("an emoji stays whole") << u"Zoë 🎨"_s << u"Zoë 🎭"_s << u"Zoë [🎨]{🎭}"_s;
    QTest::newRow("from empty") << QString() << u"Oslo"_s << u"{Oslo}"_s;
}

void TestRecordsView::differencesAreBySenseOfTheText()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, told);
    QString text;
    for (const Span &span : difference(before, after)) {
        text += span.kind == Span::Kind::Same ? span.text
            : span.kind == Span::Kind::Added  ? QString(u'{' + span.text + u'}')
                                              : QString(u'[' + span.text + u']');
    }
    QCOMPARE(text, told);
}

QTEST_MAIN(TestRecordsView)
#include "tst_recordsview.moc"
