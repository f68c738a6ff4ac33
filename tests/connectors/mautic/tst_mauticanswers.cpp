#include "connectors/common/answers.h"
#include "connectors/mautic/mauticbatch.h"
#include "connectors/mautic/mauticbench.h"
#include "connectors/mautic/mauticdecoding.h"
#include "connectors/mautic/mauticencoding.h"
#include "connectors/mautic/mauticfields.h"

#include "foundation/canonical.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::connectors::mautic;
using namespace syncline::support;

namespace {

QStringList recordings()
{
    const QString folder = QStringLiteral(SYNCLINE_SOURCE_DIR) + u"/tests/recordings/mautic"_s;
    QStringList names = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(5);
    return names;
}

/// The fields of the recorded installation: the standard ones and those that the recordings created.
RemoteEntity recordedEntity(Object object)
{
    RemoteEntity entity;
    entity.name = entityName(object);
    const QString list = object == Object::Contact ? u"fields-contact-list"_s : u"fields-company-list"_s;
    const auto document = JsonDocument::parse(recordedAnswer(u"mautic"_s, list).body);
    for (const JsonView metadata : document->root()["fields"]) {
        if (auto field = describedField(object, metadata))
            entity.fields.append(*field);
    }
    for (const QString &name : recordings()) {
        const HttpResponse answer = recordedAnswer(u"mautic"_s, name);
        if (!name.startsWith("field-create-"_L1) || answer.status != 201)
            continue;
        const auto made = JsonDocument::parse(answer.body);
        const JsonView metadata = made->root()["field"];
        if (metadata["object"].text() != auditName(object))
            continue;
        if (auto field = describedField(object, metadata))
            entity.fields.append(*field);
    }
    return entity;
}

QStringList namesOf(const RemoteEntity &entity)
{
    QStringList names;
    for (const RemoteField &field : entity.fields)
        names.append(field.name);
    return names + QStringList{u"tags"_s, u"dnc_email"_s, u"dnc_sms"_s, u"owner"_s, u"stage"_s};
}

/// With the synthetic fields, which the sandbox's connector knows.
RemoteEntity madeEntity(Object object)
{
    RemoteEntity entity = recordedEntity(object);
    if (object == Object::Contact) {
        MauticBench bench;
        for (const char *name : {"tags", "dnc_email", "dnc_sms", "owner", "stage"})
            entity.fields.append(bench.field(u"contacts"_s, QString::fromLatin1(name)));
    }
    return entity;
}

const RemoteEntity &wholeEntity(Object object)
{
    static const RemoteEntity contacts = madeEntity(Object::Contact);
    static const RemoteEntity companies = madeEntity(Object::Company);
    return object == Object::Contact ? contacts : companies;
}

} // namespace

class MauticAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordedListIsReadAndSorted_data();
    void everyRecordedListIsReadAndSorted();
    void everyRecordedRecordIsRead_data();
    void everyRecordedRecordIsRead();
    void aWholeContactHasTypedValues();
    void aRecordedBlankIsNull();
    void ownerStageAndConsentStandBesideTheFields();
    void theSmallerListsAreReadAsRecorded_data();
    void theSmallerListsAreReadAsRecorded();
    void everyRecordedWriteWasPredicted_data();
    void everyRecordedWriteWasPredicted();
    void everyRecordedRefusalIsClassified_data();
    void everyRecordedRefusalIsClassified();
    void everyItemOfARecordedBatchHasItsOwnStatus_data();
    void everyItemOfARecordedBatchHasItsOwnStatus();
    void theLimitOfABatchIsReadFromTheComplaint();
    void secretsNeverReachAMessage();
    void aPageThatIsNoListIsAnError_data();
    void aPageThatIsNoListIsAnError();
};

