#include "support/livewindow.h"
#include "ui/components/panels.h"
#include "ui/records/persondialog.h"
#include "ui/records/personmodel.h"
#include "ui/theme/palette.h"

#include <QAbstractItemModelTester>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;

namespace {

constexpr int patience = 30'000;

/// The dialog about the only person of an office, with what it says.
class Shown
{
public:
    explicit Shown(LiveOffice &office)
        : m_dialog(*office.backend, idOf(office), u"p000"_s, u"p000@example.org"_s, nullptr)
    {
        m_dialog.show();
    }
    PersonDialog &dialog() { return m_dialog; }
    template<class Widget>
    Widget *find(const QString &name) const
    {
        return m_dialog.findChild<Widget *>(name);
    }
    QAbstractItemModel &model() const { return *find<QTableView>(u"personRecords"_s)->model(); }
    QStringList column(PersonModel::Column column) const
    {
        QStringList texts;
        for (int row = 0; row < model().rowCount(); ++row)
            texts << model().index(row, column).data().toString();
        return texts;
    }

private:
    static QString idOf(LiveOffice &office)
    {
        return office.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().at(0)["id"_L1].toString();
    }
    PersonDialog m_dialog;
};

} // namespace

/// What a person may ask for: to see everything, and to be forgotten.
class TestPersonDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everythingIsListedAndSaved();
    void nothingIsErasedBeforeTheAddressIsTyped();
    void anErasureIsProved();
    void aSystemThatDoesNotAnswerIsNamed();
};

void TestPersonDialog::initTestCase()
{
    Theme::instance().install();
}

void TestPersonDialog::everythingIsListedAndSaved()
{
    LiveOffice office(1);
    office.run({});
    const Shown shown(office);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model().rowCount(), 3, patience);
    const QAbstractItemModelTester tester(&shown.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(shown.column(PersonModel::Where), QStringList({u"This workspace"_s, u"Mautic"_s, u"SuiteCRM"_s}));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"p000.json"_s);
    shown.find<QPushButton>(u"exportPerson"_s)->click();
    auto *files = shown.find<QFileDialog>(u"personFile"_s);
    QVERIFY(files);
    files->selectFile(path);
    QVERIFY(QMetaObject::invokeMethod(files, "accept"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patience);
    QFile made(path);
    QVERIFY(made.open(QIODevice::ReadOnly));
    QVERIFY(made.readAll().contains("p000@example.org"));
    QVERIFY((QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
}

void TestPersonDialog::nothingIsErasedBeforeTheAddressIsTyped()
{
    LiveOffice office(1);
    office.run({});
    Shown shown(office);
    auto *erase = shown.find<QPushButton>(u"erasePerson"_s);
    auto *typed = shown.find<QLineEdit>(u"typedName"_s);
    QVERIFY(!erase->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(typed->isEnabled(), patience);
    QVERIFY(!erase->isEnabled());
    typed->setText(u"p000@example.or"_s);
    QVERIFY(!erase->isEnabled());
    typed->setText(u"p000@example.org"_s);
    QVERIFY(erase->isEnabled());
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(&shown.dialog(), &enter); // reaches no act that cannot be undone
    QCOMPARE(office.mautic.records(u"contacts"_s).size(), 1);
    QVERIFY(typed->isEnabled());
}

void TestPersonDialog::anErasureIsProved()
{
    LiveOffice office(1);
    office.run({});
    Shown shown(office);
    auto *typed = shown.find<QLineEdit>(u"typedName"_s);
    QTRY_VERIFY_WITH_TIMEOUT(typed->isEnabled(), patience);
    keepPicture(shown.dialog(), u"person-listed"_s);
    typed->setText(u"p000@example.org"_s);
    shown.find<QPushButton>(u"erasePerson"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(shown.dialog().hasErased(), patience);
    keepPicture(shown.dialog(), u"person-erased"_s);
    QCOMPARE(shown.column(PersonModel::Now),
             QStringList({u"Erased"_s, u"Gone: Mautic was asked again"_s, u"Gone: SuiteCRM was asked again"_s}));
    QCOMPARE(office.mautic.records(u"contacts"_s).size(), 0);
    QCOMPARE(office.names(), QStringList());
    QCOMPARE(office.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().size(), 0);
}

void TestPersonDialog::aSystemThatDoesNotAnswerIsNamed()
{
    LiveOffice office(1);
    office.run({});
    office.suite.fault({{u"kind"_s, u"503"_s}, {u"rate"_s, 1}});
    Shown shown(office);
    auto *message = shown.dialog().findChild<MessageBar *>();
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
    QVERIFY2(message->text().contains(u"The list may lack something"_s), qPrintable(message->text()));
    QVERIFY2(message->text().contains(u"SuiteCRM"_s), qPrintable(message->text()));
}

QTEST_MAIN(TestPersonDialog)
#include "tst_persondialog.moc"
