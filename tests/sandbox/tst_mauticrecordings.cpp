#include "sandbox/mauticpreparations.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

/// Recordings that the sandbox doesn't answer, by the beginning of their name, each with the reason.
const QList<std::pair<QString, QString>> &outOfScope()
{
    static const QList<std::pair<QString, QString>> list{
        {u"campaign"_s, u"campaigns are not synchronised"_s},
        {u"contact-activity"_s, u"the activity feed is not read"_s},
        {u"contact-campaigns"_s, u"campaigns are not synchronised"_s},
        {u"contact-notes"_s, u"notes of the sandbox have other contacts"_s},
        {u"contact-segments"_s, u"segments of the sandbox are made at its screen"_s},
        {u"contact-utm-add"_s, u"UTM tags are not synchronised"_s},
        {u"contacts-activity-all"_s, u"the activity feed is not read"_s},
        {u"contacts-list-segments"_s, u"segments of the sandbox are made at its screen"_s},
        {u"contacts-search-segment"_s, u"segments of the sandbox are made at its screen"_s},
        {u"devices-list"_s, u"devices are not synchronised"_s},
        {u"email-"_s, u"e-mails are not synchronised"_s},
        {u"emails-"_s, u"e-mails are not synchronised"_s},
        {u"forbidden-hooks"_s, u"a viewer who may not see webhooks is a role of its own"_s},
        {u"forbidden-field-create"_s, u"a viewer who may create fields is a role of its own"_s},
        {u"form-create"_s, u"forms are not synchronised"_s},
        {u"form-submissions"_s, u"forms are not synchronised"_s},
        {u"forms-"_s, u"forms are not synchronised"_s},
        {u"hook"_s, u"the secrets of webhooks were not recorded"_s},
        {u"note-"_s, u"notes are not synchronised"_s},
        {u"notes-"_s, u"notes are not synchronised"_s},
        {u"oauth-authorize-bad-redirect"_s, u"the sandbox has no login page"_s},
        {u"oauth-authorize-not-logged-in"_s, u"the sandbox has no login page"_s},
        {u"role-"_s, u"roles are switches of the sandbox"_s},
        {u"segment"_s, u"segments are not synchronised"_s},
        {u"stage"_s, u"stages are not synchronised"_s},
        {u"stats-email_stats"_s, u"e-mails are not synchronised"_s},
        {u"stats-lead_lists_leads"_s, u"segments of the sandbox are made at its screen"_s},
        {u"tag-"_s, u"tags are written with the contact"_s},
        {u"tags-"_s, u"tags are read with the contact"_s},
        {u"user-"_s, u"users are fixed in the sandbox"_s},
        {u"users-list"_s, u"owners are read from contacts/list/owners"_s},
        {u"viewer-segments"_s, u"segments are not synchronised"_s},
        {u"viewer-stats-email_stats"_s, u"e-mails are not synchronised"_s},
        {u"webhook-"_s, u"these were sent by Mautic, not answered"_s},
    };
    return list;
}

bool isOutOfScope(const QString &name)
{
    return std::ranges::any_of(outOfScope(), [&](const auto &entry) { return name.startsWith(entry.first); });
}

/// Fields are made by the recorded calls, so the recording of such a call starts without them.
bool startsWithoutFields(const QString &name)
{
    return (name.startsWith("field-create"_L1) && name != "field-create-duplicate-alias"_L1)
        || name == "fields-contact-list"_L1 || name == "fields-company-list"_L1;
}

int highestId(const QJsonObject &asked)
{
    static const QRegularExpression ids(u"(?:contacts/|contact/|\"id\":\"?|ids(?:\\[\\])?=)(\\d+)"_s);
    int highest = asked["path"_L1] == "/api/contacts/new"_L1 ? 40 : 12;
    const QString text = asked["path"_L1].toString()
        + QString::fromUtf8(QJsonDocument(QJsonObject{{u"b"_s, asked["body"_L1]}}).toJson(QJsonDocument::Compact));
    for (auto match = ids.globalMatch(text); match.hasNext();) {
        if (const int id = match.next().capturedView(1).toInt(); id < 400)
            highest = std::max(highest, id);
    }
    return highest;
}

