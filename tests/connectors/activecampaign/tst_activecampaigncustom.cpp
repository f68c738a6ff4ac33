#include "connectors/activecampaign/activecampaignbench.h"
#include "connectors/activecampaign/customrows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;
using Status = WriteOutcome::Status;

namespace {

constexpr std::int64_t morning = 1795500000; // 2026-11-24T06:00:00Z

} // namespace

/// Values of custom fields of deals and accounts: beside the records where the account lays them there, else asked for.
class ActiveCampaignCustomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dealsHaveTheirValues_data();
    void dealsHaveTheirValues();
    void changedDealsNeedNoRequestEach();
    void whatColumnsDoNotShowIsAskedForOnce();
    void aValueInAnUnexpectedColumnIsNotBlank_data();
    void aValueInAnUnexpectedColumnIsNotBlank();
    void accountsHaveTheirValues_data();
    void accountsHaveTheirValues();

private:
    static QString makeField(ActiveCampaignBench &bench, const QString &type)
    {
        const QString id = bench.add(u"dealCustomFieldMeta"_s,
                                     {{u"fieldLabel"_s, type},
                                      {u"fieldType"_s, type},
                                      {u"fieldOptions"_s, QJsonArray{u"Gold"_s, u"Silver"_s}},
                                      {u"fieldDefaultCurrency"_s, u"EUR"_s}});
        return u"field_"_s + id;
    }
    static QString makeDeal(ActiveCampaignBench &bench, const QMap<QString, Value> &custom)
    {
        QMap<QString, Value> fields{
            {u"title"_s, text("Renewal")},
            {u"value"_s, text("1.00")},
            {u"currency"_s, text("EUR")},
            {u"contact"_s, Value::text(bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}}))}};
        fields.insert(custom);
        const WriteOutcome made = bench.write(u"deals"_s, createOf(fields));
        return made.status == Status::Done ? made.remoteId : made.error.message;
    }
    static qsizetype listsOfValues(ActiveCampaignBench &bench)
    {
        return bench.sent("GET", "/dealCustomFieldData").size();
    }
};

void ActiveCampaignCustomTest::dealsHaveTheirValues_data()
{
    QTest::addColumn<bool>("takesInclude");
    QTest::newRow("beside the deals") << true;
    QTest::newRow("in a list of their own") << false;
}

void ActiveCampaignCustomTest::dealsHaveTheirValues()
{
    QFETCH(bool, takesInclude);
    ActiveCampaignBench bench;
    bench.crm().configure({{u"include"_s, takesInclude}});
    bench.clock().freeze(morning);
    const QMap<QString, Value> values{{makeField(bench, u"text"_s), text("Äcker & Söhne")},
                                      {makeField(bench, u"textarea"_s), text("one\ntwo")},
                                      {makeField(bench, u"date"_s), text("2026-02-28")},
                                      {makeField(bench, u"number"_s), text("100.99")},
                                      {makeField(bench, u"currency"_s), text("456.78")},
                                      {makeField(bench, u"dropdown"_s), text("Gold")},
                                      {makeField(bench, u"radio"_s), text("Silver")},
                                      {makeField(bench, u"multiselect"_s), Value::set({u"Gold"_s, u"Silver"_s})},
                                      {makeField(bench, u"datetime"_s), text("2026-03-02T15:15:00Z")}};
    const QString empty = makeDeal(bench, {}), full = makeDeal(bench, values);
    const auto check = [&](const QList<RemoteRecord> &records) {
        QCOMPARE(idsOf(records), (QStringList{empty, full}));
        for (auto it = values.begin(); it != values.end(); ++it) {
            QCOMPARE(records[1].fields.value(it.key()), *it);
            QVERIFY(records[0].fields.value(it.key()).isNull()); // no value, and not unknown
        }
    };
    check(bench.readAll(u"deals"_s, values.keys()));
    check(bench.readAll(u"deals"_s, values.keys(), u"2026-11-24T05:00:00Z"_s));
    const auto look = bench.connector().readByIds(u"deals"_s, {full}, values.keys(), {});
    QVERIFY(look);
    for (auto it = values.begin(); it != values.end(); ++it)
        QCOMPARE(look->first().record.fields.value(it.key()), *it);
}

