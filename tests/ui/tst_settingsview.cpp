#include "support/livewindow.h"
#include "ui/settings/preferences.h"
#include "ui/settings/settingsview.h"
#include "ui/theme/palette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;

/// The settings over a real workspace that is mapped: what is changed is what the command line shows.
class TestSettingsView : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveOffice> m_office;
    std::unique_ptr<SettingsView> m_view;

    template<class W>
    W *shown(const QString &name) const
    {
        W *widget = m_view->findChild<W *>(name);
        return widget && widget->isVisible() ? widget : nullptr;
    }
    QJsonObject rules(const QString &entity) const
    {
        auto session = m_office->live.open();
        return session ? must(session->stores().integrations.policies()).value(entity) : QJsonObject();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(u"syncline-tst-settingsview"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings().clear();
        Theme::instance().install();
        m_office = std::make_unique<LiveOffice>();
    }
    void init()
    {
        m_view = std::make_unique<SettingsView>(*m_office->backend, nullptr);
        m_view->resize(1072, 744);
        m_view->show();
        m_view->goTo({u"settings"_s, {}, u"safety"_s});
        m_view->refresh();
        QTRY_VERIFY(shown<QComboBox>(u"conflict-contact"_s));
    }
    void cleanup() { m_view.reset(); }
    void cleanupTestCase() { m_office.reset(); }

    void aPolicyIsSavedAtOnce()
    {
        auto *conflict = shown<QComboBox>(u"conflict-contact"_s);
        QCOMPARE(conflict->currentText(), u"Ask me"_s);
        conflict->setFocus();
        QTest::keyClick(conflict, Qt::Key_Down);
        QTRY_COMPARE(rules(u"contact"_s).value("conflict"_L1).toString(), u"last_write_wins"_s);
        QTRY_COMPARE(shown<QComboBox>(u"conflict-contact"_s)->currentText(), u"The newer change wins"_s);
        auto *deletes = shown<QComboBox>(u"deletes-company"_s);
        QTest::keyClick(deletes, Qt::Key_Down);
        QTRY_COMPARE(rules(u"company"_s).value("deletes"_L1).toString(), u"ignore"_s);
    }

    void theGuardHoldsForEveryKind()
    {
        auto *count = shown<QSpinBox>(u"guardCount"_s);
        QTRY_COMPARE(count->value(), 100);
        count->setValue(40);
        QTRY_COMPARE(rules(u"contact"_s).value("guard_count"_L1).toInt(), 40);
        QTRY_COMPARE(rules(u"company"_s).value("guard_count"_L1).toInt(), 40);
        auto *changes = shown<QSpinBox>(u"changePercent"_s);
        QCOMPARE(changes->value(), 20);
        changes->setValue(35);
        QTRY_COMPARE(rules(u"company"_s).value("change_percent"_L1).toInt(), 35);
        QTRY_COMPARE(rules(u"contact"_s).value("guard_count"_L1).toInt(), 40);
    }

    void thePreviewCanComeFirst()
    {
        QVERIFY(!previewFirst());
        shown<QCheckBox>(u"previewFirst"_s)->click();
        QVERIFY(previewFirst());
        shown<QCheckBox>(u"previewFirst"_s)->click();
        QVERIFY(!previewFirst());
    }

    void settingsAreFoundByTheirSentences()
    {
        auto *search = shown<QLineEdit>(u"findSetting"_s);
        QTest::keyClicks(search, u"dates and numbers"_s);
        QVERIFY(shown<QComboBox>(u"language"_s)); // of another section
        QVERIFY(!shown<QComboBox>(u"conflict-contact"_s));
        QVERIFY(!shown<QComboBox>(u"appearance"_s));
        search->clear();
        QVERIFY(shown<QComboBox>(u"conflict-contact"_s));
        QVERIFY(!shown<QComboBox>(u"language"_s));
    }

    void theLanguageIsKept()
    {
        m_view->goTo({u"settings"_s, {}, u"appearance"_s});
        auto *language = shown<QComboBox>(u"language"_s);
        QVERIFY(language);
        QTest::keyClick(language, Qt::Key_End);
        QCOMPARE(chosenLanguage(), u"de"_s);
        QTest::keyClick(language, Qt::Key_Home);
        QCOMPARE(chosenLanguage(), QString());
    }
};

QTEST_MAIN(TestSettingsView)
#include "tst_settingsview.moc"