Request recordedRequest(const QJsonObject &asked, const QByteArray &token)
{
    const QJsonValue body = asked["body"_L1];
    QByteArray bytes = body.isString() ? body.toString().toUtf8() : QByteArray();
    if (body.isObject())
        bytes = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    if (body.isArray())
        bytes = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    bytes.replace("client_secret=REDACTED", "client_secret=demo");
    bytes.replace("\"client_secret\":\"REDACTED\"", "\"client_secret\":\"demo\"");
    QByteArray target = asked["path"_L1].toString().toUtf8();
    target.replace("client_secret=REDACTED", "client_secret=demo");
    Request made = request(asked["method"_L1].toString().toLatin1(), target, bytes);
    const QJsonObject headers = asked["headers"_L1].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        made.headers.append({it.key().toLatin1(), it->toString().toLatin1()});
    made.headers.append({"Host"_ba, "127.0.0.1:8602"_ba});
    const QString authorization = headers["Authorization"_L1].toString();
    if (authorization.startsWith("Bearer"_L1))
        setAuthorization(made, "Bearer " + token);
    else if (authorization.startsWith("Basic"_L1))
        setAuthorization(made, "Basic " + QByteArray("demo:demo").toBase64());
    return made;
}

QByteArray header(const Response &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return {};
}

bool isKeyedById(const QJsonObject &object)
{
    const QStringList keys = object.keys();
    return !keys.isEmpty() && std::ranges::all_of(keys, [](const QString &key) {
        return std::ranges::all_of(key, [](QChar c) { return c.isDigit(); });
    });
}

/// The recordings are cut in these places, so the answer may hold more there.
bool mayHoldMore(const QString &path)
{
    return path.contains("fields"_L1) || path.contains("properties"_L1) || path.contains("tableColumns"_L1)
        || path.contains("companies[]"_L1) || path == "body{}"_L1;
}

QString typeName(const QJsonValue &value)
{
    static const QStringList names{u"null"_s, u"boolean"_s, u"number"_s, u"text"_s, u"list"_s, u"object"_s};
    return names.value(int(value.type()));
}

void compareShape(const QString &path, const QJsonValue &recorded, const QJsonValue &answer, QStringList &differences);

void compareObjects(const QString &path, const QJsonObject &recorded, const QJsonObject &answer,
                    QStringList &differences)
{
    const bool isEitherEmpty = recorded.isEmpty() || answer.isEmpty();
    if (isEitherEmpty && (isKeyedById(recorded) || isKeyedById(answer)))
        return;
    if (isKeyedById(recorded) && isKeyedById(answer))
        return compareShape(path + u"{}"_s, *recorded.begin(), *answer.begin(), differences);
    for (auto it = recorded.begin(); it != recorded.end(); ++it) {
        if (!answer.contains(it.key()))
            differences.append(path + u'.' + it.key() + u" is missing"_s);
        else
            compareShape(path + u'.' + it.key(), *it, answer[it.key()], differences);
    }
    for (const QString &key : answer.keys()) {
        if (!recorded.contains(key) && !mayHoldMore(path))
            differences.append(path + u'.' + key + u" is too much"_s);
    }
}

/// Keys and types; null stands for any scalar, since it depends on the record.
void compareShape(const QString &path, const QJsonValue &recorded, const QJsonValue &answer, QStringList &differences)
{
    const auto isScalar = [](const QJsonValue &value) { return !value.isArray() && !value.isObject(); };
    if (recorded.isNull() || answer.isNull()) {
        const bool isNullableObject = path.endsWith("owner"_L1) || path.endsWith("stage"_L1)
            || path.endsWith("utmtags"_L1);
        if (!isNullableObject && (!isScalar(recorded) || !isScalar(answer)))
            differences.append(path + u" is "_s + typeName(answer) + u", recorded "_s + typeName(recorded));
        return;
    }
    if (recorded.type() != answer.type()) {
        const bool isTypedValue = path.endsWith("alue"_L1) || path.contains(".all."_L1);
        if (!isTypedValue)
            differences.append(path + u" is "_s + typeName(answer) + u", recorded "_s + typeName(recorded));
        return;
    }
    if (recorded.isObject())
        return compareObjects(path, recorded.toObject(), answer.toObject(), differences);
    if (recorded.isArray() && !recorded.toArray().isEmpty() && !answer.toArray().isEmpty())
        compareShape(path + u"[]"_s, recorded.toArray().first(), answer.toArray().first(), differences);
}

QJsonObject theRecord(const QJsonValue &body)
{
    return body["contact"_L1].isObject() ? body["contact"_L1].toObject() : body["company"_L1].toObject();
}

QJsonObject groupEntry(const QJsonObject &record, const QString &alias)
{
    const QJsonObject groups = record["fields"_L1].toObject();
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        if (it.key() != "all"_L1 && it->isObject() && it->toObject().contains(alias))
            return it->toObject()[alias].toObject();
    }
    return {};
}

/// An empty text and null are the same in an answer to a write.
QJsonValue folded(const QJsonValue &value)
{
    return value == u""_s ? QJsonValue() : value;
}