void MauticAnswersTest::everyRecordedListIsReadAndSorted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("object");
    for (const QString &name : recordings()) {
        const QJsonObject recorded = recordedExchange(u"mautic"_s, name);
        const QJsonValue body = recorded["response"_L1]["body"_L1];
        const bool isList = recorded["request"_L1]["method"_L1] == "GET"_L1 && !name.startsWith("contact-"_L1)
            && !name.startsWith("campaign"_L1) && name != "contacts-list-select"_L1;
        if (isList && body["contacts"_L1].isObject())
            QTest::newRow(qPrintable(name)) << name << int(Object::Contact);
        if (isList && body["companies"_L1].isObject())
            QTest::newRow(qPrintable(name)) << name << int(Object::Company);
    }
}

void MauticAnswersTest::everyRecordedListIsReadAndSorted()
{
    QFETCH(QString, name);
    QFETCH(int, object);
    const RemoteEntity &entity = wholeEntity(Object(object));
    const HttpResponse answer = recordedAnswer(u"mautic"_s, name);
    const auto document = JsonDocument::parse(answer.body);
    const auto page = decodedPage(entity, document->root(), namesOf(entity));
    QVERIFY2(page, page ? "" : qPrintable(page.error().message));
    QCOMPARE(page->records.size(), document->root()[entity.name.toStdString()].size());
    QVERIFY(page->total >= page->records.size());
    QVERIFY(std::ranges::is_sorted(page->records, {}, [](const RemoteRecord &record) { return idNumber(record.id); }));
}

void MauticAnswersTest::everyRecordedRecordIsRead_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : recordings()) {
        const QJsonObject recorded = recordedExchange(u"mautic"_s, name);
        const QJsonValue contact = recorded["response"_L1]["body"_L1]["contact"_L1];
        const bool isWhole = contact["fields"_L1]["all"_L1].isObject() && !contact["id"_L1].isNull();
        if (isWhole && recorded["response"_L1]["status"_L1].toInt() < 300)
            QTest::newRow(qPrintable(name)) << name;
    }
}

void MauticAnswersTest::everyRecordedRecordIsRead()
{
    QFETCH(QString, name);
    const RemoteEntity &entity = wholeEntity(Object::Contact);
    const auto document = JsonDocument::parse(recordedAnswer(u"mautic"_s, name).body);
    const auto record = decodedRecord(entity, document->root()["contact"], namesOf(entity));
    QVERIFY2(record, record ? "" : qPrintable(record.error().message));
    QVERIFY(idNumber(record->id) > 0);
    QVERIFY(record->createdAt.has_value());
    QVERIFY(*record->modifiedAt >= *record->createdAt);
    QVERIFY(record->fields[u"tags"_s].isSet());
    for (const Value &value : std::as_const(record->fields))
        QVERIFY(value.isReadable());
    if (const Value yes = record->fields.value(u"x_bool"_s); yes.isText())
        QVERIFY(yes.text() == "true"_L1 || yes.text() == "false"_L1);
}

void MauticAnswersTest::aWholeContactHasTypedValues()
{
    const RemoteEntity &entity = wholeEntity(Object::Contact);
    const auto document = JsonDocument::parse(recordedAnswer(u"mautic"_s, u"contact-get"_s).body);
    const auto record = decodedRecord(entity, document->root()["contact"], namesOf(entity));
    QVERIFY(record);
    QCOMPARE(record->id, u"3"_s);
    QCOMPARE(record->createdAt, std::optional(std::chrono::seconds(1795489222))); // 2026-11-24T03:00:22Z
    QCOMPARE(record->modifiedAt, record->createdAt);
    const QMap<QString, Value> expected{
        {u"firstname"_s, text("Jürgen 🚀")},
        {u"position"_s, text("CEO \"Chef\" bold")},
        {u"email"_s, text("juergen@example.test")},
        {u"points"_s, text("7")},
        {u"x_bool"_s, text("true")},
        {u"x_int"_s, text("42")},
        {u"x_dec"_s, text("3.14")},
        {u"x_date"_s, text("2024-02-29")},
        {u"x_datetime"_s, text("2024-02-29T13:45:00Z")},
        {u"x_time"_s, text("13:45:00")},
        {u"x_select"_s, text("green")},
        {u"x_multi"_s, Value::set({u"a"_s, u"c"_s})},
        {u"x_html"_s, text("<p>Hallo <b>Welt</b> & Co</p>")},
        {u"fax"_s, Value::null()},
        {u"dnc_email"_s, Value::null()},
    };
    for (auto it = expected.begin(); it != expected.end(); ++it)
        QCOMPARE(record->fields.value(it.key()), *it);
}

