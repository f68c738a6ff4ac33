#include "support/openworkspace.h"
#include "support/pseudolocale.h"
#include "support/reviewworld.h"
#include "ui/backend/backend.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/views.h"
#include "ui/theme/palette.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;
using support::PseudoLocale;

namespace {

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

/// What a person reads on this widget.
QStringList textsOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return {label->text()};
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return {button->text()};
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return {line->placeholderText()};
    QStringList texts;
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts << tabs->tabText(tab);
    }
    if (const auto *head = qobject_cast<const QHeaderView *>(widget); head && head->model()) {
        for (int section = 0; section < head->count() && head->orientation() == Qt::Horizontal; ++section)
            texts << head->model()->headerData(section, Qt::Horizontal).toString();
    }
    return texts;
}

/// Names, values and what the runs of another process said in English are no texts of the window.
bool isData(const QString &text)
{
    static const QRegularExpression word(u"\\p{L}{3}"_s);
    static const QRegularExpression known(
        u"Zoë|Ängström|example\\.org|marketing|crm|Mautic|SuiteCRM|Clerk|Manager|Chief|Buyer|Seller|Bob?\\b|/tmp/|Ctrl|"
        "contacts, companies|Several records here have this match key"_s);
    return !text.contains(word) || text.contains(known);
}

bool isCut(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty() || !label->pixmap().isNull() || !label->toolTip().isEmpty())
            return false; // what is cut on purpose stands in full in the tooltip
        if (label->wordWrap())
            return label->heightForWidth(label->width()) > label->height() + 1;
        return label->sizeHint().width() > label->width() + 1;
    }
    const bool isButton = qobject_cast<const QPushButton *>(widget) || qobject_cast<const QCheckBox *>(widget)
        || qobject_cast<const QRadioButton *>(widget);
    return isButton && widget->sizeHint().width() > widget->width() + 1;
}

} // namespace

/// With every text a third longer nothing is cut, and nothing stays English.
class TestPseudoLocale : public QObject
{
    Q_OBJECT

    std::unique_ptr<ReviewWorld> m_world;
    PseudoLocale m_translator;

private Q_SLOTS:
    void initTestCase();
    void everyViewSpeaksAndHasRoom_data();
    void everyViewSpeaksAndHasRoom();
    void cleanupTestCase() { m_world.reset(); }
};

void TestPseudoLocale::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"syncline-tst-pseudolocale"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings().clear();
    Theme::instance().install();
    m_world = std::make_unique<ReviewWorld>(4);
    m_world->changeTitles(0, u"Manager"_s, u"Chief"_s);
    m_world->bringDuplicate();
    m_world->loseInMautic(2);
    QVERIFY(QCoreApplication::installTranslator(&m_translator));
}

void TestPseudoLocale::everyViewSpeaksAndHasRoom_data()
{
    QTest::addColumn<Place>("place");
    for (const QString &view :
         {u"dashboard"_s, u"integrations"_s, u"mapping"_s, u"records"_s, u"activity"_s, u"settings"_s})
        QTest::newRow(qPrintable(view)) << Place{view, {}, {}};
    for (const QString &tab : {u"conflicts"_s, u"duplicates"_s, u"deletes"_s, u"held"_s, u"decided"_s})
        QTest::newRow(qPrintable(tab)) << Place{u"review"_s, {}, tab};
    QTest::newRow("runs") << Place{u"activity"_s, {}, u"runs"_s};
}

void TestPseudoLocale::everyViewSpeaksAndHasRoom()
{
    QFETCH(Place, place);
    support::OpenWorkspace outside;
    MainWindow window({outside.outside(), u"1"_s, {}});
    window.resize(1280, 800);
    window.show();
    window.openWorkspace(m_world->workspace.file(), false);
    window.go(place);
    for (int round = 0; round < 3; ++round) { // an answer may ask again
        bool answered = false;
        window.backend()->ask<int>(
            this, [](core::Session &) -> Result<int> { return 0; },
            [&answered](const Result<int> &) { answered = true; });
        QTRY_VERIFY(answered);
        QCoreApplication::processEvents();
    }
    QStringList english, cut;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        for (const QString &text : textsOf(widget)) {
            if (!PseudoLocale::speaks(text) && !isData(text))
                english << QString(nameOf(widget) + u": "_s + text);
        }
        if (isCut(widget))
            cut << QString(nameOf(widget) + u": "_s + textsOf(widget).join(u' '));
    }
    if (const QString folder = qEnvironmentVariable("SYNCLINE_PICTURES"); !folder.isEmpty())
        window.grab().save(QString(folder + u"/pseudo-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
    QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

QTEST_MAIN(TestPseudoLocale)
#include "tst_pseudolocale.moc"