/// The values that were sent, as the answer shows them.
void compareValues(const QJsonObject &sent, const QJsonObject &recorded, const QJsonObject &answer,
                   QStringList &differences)
{
    for (const QString &alias : sent.keys()) {
        if (alias == "id"_L1)
            continue;
        const QJsonObject recordedAll = recorded["fields"_L1]["all"_L1].toObject();
        const QJsonObject answerAll = answer["fields"_L1]["all"_L1].toObject();
        if (recordedAll.contains(alias) && folded(recordedAll[alias]) != folded(answerAll[alias])) {
            differences.append(u"%1 is %2, recorded %3"_s.arg(alias, answerAll[alias].toVariant().toString(),
                                                              recordedAll[alias].toVariant().toString()));
        }
        const QJsonObject recordedEntry = groupEntry(recorded, alias);
        const QJsonObject answerEntry = groupEntry(answer, alias);
        for (const QString &key : {u"value"_s, u"normalizedValue"_s}) {
            if (recordedEntry.contains(key) && folded(recordedEntry[key]) != folded(answerEntry[key])) {
                differences.append(u"%1 of %2 is %3, recorded %4"_s.arg(
                    key, alias, answerEntry[key].toVariant().toString(), recordedEntry[key].toVariant().toString()));
            }
        }
    }
}

void compareBatch(const QJsonObject &recorded, const QJsonObject &answer, QStringList &differences)
{
    const QJsonArray codes = recorded["statusCodes"_L1].toArray();
    for (qsizetype i = 0; i < codes.size(); ++i) {
        if (answer["statusCodes"_L1].toArray().at(i) != codes[i])
            differences.append(u"status code %1 differs"_s.arg(i));
    }
    const QJsonObject errors = recorded["errors"_L1].toObject();
    for (const QString &key : errors.keys()) {
        if (answer["errors"_L1][key] != errors[key])
            differences.append(u"error %1 differs"_s.arg(key));
    }
}

} // namespace

/// Holds the sandbox against every recorded exchange with a real Mautic.
class TestMauticRecordings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyReasonForLeavingOutIsUsed();
    void recordedExchangeIsAnsweredAlike_data();
    void recordedExchangeIsAnsweredAlike();
};

void TestMauticRecordings::everyReasonForLeavingOutIsUsed()
{
    const QStringList files =
        QDir(QStringLiteral(SYNCLINE_SOURCE_DIR "/tests/recordings/mautic")).entryList({u"*.json"_s});
    QVERIFY(files.size() > 250);
    for (const auto &[prefix, reason] : outOfScope()) {
        QVERIFY2(std::ranges::any_of(files, [&](const QString &file) { return file.startsWith(prefix); }),
                 qPrintable(prefix));
        QVERIFY(!reason.isEmpty());
    }
}

void TestMauticRecordings::recordedExchangeIsAnsweredAlike_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(SYNCLINE_SOURCE_DIR "/tests/recordings/mautic"));
    for (const QString &file : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        if (const QString name = file.chopped(5); !isOutOfScope(name))
            QTest::newRow(qPrintable(name)) << name;
    }
}

void TestMauticRecordings::recordedExchangeIsAnsweredAlike()
{
    QFETCH(QString, name);
    const QJsonObject exchange = recording(u"mautic"_s, name);
    const QJsonObject asked = exchange["request"_L1].toObject();
    const QJsonObject recorded = exchange["response"_L1].toObject();
    MauticWorld world;
    if (!startsWithoutFields(name))
        world.addRecordedFields();
    world.addRecordedRecords(highestId(asked));
    Request sent = recordedRequest(asked, world.token());
    if (const Preparation prepare = preparations().value(name))
        prepare(world, sent);
    if (name.endsWith("-empty"_L1) && name.contains("list"_L1)) // the reset took the token
        setAuthorization(sent, "Bearer demo");

    const Response answer = world.crm().handle(sent);
    QCOMPARE(answer.status, recorded["status"_L1].toInt());
    const QJsonObject headers = recorded["headers"_L1].toObject();
    for (const char *needed : {"Mautic-Version", "Location", "X-RateLimit-Limit", "X-RateLimit-Reset"})
        QCOMPARE(!header(answer, needed).isEmpty(), headers.contains(QString::fromLatin1(needed)));
    if (!recorded["body"_L1].isObject() && !recorded["body"_L1].isArray())
        return;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    QStringList differences;
    if (recorded["status"_L1].toInt() >= 400)
        QCOMPARE(document.object(), recorded["body"_L1].toObject());
    const QJsonValue body = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    compareShape(u"body"_s, recorded["body"_L1], body, differences);
    compareBatch(recorded["body"_L1].toObject(), document.object(), differences);
    if (sent.method != "GET" && sent.method != "DELETE" && theRecord(body).contains("fields"_L1))
        compareValues(asked["body"_L1].toObject(), theRecord(recorded["body"_L1]), theRecord(body), differences);
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u"\n"_s)));
}

QTEST_GUILESS_MAIN(TestMauticRecordings)
#include "tst_mauticrecordings.moc"
