#include "connectors/hubspot/hubspotbatch.h"
#include "connectors/hubspot/hubspotdecoding.h"
#include "connectors/hubspot/hubspotobjects.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::connectors::hubspot;

namespace {

JsonDocument json(const QByteArray &text)
{
    auto document = JsonDocument::parse(text);
    if (!document)
        qFatal("no JSON: %s", text.constData());
    return std::move(*document);
}

RemoteField field(const QString &name, FieldType type, const QString &native = {})
{
    RemoteField made;
    made.name = name;
    made.type = type;
    made.nativeType = native;
    return made;
}

Item person(qsizetype index, const QString &email, const QString &city = {})
{
    Item item;
    item.index = index;
    item.properties = {{u"email"_s, email}};
    if (!city.isEmpty())
        item.properties.insert(u"city"_s, city);
    return item;
}

/// Ids by the index of the operation; "" where nothing was said of it.
QStringList idsOf(const QList<Item> &items, const QByteArray &answer)
{
    const JsonDocument document = json(answer);
    const auto answers = itemAnswers(items, document.root());
    QStringList ids;
    for (const Item &item : items)
        ids.append(answers.value(item.trace()).record["id"].text());
    return ids;
}

RemoteEntity deals(const QString &stagesNative)
{
    return {u"deals"_s,
            u"Deals"_s,
            u"deal"_s,
            {field(u"dealname"_s, FieldType::Text), field(stageProperty, FieldType::Enumeration, stagesNative),
             field(pipelineProperty, FieldType::Enumeration)}};
}

QString pipelineSent(const QString &stagesNative, const QMap<QString, Value> &fields, WriteKind kind)
{
    const WriteOperation operation{kind, kind == WriteKind::Create ? QString() : u"7"_s, fields, {}};
    const auto item = makeItem(deals(stagesNative), operation, 0);
    return item ? item->properties.value(pipelineProperty).toString() : item.error().message;
}

} // namespace

/// What HubSpot's answers mean; nobody is asked.
class tst_HubSpotAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tracedResults_findTheirItems()
    {
        QCOMPARE(idsOf({person(0, u"a@x.test"_s), person(1, u"b@x.test"_s)},
                       R"({"results":[{"id":"12","objectWriteTraceId":"operation-1","properties":{}},
                                      {"id":"11","objectWriteTraceId":"operation-0","properties":{}}]})"),
                 (QStringList{u"11"_s, u"12"_s}));
    }

    void resultsWithoutTrace_areKnownByWhatWasSent()
    {
        QCOMPARE(idsOf({person(0, u"a@x.test"_s, u"Bonn"_s), person(1, u"b@x.test"_s, u"Bonn"_s)},
                       R"({"results":[{"id":"12","properties":{"email":"B@x.test","city":"Bonn"}},
                                      {"id":"11","properties":{"email":"a@x.test"}}]})"),
                 (QStringList{u"11"_s, u"12"_s}));
    }

    void resultThatFitsSeveral_isNobodys()
    {
        const QList<Item> items{person(0, u"a@x.test"_s, u"Bonn"_s), person(1, u"a@x.test"_s, u"Ulm"_s)};
        QCOMPARE(idsOf(items, R"({"results":[{"id":"11","properties":{"email":"a@x.test"}}]})"),
                 (QStringList{QString(), QString()}));
    }

    void alikeRecords_haveOneResultEach()
    {
        const QList<Item> items{person(0, u"a@x.test"_s), person(1, u"a@x.test"_s)};
        QCOMPARE(idsOf(items, R"({"results":[{"id":"11","properties":{"email":"a@x.test"}},
                                             {"id":"12","properties":{"email":"a@x.test"}}]})"),
                 (QStringList{u"11"_s, u"12"_s}));
    }

    void numbers_comeWithoutExponent_data()
    {
        QTest::addColumn<QString>("property");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << u"amount"_s << "\"17.5\""_ba << u"17.5"_s;
        QTest::newRow("large") << u"amount"_s << "\"1.5E7\""_ba << u"15000000"_s;
        QTest::newRow("small") << u"amount"_s << "\"2.5E-3\""_ba << u"0.0025"_s;
        QTest::newRow("part of one") << probabilityProperty << "\"2.0E-1\""_ba << u"20"_s;
    }

    void numbers_comeWithoutExponent()
    {
        QFETCH(QString, property);
        QFETCH(QByteArray, shown);
        QFETCH(QString, value);
        const JsonDocument document = json("{\"p\":" + shown + '}');
        QCOMPARE(decodedValue(field(property, FieldType::Decimal), document.root()["p"]).text(), value);
    }

    void stage_goesWithItsPipeline_data()
    {
        QTest::addColumn<QString>("native");
        QTest::addColumn<bool>("isCreate");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("sent");
        const QString several = u"stages(sales=new,won;renewals=asked,kept)"_s;
        QTest::newRow("create") << several << true << QString() << u"renewals"_s;
        QTest::newRow("update") << several << false << QString() << u"renewals"_s;
        QTest::newRow("given") << several << true << u"sales"_s << u"sales"_s;
        QTest::newRow("only one") << u"enumeration/radio"_s << true << QString() << QString();
    }

    void stage_goesWithItsPipeline()
    {
        QFETCH(QString, native);
        QFETCH(bool, isCreate);
        QFETCH(QString, given);
        QFETCH(QString, sent);
        QMap<QString, Value> fields{{u"dealname"_s, Value::text(u"Big"_s)}, {stageProperty, Value::text(u"kept"_s)}};
        if (!given.isEmpty())
            fields.insert(pipelineProperty, Value::text(given));
        QCOMPARE(pipelineSent(native, fields, isCreate ? WriteKind::Create : WriteKind::Update), sent);
    }

    void dealWithoutStage_keepsItsPipeline()
    {
        QCOMPARE(pipelineSent(u"stages(sales=new;renewals=asked)"_s, {{u"dealname"_s, Value::text(u"Big"_s)}},
                              WriteKind::Update),
                 QString());
    }

    void holderOfAnAddress_isReadFromTheWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("id");
        QTest::newRow("known") << u"Contact already exists. Existing ID: 6001"_s << u"6001"_s;
        QTest::newRow("another case") << u"Object exists, existing id 6001."_s << u"6001"_s;
        QTest::newRow("none") << u"A value 6001 is taken"_s << QString();
    }

    void holderOfAnAddress_isReadFromTheWords()
    {
        QFETCH(QString, words);
        Refusal refusal;
        refusal.words = words;
        QTEST(existingId(refusal), "id");
    }
};

QTEST_GUILESS_MAIN(tst_HubSpotAnswers)
#include "tst_hubspotanswers.moc"
