#include "ui/components/panels.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace syncline::ui;

namespace {

double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

bool hasInk(const QPixmap &picture)
{
    const QImage image = picture.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 128)
                return true;
        }
    }
    return false;
}

} // namespace

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void textCanBeRead_data()
    {
        QTest::addColumn<Token>("text");
        QTest::addColumn<Token>("ground");
        QTest::addColumn<double>("least");
        QTest::newRow("text on cards") << Token::Text << Token::Surface << 4.5;
        QTest::newRow("meta on cards") << Token::Text3 << Token::Surface << 4.5;
        QTest::newRow("meta in the sidebar") << Token::Text3 << Token::Sidebar << 4.5;
        QTest::newRow("selected text") << Token::Text << Token::AccentSoft << 4.5;
        QTest::newRow("links") << Token::Accent << Token::Surface << 4.5;
        QTest::newRow("primary button") << Token::OnAccent << Token::AccentFill << 4.5;
        QTest::newRow("fine") << Token::Ok << Token::OkSoft << 4.5;
        QTest::newRow("waits") << Token::Warn << Token::WarnSoft << 4.5;
        QTest::newRow("broken") << Token::Bad << Token::BadSoft << 4.5;
        QTest::newRow("outlines") << Token::Line << Token::Surface << 3.0;
        QTest::newRow("marks") << Token::WarnMark << Token::Surface << 3.0;
    }
    void textCanBeRead()
    {
        QFETCH(Token, text);
        QFETCH(Token, ground);
        QFETCH(double, least);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
            QVERIFY2(contrast(color(text, scheme), color(ground, scheme)) >= least,
                     qPrintable(QString::number(contrast(color(text, scheme), color(ground, scheme)))));
    }

    void everyIconDraws()
    {
        const QStringList names = QDir(u":/icons"_s).entryList();
        QVERIFY(names.size() >= 75);
        for (const QString &file : names) {
            const QString name = QString(file).chopped(4);
            QVERIFY2(hasInk(iconPixmap(name, 16, Qt::black, 1)), qPrintable(name));
            QCOMPARE(iconPixmap(name, 16, Qt::black, 2).size(), QSize(32, 32));
        }
    }

    void aThemeChangeReachesColoursAndWidgets()
    {
        Theme::instance().choose(SchemeChoice::Light);
        const QColor light = color(Token::Surface);
        Theme::instance().choose(SchemeChoice::Dark);
        QVERIFY(color(Token::Surface) != light);
        QCOMPARE(QApplication::palette().color(QPalette::Base), color(Token::Surface));
        Card card;
        card.resize(60, 60);
        QCOMPARE(card.grab().toImage().pixelColor(30, 30).rgb(), color(Token::Surface).rgb());
        Theme::instance().choose(SchemeChoice::Light);
        QCOMPARE(card.grab().toImage().pixelColor(30, 30).rgb(), light.rgb());
    }

    void badgesHideAtZero()
    {
        Badge badge(BadgeKind::Decide);
        badge.setCount(0);
        QVERIFY(badge.isHidden());
        badge.setCount(1234);
        QCOMPARE(badge.text(), u"999+"_s);
    }

    void componentsHaveNames()
    {
        QCOMPARE(iconButton(u"more"_s, u"More acts"_s)->accessibleName(), u"More acts"_s);
        QCOMPARE(StateMark(State::Failing, u"Needs sign-in"_s).accessibleName(), u"Needs sign-in"_s);
        MessageBar bar;
        bar.tell(MessageKind::Bad, u"36 records are gone."_s, u"Nothing was deleted."_s);
        QCOMPARE(bar.text(), u"36 records are gone. Nothing was deleted."_s);
        QVERIFY(!bar.isHidden());
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