void MauticAnswersTest::aRecordedBlankIsNull()
{
    const RemoteEntity &entity = wholeEntity(Object::Contact);
    const auto document = JsonDocument::parse(recordedAnswer(u"mautic"_s, u"contact-patch-null-overwrite"_s).body);
    const auto record = decodedRecord(entity, document->root()["contact"], {u"x_url"_s, u"state"_s, u"x_text"_s});
    QVERIFY(record);
    QVERIFY(record->fields[u"x_url"_s].isNull());
    QVERIFY(!record->fields.contains(u"x_text"_s)); // not delivered: unknown, not cleared
}

void MauticAnswersTest::ownerStageAndConsentStandBesideTheFields()
{
    const RemoteEntity &entity = wholeEntity(Object::Contact);
    const auto recordOf = [&](const QString &name) {
        const auto document = JsonDocument::parse(recordedAnswer(u"mautic"_s, name).body);
        return decodedRecord(entity, document->root()["contact"], namesOf(entity)).value_or(RemoteRecord());
    };
    QCOMPARE(recordOf(u"contact-get-with-owner"_s).fields[u"owner"_s], text("1"));
    QCOMPARE(recordOf(u"contact-patch-stage"_s).fields[u"stage"_s], text("Kunde"));
    QCOMPARE(recordOf(u"contact-get-dnc"_s).fields[u"dnc_email"_s], text("refused"));
    QVERIFY(recordOf(u"contact-get-dnc"_s).fields[u"dnc_sms"_s].isNull());
}

void MauticAnswersTest::theSmallerListsAreReadAsRecorded_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("recording");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("users") << u"users"_s << u"users-list"_s << u"email"_s << u"admin@example.test"_s;
    QTest::newRow("names of users") << u"users"_s << u"users-list"_s << u"name"_s << u"Ada Admin"_s;
    QTest::newRow("campaigns") << u"campaigns"_s << u"campaigns-list"_s << u"name"_s << u"Kampagne 1"_s;
    QTest::newRow("states") << u"campaigns"_s << u"campaigns-list"_s << u"state"_s << u"active"_s;
    QTest::newRow("segments") << u"segments"_s << u"segments-list"_s << u"alias"_s << u"test-segment"_s;
    QTest::newRow("e-mails") << u"emails"_s << u"emails-list"_s << u"sent"_s << u"0"_s;
    QTest::newRow("forms") << u"forms"_s << u"forms-list"_s << u"alias"_s << u"form_1"_s;
    QTest::newRow("notes") << u"notes"_s << u"notes-list"_s << u"lead"_s << u"50"_s;
    QTest::newRow("activity") << u"engagement"_s << u"contacts-activity-all"_s << u"type"_s << u"email.sent"_s;
    QTest::newRow("its contact") << u"engagement"_s << u"contacts-activity-all"_s << u"contact"_s << u"50"_s;
}

void MauticAnswersTest::theSmallerListsAreReadAsRecorded()
{
    QFETCH(QString, entity);
    QFETCH(QString, recording);
    QFETCH(QString, field);
    QFETCH(QString, value);
    MauticBench bench;
    bench.intercept = [&](const HttpRequest &) { return std::optional(recordedAnswer(u"mautic"_s, recording)); };
    const auto records = bench.readAll(entity, {field});
    QVERIFY(!records.isEmpty());
    QCOMPARE(records.first().fields.value(field), text(value.toUtf8().constData()));
}

void MauticAnswersTest::everyRecordedWriteWasPredicted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    const RemoteEntity &entity = wholeEntity(Object::Contact);
    for (const QString &name : recordings()) {
        const QJsonObject recorded = recordedExchange(u"mautic"_s, name);
        const QJsonObject body = recorded["request"_L1]["body"_L1].toObject();
        const QString path = recorded["request"_L1]["path"_L1].toString();
        const bool isWrite = path.startsWith("/api/contacts/"_L1) && !path.contains("/dnc/"_L1);
        if (!isWrite || recorded["request"_L1]["method"_L1] == "PUT"_L1)
            continue;
        for (auto it = body.begin(); it != body.end(); ++it) {
            if (it.key() != "tags"_L1 && entity.field(it.key()))
                QTest::newRow(qPrintable(name + u' ' + it.key())) << name << it.key();
        }
    }
}

