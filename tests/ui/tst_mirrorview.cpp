#include "support/livewindow.h"
#include "ui/components/marks.h"
#include "ui/components/panels.h"
#include "ui/mirror/mirrorview.h"
#include "ui/theme/palette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;

namespace {

constexpr int people = 30;

QString contactsIn(const QString &file)
{
    QString count;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader"_s);
        database.setDatabaseName(file);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (query.exec(u"SELECT count(*) FROM mautic_contacts"_s) && query.next())
            count = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(u"reader"_s);
    return count;
}

} // namespace

/// The view Mirror over a real workspace and the stand-ins.
class TestMirrorView : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveOffice> m_office;
    std::unique_ptr<MirrorView> m_view;

    template<class W>
    W *child(const char *name) const
    {
        return m_view->findChild<W *>(QLatin1StringView(name));
    }
    QString state() const { return child<StateMark>("mirrorState")->word(); }
    QString file() const { return m_office->workspace.folder() + u"/view.db"_s; }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(u"syncline-tst-mirrorview"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings().clear();
        Theme::instance().install();
    }
    void init()
    {
        m_office = std::make_unique<LiveOffice>(people);
        m_view = std::make_unique<MirrorView>(*m_office->backend, nullptr);
        m_view->resize(1072, 744);
        m_view->show();
        m_view->refresh();
        QTRY_COMPARE(child<QComboBox>("mirrorIntegration")->count(), 2);
    }
    void cleanup()
    {
        m_view.reset();
        m_office.reset();
    }

    void aMirrorIsStartedByKeysAndRemembered()
    {
        auto *start = child<QPushButton>("startMirror");
        QVERIFY(!start->isEnabled()); // where to is not known yet
        auto *to = child<QLineEdit>("mirrorTo");
        to->setFocus();
        QTest::keyClicks(to, u"sqlite:"_s + file());
        QVERIFY(start->isEnabled());
        QTest::keyClick(to, Qt::Key_Return);
        QVERIFY(!start->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"Everything was read and published"_s, 60'000);
        keepPicture(*m_view, u"mirror"_s);
        QCOMPARE(contactsIn(file()), QString::number(people));
        QVERIFY(child<QLabel>("mirrored-contacts")->text().contains(QString::number(people)));
        QVERIFY(child<QLabel>("mirrorAge")->text().startsWith("Records are as of"_L1));
        MirrorView again(*m_office->backend, nullptr);
        again.refresh();
        auto *remembered = again.findChild<QLineEdit *>(u"mirrorTo"_s);
        QTRY_COMPARE(remembered->text(), QString(u"sqlite:"_s + file()));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"What changed was read and published"_s, 60'000);
    }

    void whatFailsIsSaidWithItsRemedy()
    {
        child<QLineEdit>("mirrorTo")->setText(u"postgresql://nobody@127.0.0.1:9/none"_s);
        QTest::mouseClick(child<QPushButton>("startMirror"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"Stopped"_s, 60'000);
        const auto *message = m_view->findChild<MessageBar *>();
        QVERIFY2(message->isVisible() && message->text().contains("cannot be reached"_L1), qPrintable(message->text()));
    }

    void aMirrorIsCancelledAndGoneOnWith()
    {
        m_office->mautic.configure({{u"latency"_s, 300}});
        child<QLineEdit>("mirrorTo")->setText(u"sqlite:"_s + file());
        QTest::mouseClick(child<QPushButton>("startMirror"), Qt::LeftButton);
        QTRY_VERIFY(child<QPushButton>("cancelMirror")->isVisible());
        QTest::mouseClick(child<QPushButton>("cancelMirror"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"Stopped"_s, 10'000);
        m_office->mautic.configure({{u"latency"_s, 0}});
        QTest::mouseClick(child<QPushButton>("startMirror"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"Everything was read and published"_s, 60'000);
        QCOMPARE(contactsIn(file()), QString::number(people));
    }
};

QTEST_MAIN(TestMirrorView)
#include "tst_mirrorview.moc"