void ActiveCampaignCustomTest::changedDealsNeedNoRequestEach()
{
    ActiveCampaignBench bench;
    const QString color = makeField(bench, u"text"_s);
    for (int i = 0; i < 250; ++i)
        makeDeal(bench, {{color, Value::text(QString::number(i))}});
    bench.forgetSent();
    QCOMPARE(bench.readAll(u"deals"_s, {color}, u"2020-01-01T00:00:00Z"_s).size(), 250);
    QCOMPARE(bench.sent("GET", "/deals").size(), 3);
    QCOMPARE(listsOfValues(bench), 0);
    QCOMPARE(bench.readAll(u"deals"_s, {color}).size(), 250);
    QCOMPARE(listsOfValues(bench), 0);
}

void ActiveCampaignCustomTest::whatColumnsDoNotShowIsAskedForOnce()
{
    ActiveCampaignBench bench;
    const QString plain = makeField(bench, u"text"_s), several = makeField(bench, u"multiselect"_s);
    for (int i = 0; i < 120; ++i)
        makeDeal(bench, {{plain, text("a")}});
    makeDeal(bench, {{plain, text("b")}, {several, Value::set({u"Gold"_s})}});
    bench.forgetSent();
    bench.readAll(u"deals"_s, {plain, several}, u"2020-01-01T00:00:00Z"_s);
    QCOMPARE(listsOfValues(bench), 1); // of the one deal that has several
    bench.forgetSent();
    const auto records = bench.readAll(u"deals"_s, {plain, several});
    QCOMPARE(listsOfValues(bench), 2); // of all, 122 rows
    QCOMPARE(records.last().fields.value(several), Value::set({u"Gold"_s}));
    QCOMPARE(records.first().fields.value(plain), text("a"));
}

void ActiveCampaignCustomTest::aValueInAnUnexpectedColumnIsNotBlank_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<Value>("value");
    QTest::newRow("where it belongs") << QByteArray(
        R"({"custom_field_text_value":null,"custom_field_text_blob":"note"})")
                                      << true << text("note");
    QTest::newRow("blank") << QByteArray(R"({"custom_field_text_value":null,"custom_field_text_blob":""})") << true
                           << Value::null();
    QTest::newRow("elsewhere") << QByteArray(R"({"custom_field_text_value":"note","custom_field_text_blob":null})")
                               << false << Value();
    QTest::newRow("no such column") << QByteArray(R"({"custom_field_text_value":null})") << false << Value();
}

void ActiveCampaignCustomTest::aValueInAnUnexpectedColumnIsNotBlank()
{
    QFETCH(QByteArray, row);
    QFETCH(bool, isKnown);
    RemoteField field;
    field.name = u"field_1"_s;
    field.custom = true;
    field.type = FieldType::LongText;
    field.nativeType = u"textarea"_s;
    const auto document = JsonDocument::parse(row);
    QVERIFY(document);
    const auto value = activecampaign::customValue(field, document->root());
    QCOMPARE(value.has_value(), isKnown);
    if (isKnown)
        QTEST(*value, "value");
}

void ActiveCampaignCustomTest::accountsHaveTheirValues_data()
{
    dealsHaveTheirValues_data();
}

void ActiveCampaignCustomTest::accountsHaveTheirValues()
{
    QFETCH(bool, takesInclude);
    ActiveCampaignBench bench;
    bench.crm().configure({{u"include"_s, takesInclude}});
    const WriteOutcome made = bench.write(u"accounts"_s,
                                          createOf({{u"name"_s, text("Acme")},
                                                    {u"field_2"_s, text("12")},
                                                    {u"field_3"_s, text("456.78")},
                                                    {u"field_4"_s, Value::set({u"Europe"_s})}}));
    QCOMPARE(made.status, Status::Done);
    const auto records = bench.readAll(u"accounts"_s, {u"field_2"_s, u"field_3"_s, u"field_4"_s});
    QCOMPARE(records.size(), 1);
    QCOMPARE(records[0].fields.value(u"field_2"_s), text("12"));
    QCOMPARE(records[0].fields.value(u"field_3"_s), text("456.78"));
    QCOMPARE(records[0].fields.value(u"field_4"_s), Value::set({u"Europe"_s}));
}

QTEST_GUILESS_MAIN(ActiveCampaignCustomTest)
#include "tst_activecampaigncustom.moc"