/// Whatever the real server stored was predicted, or refused before it was sent.
void MauticAnswersTest::everyRecordedWriteWasPredicted()
{
    QFETCH(QString, name);
    QFETCH(QString, field);
    const RemoteEntity &entity = wholeEntity(Object::Contact);
    const RemoteField &described = *entity.field(field);
    const QJsonObject recorded = recordedExchange(u"mautic"_s, name);
    const QJsonValue sent = recorded["request"_L1]["body"_L1][field];
    const bool isCreate = recorded["request"_L1]["path"_L1].toString().endsWith("/new"_L1);
    const Value value = sent.isArray() || described.type == FieldType::Set ? Value::set(Value::fromJson(sent).members())
                                                                           : Value::fromJson(sent);
    const auto encoded = encodedValue(u"contacts"_s, described, value,
                                      isCreate ? WriteKind::Create : WriteKind::Update);
    if (!encoded)
        return; // never sent
    QVERIFY2(recorded["response"_L1]["status"_L1].toInt() < 300 || !described.options.isEmpty() || described.unique
                 || described.type == FieldType::Text || described.type == FieldType::Ref,
             "The server refused what was taken for good.");
    const auto document = JsonDocument::parse(recordedAnswer(u"mautic"_s, name).body);
    const JsonView all = document->root()["contact"]["fields"]["all"];
    const bool isClearing = recorded["request"_L1]["body"_L1]["overwriteWithBlank"_L1].toBool();
    if (all[field.toStdString()].isMissing() || (encoded->json.isNull() && (!isClearing || !sent.isNull())))
        return; // the recording leaves out empty values, and blanks are sent in another way
    const Value stored = decodedValue(described, all[field.toStdString()]);
    const bool isZeroForNull = encoded->predicted.isNull() && stored.text() == "0"_L1;
    QVERIFY2(isZeroForNull || same(described.type, stored, encoded->predicted),
             qPrintable(stored.text() + u" instead of "_s + encoded->predicted.text()));
}

void MauticAnswersTest::everyRecordedRefusalIsClassified_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    const QMap<int, ErrorKind> kinds{{400, ErrorKind::Validation}, {401, ErrorKind::Authentication},
                                     {403, ErrorKind::Permission}, {404, ErrorKind::NotFound},
                                     {422, ErrorKind::Conflict},   {429, ErrorKind::RateLimit},
                                     {500, ErrorKind::Server}};
    for (const QString &name : recordings()) {
        const QJsonObject recorded = recordedExchange(u"mautic"_s, name)["response"_L1].toObject();
        const int status = recorded["status"_L1].toInt();
        if (kinds.contains(status) && recorded["body"_L1]["errors"_L1].isArray())
            QTest::newRow(qPrintable(name)) << name << kinds[status];
    }
}

void MauticAnswersTest::everyRecordedRefusalIsClassified()
{
    QFETCH(QString, name);
    QFETCH(ErrorKind, kind);
    MauticBench bench;
    bench.field(u"contacts"_s, u"email"_s);
    bench.intercept = [&](const HttpRequest &) {
        return std::optional<Result<HttpResponse>>(recordedAnswer(u"mautic"_s, name));
    };
    const auto records = bench.connector().readCreatedSince(u"contacts"_s, std::chrono::seconds(0), {u"email"_s}, {});
    QVERIFY(!records);
    QCOMPARE(records.error().kind, kind);
    QVERIFY(!records.error().providerMessage.isEmpty());
    QVERIFY(records.error().message.contains(records.error().providerMessage));
    QVERIFY(records.error().message.contains("contacts"_L1));
    QVERIFY(!records.error().remedy.isEmpty());
}

