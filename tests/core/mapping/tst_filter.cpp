#include "core/mapping/filter.h"
#include "core/schema/hubschema.h"

#include <QTest>

using namespace syncline;
using namespace syncline::core;
using namespace Qt::StringLiterals;

namespace {

QMap<QString, FieldType> kinds()
{
    return HubSchema::builtIn().kinds(u"contact"_s);
}

QMap<QString, Value> ann()
{
    return {{u"email"_s, Value::text(u"Ann@Example.com"_s)},
            {u"address"_s, Value::group({{u"country"_s, Value::text(u"Germany"_s)}, {u"city"_s, Value::text(u""_s)}})},
            {u"tags"_s, Value::set({u"VIP"_s, u"news"_s})},
            {u"points"_s, Value::text(u"100"_s)},
            {u"birth_date"_s, Value::text(u"1990-01-01"_s)},
            {u"consent_email"_s, Value::null()},
            {u"job_title"_s, Value::text(u"Chief \"Bob\""_s)}};
}

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void condition_isTrueOrNot_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *expression, bool accepted) {
            QTest::newRow(expression) << QString::fromUtf8(expression) << accepted;
        };
        row("", true);
        row("country = \"germany\"", true);
        row("country != 'France'", true);
        row("country in (\"France\", \"Germany\")", true);
        row("tags has \"vip\"", true);
        row("tags has \"gold\"", false);
        row("not tags has \"gold\"", true);
        row("points > 20", true);
        row("points >= 100.0 and points <= 100", true);
        row("points = 100.00", true);
        row("birth_date >= 1990-01-01", true);
        row("birth_date < 1990-01-01", false);
        row("city is blank", true);
        row("city = \"\"", true);
        row("country is not blank", true);
        row("website is blank", true);
        row("consent_email != \"refused\"", true);
        row("consent_email = \"unknown\"", true);
        row("mobile < \"9\"", false);
        row("mobile != \"9\"", true);
        row("email contains \"@example\"", true);
        row("email starts with \"ann\"", true);
        row("job_title = \"Chief \\\"Bob\\\"\"", true);
        row("country = \"France\" or tags has \"vip\" and points > 500", false);
        row("(country = \"Germany\" or tags has \"gold\") and points > 50", true);
        row("NOT (country = \"Germany\" AND points > 50)", false);
        row("consent_email != \"refused\" and (country = \"Germany\" or tags has \"vip\") and birth_date >= 1990-01-01",
            true);
    }

    void condition_isTrueOrNot()
    {
        QFETCH(QString, expression);
        const auto filter = Filter::parse(expression, kinds());
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message));
        QTEST(filter->accepts(ann()), "accepted");
    }

    void mistake_isFoundAtItsPlace_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("position");
        const auto row = [](const char *expression, int position) {
            QTest::newRow(expression) << QString::fromUtf8(expression) << position;
        };
        row("contry = \"x\"", 1);
        row("country = ", 11);
        row("country = Germany", 11);
        row("country \"x\"", 9);
        row("country = \"x\" points > 1", 15);
        row("(country = \"x\"", 15);
        row("country = \"x", 11);
        row("points > \"many\"", 10);
        row("birth_date > 1990-13-01", 14);
        row("consent_email = \"yes\"", 17);
        row("tags > \"a\"", 6);
        row("country is nothing", 12);
        row("country = \"x\" and", 18);
        row("country ; \"x\"", 9);
        row("address is blank", 1);
    }

    void mistake_isFoundAtItsPlace()
    {
        QFETCH(QString, expression);
        QFETCH(int, position);
        const auto filter = Filter::parse(expression, kinds());
        QVERIFY(!filter);
        QVERIFY2(filter.error().message.contains(u"position %1:"_s.arg(position)), qPrintable(filter.error().message));
    }

    void deepNesting_isRefused()
    {
        QVERIFY(!Filter::parse(QString(5000, u'('), kinds()));
        QVERIFY(!Filter::parse(u"not "_s.repeated(5000), kinds()));
    }

    void instants_compareWithDays()
    {
        const QMap<QString, FieldType> deal = HubSchema::builtIn().kinds(u"deal"_s);
        const QMap<QString, Value> record{{u"closed_at"_s, Value::text(u"2024-05-01T10:00:00Z"_s)}};
        QVERIFY(Filter::parse(u"closed_at = 2024-05-01"_s, deal)->accepts(record));
        QVERIFY(Filter::parse(u"closed_at > 2024-05-01T09:59:59Z"_s, deal)->accepts(record));
        QVERIFY(!Filter::parse(u"closed_at > 2024-05-01"_s, deal)->accepts(record));
    }

    void fields_areNamed()
    {
        const QStringList fields{u"country"_s, u"tags"_s};
        QCOMPARE(Filter::parse(u"tags has 'a' or country = 'b'"_s, kinds())->fields(), fields);
        QVERIFY(!Filter::acceptsNothing().accepts(ann()));
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
