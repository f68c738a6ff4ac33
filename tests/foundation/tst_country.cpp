#include "foundation/country.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;

class TestCountry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesInManyLanguagesAreOneCountry_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        const QList<std::pair<QString, QString>> rows{{u"Germany"_s, u"DE"_s},
                                                      {u"Deutschland"_s, u"DE"_s},
                                                      {u"Allemagne"_s, u"DE"_s},
                                                      {u"germany "_s, u"DE"_s},
                                                      {u"DE"_s, u"DE"_s},
                                                      {u"deu"_s, u"DE"_s},
                                                      {u"Österreich"_s, u"AT"_s},
                                                      {u"O\u0308sterreich"_s, u"AT"_s},
                                                      {u"Schweiz"_s, u"CH"_s},
                                                      {u"Suisse"_s, u"CH"_s},
                                                      {u"Frankreich"_s, u"FR"_s},
                                                      {u"Vereinigtes Königreich"_s, u"GB"_s},
                                                      {u"UK"_s, u"GB"_s},
                                                      {u"USA"_s, u"US"_s},
                                                      {u"Czech Republic"_s, u"CZ"_s},
                                                      {u"Tschechien"_s, u"CZ"_s},
                                                      {u"Niger"_s, u"NE"_s},
                                                      {u"Georgia"_s, u"GE"_s},
                                                      {u"Italia"_s, u"IT"_s},
                                                      {u"日本"_s, u"JP"_s},
                                                      {u"Atlantis"_s, u""_s},
                                                      {u"Bayern"_s, u""_s},
                                                      {u""_s, u""_s},
                                                      {u"x"_s, u""_s}};
        for (const auto &[name, code] : rows)
            QTest::newRow(qPrintable(name)) << name << code;
    }
    void namesInManyLanguagesAreOneCountry()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        QCOMPARE(countryCode(name), code);
    }
    void aCodeHasAnEnglishName()
    {
        QCOMPARE(englishCountryName(u"de"_s), u"Germany"_s);
        QCOMPARE(englishCountryName(u"CH"_s), u"Switzerland"_s);
        QCOMPARE(englishCountryName(u"Q9"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestCountry)
#include "tst_country.moc"