void MauticAnswersTest::everyItemOfARecordedBatchHasItsOwnStatus_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : recordings()) {
        const QJsonObject recorded = recordedExchange(u"mautic"_s, name);
        const bool isWhole = !recorded.contains("truncated"_L1)
            && !recorded["request"_L1].toObject().contains("truncated"_L1);
        const bool isList = recorded["request"_L1]["body"_L1].isArray();
        if (isWhole && isList && recorded["response"_L1]["body"_L1].toObject().contains("statusCodes"_L1))
            QTest::newRow(qPrintable(name)) << name;
    }
}

void MauticAnswersTest::everyItemOfARecordedBatchHasItsOwnStatus()
{
    QFETCH(QString, name);
    const QJsonObject recorded = recordedExchange(u"mautic"_s, name);
    const auto document = JsonDocument::parse(recordedAnswer(u"mautic"_s, name).body);
    const bool isCut = QJsonDocument(recorded["response"_L1].toObject()).toJson().contains("list cut to")
        || QJsonDocument(recorded["response"_L1].toObject()).toJson().contains("cut to the first");
    const QString entity = document->root()["companies"].isMissing() ? u"contacts"_s : u"companies"_s;
    const qsizetype count = isCut ? 1 : recorded["request"_L1]["body"_L1].toArray().size();
    for (qsizetype i = 0; i < count; ++i) {
        const ItemAnswer item = itemAnswer(document->root(), entity, i);
        QVERIFY(item.status >= 200);
        if (item.status >= 400)
            QVERIFY(!item.error["message"].text().isEmpty());
        else
            QVERIFY(item.record["id"].text().toInt() > 0);
    }
}

void MauticAnswersTest::theLimitOfABatchIsReadFromTheComplaint()
{
    const auto complaint = JsonDocument::parse(recordedAnswer(u"mautic"_s, u"contacts-batch-new-201"_s).body);
    QCOMPARE(batchLimit(complaint->root()), 200);
    const auto other = JsonDocument::parse(recordedAnswer(u"mautic"_s, u"contacts-batch-edit-duplicate-id"_s).body);
    QCOMPARE(batchLimit(other->root()), 0);
}

void MauticAnswersTest::secretsNeverReachAMessage()
{
    const Secrets secrets{{u"client_secret"_s, u"geheim-123"_s}, {u"username"_s, u"admin"_s}};
    QCOMPARE(providerWords(u"bad <b>admin</b> geheim-123 at\n/x?access_token=abc.def&y=1 Bearer xyz"_s, secrets),
             u"bad admin *** at /x?access_token=***&y=1 Bearer ***"_s);
    QCOMPARE(providerWords(QString(1000, u'x'), {}).size(), 300);
}

void MauticAnswersTest::aPageThatIsNoListIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a web page") << "<html>Welcome</html>"_ba;
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("cut") << R"({"total":"2","contacts":{"1":{"id":1,"fields":{"all":{)"_ba;
    QTest::newRow("another object") << R"({"availableTables":[]})"_ba;
    QTest::newRow("a row that is no record") << R"({"total":"1","contacts":{"1":{"name":"x"}}})"_ba;
    QTest::newRow("a list of texts") << R"({"total":"1","contacts":["1"]})"_ba;
}

void MauticAnswersTest::aPageThatIsNoListIsAnError()
{
    QFETCH(QByteArray, body);
    MauticBench bench;
    bench.field(u"contacts"_s, u"email"_s);
    bench.intercept = [&](const HttpRequest &) { return std::optional<Result<HttpResponse>>(jsonAnswer(200, body)); };
    int pages = 0;
    const auto end = bench.connector().read({u"contacts"_s, {u"email"_s}, {}, {}},
                                            [&](const QList<RemoteRecord> &) -> Result<void> {
                                                ++pages;
                                                return {};
                                            },
                                            {});
    QVERIFY(!end);
    QCOMPARE(end.error().kind, ErrorKind::Server);
    QCOMPARE(pages, 0);
}

QTEST_GUILESS_MAIN(MauticAnswersTest)
#include "tst_mauticanswers.moc"
