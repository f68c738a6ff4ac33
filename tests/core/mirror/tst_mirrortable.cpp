#include "core/mirror/mirrortable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core::mirror;

namespace {

connectors::RemoteField field(const QString &name, FieldType type = FieldType::Text, const QString &customLabel = {})
{
    connectors::RemoteField field;
    field.name = name;
    field.type = type;
    field.custom = !customLabel.isEmpty();
    field.label = customLabel;
    return field;
}

QStringList namesOf(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns)
        names << column.name;
    return names;
}

} // namespace

class TestMirrorTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreReadableAndPlain_data();
    void namesAreReadableAndPlain();
    void columnsHaveNamesOfTheirOwn();
    void whatHasNamesIsToldByNameToo();
    void aColumnWhoseKindChangedIsAnotherOne();
};

void TestMirrorTable::namesAreReadableAndPlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("camel") << u"firstName"_s << u"first_name"_s;
    QTest::newRow("words") << u"Last visit"_s << u"last_visit"_s;
    QTest::newRow("capitals") << u"VIP level"_s << u"vip_level"_s;
    QTest::newRow("accents") << u"Café Größe"_s << u"cafe_gro_e"_s;
    QTest::newRow("punctuation") << u"  What, \"now\"? "_s << u"what_now"_s;
    QTest::newRow("digit first") << u"2nd phone"_s << u"f_2nd_phone"_s;
    QTest::newRow("nothing plain") << u"電話"_s << QString();
    QTest::newRow("snake") << u"already_snake"_s << u"already_snake"_s;
}

void TestMirrorTable::namesAreReadableAndPlain()
{
    QFETCH(QString, text);
    QTEST(snakeCase(text), "name");
}

void TestMirrorTable::columnsHaveNamesOfTheirOwn()
{
    connectors::RemoteEntity entity;
    entity.name = u"contacts"_s;
    entity.fields = {field(u"id"_s),
                     field(u"email"_s),
                     field(u"user"_s),
                     field(u"field_3"_s, FieldType::Text, u"Email"_s),
                     field(u"field_4"_s, FieldType::Text, u"Email"_s),
                     field(u"field_5"_s, FieldType::Text, u"電話"_s)};
    const Table table = tableOf(u"ac"_s, entity);
    QCOMPARE(table.name, u"ac_contacts"_s);
    QCOMPARE(namesOf(table),
             (QStringList{u"email"_s, u"user_value"_s, u"email_field_3"_s, u"email_field_4"_s, u"field"_s}));
}

void TestMirrorTable::whatHasNamesIsToldByNameToo()
{
    connectors::RemoteEntity entity;
    entity.name = u"deals"_s;
    entity.fields = {field(u"group"_s, FieldType::Enumeration), field(u"lists"_s, FieldType::Set)};
    entity.fields[0].options = {{u"1"_s, u"Sales"_s}};
    entity.fields[1].options = {{u"7"_s, u"Friends"_s}};
    const Table table = tableOf(u"ac"_s, entity);
    QCOMPARE(namesOf(table), (QStringList{u"pipeline"_s, u"pipeline_name"_s, u"lists"_s}));
    QCOMPARE(table.columns[1].shows, Column::Shows::Name);
    QCOMPARE(table.columns[2].shows, Column::Shows::Name);
    QVERIFY(table.columns[0].isIndexed);
}

void TestMirrorTable::aColumnWhoseKindChangedIsAnotherOne()
{
    connectors::RemoteEntity entity;
    entity.name = u"contacts"_s;
    entity.fields = {field(u"age"_s, FieldType::Integer), field(u"email"_s)};
    const Table table = reconciled(tableOf(u"ac"_s, entity),
                                   {{u"age"_s, ColumnKind::Text}, {u"email"_s, ColumnKind::Text}});
    QCOMPARE(namesOf(table), (QStringList{u"age_integer"_s, u"email"_s}));
}

QTEST_GUILESS_MAIN(TestMirrorTable)
#include "tst_mirrortable.moc"
