#include "connectors/activecampaign/activecampaignbench.h"
#include "connectors/activecampaign/money.h"
#include "foundation/canonical.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;

/// Each type of value, written and read back.
class ActiveCampaignValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyValueComesBackAsPredicted_data();
    void everyValueComesBackAsPredicted();
    void whatWouldBeDestroyedIsRefused_data();
    void whatWouldBeDestroyedIsRefused();
    void moneyIsCountedInHundredths_data();
    void moneyIsCountedInHundredths();
};

void ActiveCampaignValuesTest::everyValueComesBackAsPredicted_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("field");
    QTest::addColumn<Value>("value");
    QTest::addColumn<Value>("shown");
    const auto row = [](const char *name, const char *entity, const char *field, const Value &value,
                        const Value &shown = {}) {
        QTest::newRow(name) << QString::fromLatin1(entity) << QString::fromLatin1(field) << value
                            << (shown.isAbsent() ? value : shown);
    };
    row("text", "contacts", "firstName", text("Zoë \"Z\" & <b>'s \U0001F31F"));
    row("cleared text", "contacts", "firstName", Value::null());
    row("address", "contacts", "email", text(" ada@x.test"), text("ada@x.test"));
    row("phone", "contacts", "phone", text("+49 30 901820"));
    row("date", "contacts", "field_1", text("1980-02-29"));
    row("cleared date", "contacts", "field_1", Value::null());
    row("choices", "contacts", "field_6", Value::set({u"Sailing"_s, u"Cooking & baking"_s}));
    row("one choice", "contacts", "field_6", Value::set({u"Chess"_s}));
    row("no choice", "contacts", "field_6", Value::set({}));
    row("choice", "contacts", "field_7", text("Premium"));
    row("number", "contacts", "field_8", text("-12.50"));
    row("instant", "contacts", "field_9", text("2026-03-02T15:15:00Z"));
    row("instant with fractions", "contacts", "field_9", text("2026-03-02T15:15:00.250Z"),
        text("2026-03-02T15:15:00Z"));
    row("long text", "contacts", "field_10", Value::text(QString(5000, u'ä') + u"\nend"_s));
    row("address of an account", "accounts", "accountUrl", text("https://acme.test/a?b=c"));
    row("number of an account", "accounts", "field_2", text("12"));
    row("money", "accounts", "field_3", text("456.7"), text("456.70"));
    row("negative money", "accounts", "field_3", text("-0.05"));
    row("cleared money", "accounts", "field_3", Value::null());
    row("choices of an account", "accounts", "field_4", Value::set({u"Asia"_s, u"Europe"_s}));
    row("no choice of an account", "accounts", "field_4", Value::set({}));
}

void ActiveCampaignValuesTest::everyValueComesBackAsPredicted()
{
    QFETCH(QString, entity);
    QFETCH(QString, field);
    QFETCH(Value, value);
    QFETCH(Value, shown);
    ActiveCampaignBench bench;
    const RemoteField described = bench.field(entity, field);
    const auto encoded = bench.connector().encode(entity, described, value, WriteKind::Update);
    QVERIFY2(encoded, encoded ? "" : qPrintable(encoded.error().message));
    QVERIFY(same(described.type, encoded->predicted, shown));
    QVERIFY(encoded->predicted != value || encoded->warning.isEmpty());
    QVERIFY(same(described.type, encoded->predicted, value) || !encoded->warning.isEmpty());
    const QString id = bench.add(entity, {{u"email"_s, u"a@x.test"_s}, {u"name"_s, u"Acme"_s}});
    const WriteOutcome outcome = bench.write(entity, updateOf(id, {{field, value}}));
    QCOMPARE(outcome.error.message, QString());
    QVERIFY(same(described.type, outcome.record.fields.value(field), shown));
    const auto read = bench.readAll(entity, {field});
    QVERIFY2(same(described.type, read.first().fields.value(field), shown),
             qPrintable(read.first().fields.value(field).display()));
}

void ActiveCampaignValuesTest::whatWouldBeDestroyedIsRefused_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("field");
    QTest::addColumn<Value>("value");
    const auto row = [](const char *name, const char *entity, const char *field, const Value &value) {
        QTest::newRow(name) << QString::fromLatin1(entity) << QString::fromLatin1(field) << value;
    };
    row("no address", "contacts", "email", text("ada at x"));
    row("cleared address", "contacts", "email", Value::null());
    row("cleared name", "accounts", "name", Value::null());
    row("no date", "contacts", "field_1", text("29.2.1980"));
    row("no instant", "contacts", "field_9", text("tomorrow"));
    row("no option", "contacts", "field_7", text("Gold"));
    row("one is no option", "contacts", "field_6", Value::set({u"Chess"_s, u"Golf"_s}));
    row("no number", "contacts", "field_8", text("a dozen"));
    row("too many decimals", "accounts", "field_3", text("1.234"));
    row("less than nothing", "deals", "value", text("-1"));
    row("no amount", "accounts", "field_3", text("12 EUR"));
}

void ActiveCampaignValuesTest::whatWouldBeDestroyedIsRefused()
{
    QFETCH(QString, entity);
    QFETCH(QString, field);
    QFETCH(Value, value);
    ActiveCampaignBench bench;
    const auto encoded = bench.connector().encode(entity, bench.field(entity, field), value, WriteKind::Update);
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().kind, ErrorKind::Validation);
    QCOMPARE(encoded.error().fields, QStringList{field});
    QVERIFY(!encoded.error().remedy.isEmpty());
}

void ActiveCampaignValuesTest::moneyIsCountedInHundredths_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("cents");
    QTest::newRow("both places") << u"456.78"_s << u"45678"_s;
    QTest::newRow("one place") << u"456.7"_s << u"45670"_s;
    QTest::newRow("whole") << u"456"_s << u"45600"_s;
    QTest::newRow("zeros too many") << u"0.0500"_s << u"5"_s;
    QTest::newRow("nothing") << u"0"_s << u"0"_s;
    QTest::newRow("less than nothing") << u"-1.5"_s << u"-150"_s;
    QTest::newRow("beyond a double") << u"12345678901234567.89"_s << u"1234567890123456789"_s;
}

void ActiveCampaignValuesTest::moneyIsCountedInHundredths()
{
    QFETCH(QString, amount);
    QFETCH(QString, cents);
    QCOMPARE(activecampaign::toCents(amount).value_or(u"none"_s), cents);
    const Value back = Value::text(activecampaign::fromCents(cents));
    QVERIFY2(same(FieldType::Decimal, back, Value::text(amount)), qPrintable(back.text()));
}

QTEST_GUILESS_MAIN(ActiveCampaignValuesTest)
#include "tst_activecampaignvalues.moc"
