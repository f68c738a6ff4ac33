#include "core/mirror/mirrorrow.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core::mirror;

namespace {

connectors::RemoteField field(const QString &name, FieldType type)
{
    connectors::RemoteField field;
    field.name = name;
    field.type = type;
    return field;
}

} // namespace

class TestMirrorRow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatDoesNotFitIsNull_data();
    void whatDoesNotFitIsNull();
    void theDocumentIsTheRecordAndWhatItsIdsMean();
    void aConnectorWithoutRawRecordsIsNoLoss();
    void nulNeverReachesADatabase();
};

void TestMirrorRow::whatDoesNotFitIsNull_data()
{
    QTest::addColumn<ColumnKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    const auto add = [](ColumnKind kind, const QString &text, bool fits) {
        QTest::addRow("%s %s", qPrintable(columnKindName(kind)), qPrintable(text)) << kind << text << fits;
    };
    add(ColumnKind::Integer, u"-12"_s, true);
    add(ColumnKind::Integer, u"12.5"_s, false);
    add(ColumnKind::Integer, u"many"_s, false);
    add(ColumnKind::Integer, u"12345678901234567890"_s, false);
    add(ColumnKind::Decimal, u"1234567890123456789.05"_s, true);
    add(ColumnKind::Decimal, u"1e5"_s, true);
    add(ColumnKind::Decimal, u"nan"_s, false);
    add(ColumnKind::Decimal, u"1,5"_s, false);
    add(ColumnKind::Boolean, u"true"_s, true);
    add(ColumnKind::Boolean, u"1"_s, false);
    add(ColumnKind::Date, u"2024-02-29"_s, true);
    add(ColumnKind::Date, u"2023-02-29"_s, false);
    add(ColumnKind::Instant, u"2024-02-29T10:00:00Z"_s, true);
    add(ColumnKind::Instant, u"soon"_s, false);
    add(ColumnKind::Text, u"anything"_s, true);
}

void TestMirrorRow::whatDoesNotFitIsNull()
{
    QFETCH(ColumnKind, kind);
    QFETCH(QString, text);
    QFETCH(bool, fits);
    const Value value = fitting(kind, Value::text(text));
    QCOMPARE(value.isNull(), !fits);
    if (fits)
        QCOMPARE(value.text(), text);
}

void TestMirrorRow::theDocumentIsTheRecordAndWhatItsIdsMean()
{
    connectors::RemoteEntity entity;
    entity.name = u"deals"_s;
    connectors::RemoteField pipeline = field(u"group"_s, FieldType::Enumeration);
    pipeline.options = {{u"2"_s, u"Renewals"_s}};
    connectors::RemoteField visits = field(u"field_8"_s, FieldType::Decimal);
    visits.label = u"Visits"_s;
    visits.custom = true;
    entity.fields = {pipeline, visits, field(u"tags"_s, FieldType::Set)};
    connectors::RemoteRecord record;
    record.id = u"5"_s;
    record.raw = R"({"id":"5","group":"2","big":12345678901234567890})";
    record.fields = {{u"group"_s, Value::text(u"2"_s)},
                     {u"field_8"_s, Value::text(u"many"_s)},
                     {u"tags"_s, Value::set({u"b"_s, u"a"_s})}};
    const Row row = RowMaker(tableOf(u"ac"_s, entity)).row(record);
    QCOMPARE(row.document,
             QByteArray(R"({"id":"5","group":"2","big":12345678901234567890,"customFields":{"Visits":"many"},)"
                        R"("pipelineData":{"id":"2","title":"Renewals"},"tagNames":["a","b"]})"));
    QCOMPARE(
        row.cells,
        (QList<Value>{Value::text(u"2"_s), Value::text(u"Renewals"_s), Value::null(), Value::set({u"a"_s, u"b"_s})}));
}

void TestMirrorRow::aConnectorWithoutRawRecordsIsNoLoss()
{
    connectors::RemoteEntity entity;
    entity.name = u"people"_s;
    entity.fields = {field(u"name"_s, FieldType::Text)};
    connectors::RemoteRecord record;
    record.id = u"5"_s;
    record.fields = {{u"name"_s, Value::text(u"Ada"_s)}};
    QCOMPARE(RowMaker(tableOf(u"x"_s, entity)).row(record).document,
             QByteArray(R"({"id":"5","name":"Ada","customFields":{}})"));
}

void TestMirrorRow::nulNeverReachesADatabase()
{
    connectors::RemoteEntity entity;
    entity.name = u"people"_s;
    entity.fields = {field(u"name"_s, FieldType::Text)};
    connectors::RemoteRecord record;
    record.id = u"5"_s;
    record.raw = R"({"a":"x\u0000y","b":"\\u0000"})";
    record.fields = {{u"name"_s, Value::text(QString(u"A"_s + QChar(u'\0') + u"B"_s))}};
    const Row row = RowMaker(tableOf(u"x"_s, entity)).row(record);
    QCOMPARE(row.document, QByteArray(R"({"a":"xy","b":"\\u0000","customFields":{}})"));
    QCOMPARE(row.cells.first().text(), u"AB"_s);
}

QTEST_GUILESS_MAIN(TestMirrorRow)
#include "tst_mirrorrow.moc"
