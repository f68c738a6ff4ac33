#include "scriptedsite.h"

#include "connectors/suitecrm/answer.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;

namespace {

struct Exchange
{
    QString name;
    QByteArray method;
    QString path;   ///< below .../V8, without the query
    QString module; ///< Contacts or Accounts
    QString id;
    HttpResponse answer;

    bool isRefused() const { return !answer.isSuccess(); }
    QString detail() const { return suitecrm::readRefusal(answer).detail; }
};

/// The recorded exchanges that are about single contacts and accounts, or lists of them.
QList<Exchange> exchanges()
{
    static const QRegularExpression form(u"^/Api/V8(/module(?:/(Contacts|Accounts)(?:/([^/?]+))?)?)(?:\\?.*)?$"_s);
    QList<Exchange> all;
    const QDir folder(QStringLiteral(SYNCLINE_SOURCE_DIR) + u"/tests/recordings/suitecrm"_s);
    for (const QString &file : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString name = file.chopped(5);
        const QJsonObject request = recordedExchange(u"suitecrm"_s, name).value("request"_L1).toObject();
        const auto match = form.match(request.value("path"_L1).toString());
        if (!match.hasMatch())
            continue;
        const QJsonObject data = request.value("body"_L1).toObject().value("data"_L1).toObject();
        Exchange exchange{name,
                          request.value("method"_L1).toString().toLatin1(),
                          match.captured(1),
                          match.captured(2),
                          match.captured(3),
                          suiteRecording(name)};
        if (exchange.module.isEmpty()) {
            exchange.module = data.value("type"_L1).toString();
            exchange.id = data.value("id"_L1).toString();
        }
        if (exchange.module == "Contacts"_L1 || exchange.module == "Accounts"_L1)
            all << exchange;
    }
    return all;
}

void addRows(const std::function<bool(const Exchange &)> &concerns)
{
    QTest::addColumn<Exchange>("exchange");
    for (const Exchange &exchange : exchanges()) {
        if (concerns(exchange))
            QTest::addRow("%s", qPrintable(exchange.name)) << exchange;
    }
}

WriteOutcome::Status statusFor(const Exchange &exchange)
{
    if (!exchange.isRefused())
        return WriteOutcome::Status::Done;
    if (exchange.answer.status == 401 || exchange.answer.status == 405)
        return WriteOutcome::Status::NotSent;
    if (exchange.detail().contains("module with id"_L1))
        return WriteOutcome::Status::NotFound;
    return exchange.detail().contains("AccessDenied"_L1) ? WriteOutcome::Status::Forbidden
                                                         : WriteOutcome::Status::Refused;
}

const QString anId = u"e0c65626-4abe-40ce-ad86-f1942c22bc82"_s;

} // namespace

Q_DECLARE_METATYPE(Exchange)

/// Every recorded answer that concerns the connector, told to it in the place where it would meet it.
class TestSuiteCrmAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordedRecordIsFoundOrItsAbsenceIsUnderstood_data()
    {
        addRows([](const Exchange &e) { return e.method == "GET" && !e.id.isEmpty(); });
    }
    void aRecordedRecordIsFoundOrItsAbsenceIsUnderstood()
    {
        QFETCH(Exchange, exchange);
        ScriptedSite site;
        site.handler = [&](const HttpRequest &request) {
            return request.path.endsWith(exchange.id.toLatin1()) ? exchange.answer
                                                                 : suiteRecording(u"filter_no_result"_s);
        };
        const auto looks = site.connector().readByIds(exchange.module, {exchange.id}, {u"email1"_s, u"description"_s},
                                                      {});
        QVERIFY(looks);
        const LookUp &look = looks->first();
        if (!exchange.isRefused()) {
            QCOMPARE(look.presence, Presence::Found);
            QCOMPARE(look.record.id, exchange.id);
        } else if (exchange.detail().contains("is not found"_L1)) {
            QCOMPARE(look.presence, Presence::NotFound);
        } else if (exchange.detail().contains("AccessDenied"_L1)) {
            QCOMPARE(look.presence, Presence::Forbidden);
        } else {
            QCOMPARE(look.presence, Presence::Unknown);
        }
    }

    void aRecordedListIsReadWholeOrIsAnError_data()
    {
        addRows([](const Exchange &e) { return e.method == "GET" && e.id.isEmpty(); });
    }
    void aRecordedListIsReadWholeOrIsAnError()
    {
        QFETCH(Exchange, exchange);
        ScriptedSite site;
        site.handler = [&](const HttpRequest &request) {
            return request.query.contains("gt%5D=") ? suiteRecording(u"filter_no_result"_s) : exchange.answer;
        };
        QSet<QString> ids;
        const auto end = site.connector().read({exchange.module, {u"email1"_s}, {}, {}},
                                               [&](QList<RemoteRecord> page) -> Result<void> {
                                                   for (const RemoteRecord &record : page)
                                                       ids.insert(record.id);
                                                   return {};
                                               },
                                               {});
        const auto data = QJsonDocument::fromJson(exchange.answer.body).object().value("data"_L1);
        QSet<QString> recorded;
        for (const auto &item : data.toArray())
            recorded.insert(item.toObject().value("id"_L1).toString());
        const bool twice = recorded.size() != data.toArray().size(); // never in an id walk
        QCOMPARE(end.has_value(), !exchange.isRefused() && !twice);
        if (end)
            QCOMPARE(ids, recorded);
        else
            QVERIFY(!end.error().message.isEmpty());
    }

    void aRecordedAnswerToAWriteIsUnderstood_data()
    {
        addRows([](const Exchange &e) { return e.method == "POST" || e.method == "PATCH" || e.method == "DELETE"; });
    }
    void aRecordedAnswerToAWriteIsUnderstood()
    {
        QFETCH(Exchange, exchange);
        ScriptedSite site;
        site.handler = [&](const HttpRequest &request) {
            return request.method == exchange.method ? exchange.answer : suiteRecording(u"contact_create_with_id"_s);
        };
        WriteOperation operation;
        operation.kind = exchange.method == "POST" ? WriteKind::Create
            : exchange.method == "PATCH"           ? WriteKind::Update
                                                   : WriteKind::Delete;
        operation.remoteId = exchange.id.isEmpty() ? anId : exchange.id;
        if (operation.kind != WriteKind::Delete)
            operation.fields = {{u"description"_s, Value::text(u"x"_s)}};
        const auto outcomes = site.connector().write(exchange.module, {operation}, {});
        QCOMPARE(outcomes.size(), 1);
        const bool arrived = exchange.detail().contains("already exist"_L1); // the record is then read
        QCOMPARE(outcomes.first().status, arrived ? WriteOutcome::Status::Done : statusFor(exchange));
        if (exchange.isRefused() && !arrived)
            QVERIFY(!outcomes.first().error.message.isEmpty());
        if (exchange.detail().contains("no_such_field"_L1))
            QCOMPARE(outcomes.first().error.fields, QStringList{u"no_such_field"_s});
    }

    void refusalsAreToldApart_data()
    {
        using Reason = suitecrm::Refusal::Reason;
        QTest::addColumn<QString>("name");
        QTest::addColumn<Reason>("reason");
        QTest::newRow("deleted") << u"contact_read_deleted"_s << Reason::Gone;
        QTest::newRow("a field, not a record") << u"list_fields_unknown"_s << Reason::Invalid;
        QTest::newRow("filter field") << u"filter_unknown_field"_s << Reason::Invalid;
        QTest::newRow("role") << u"acl_contact_update_not_owner"_s << Reason::Forbidden;
        QTest::newRow("closed module") << u"meta_fields_Users"_s << Reason::Forbidden;
        QTest::newRow("id taken") << u"contact_create_with_existing_id"_s << Reason::Exists;
        QTest::newRow("odd id") << u"contact_read_malformed_id"_s << Reason::BadId;
        QTest::newRow("database, JSON with text behind it") << u"list_sort_nondb"_s << Reason::Broken;
        QTest::newRow("token") << u"expired_bearer"_s << Reason::SignIn;
        QTest::newRow("empty 500") << u"listview_columns_Contacts"_s << Reason::Broken;
        QTest::newRow("unknown route") << u"route_unknown"_s << Reason::NoRoute;
    }
    void refusalsAreToldApart()
    {
        QFETCH(QString, name);
        QFETCH(suitecrm::Refusal::Reason, reason);
        QCOMPARE(suitecrm::readRefusal(suiteRecording(name)).reason, reason);
    }
};

QTEST_GUILESS_MAIN(TestSuiteCrmAnswers)
#include "tst_suitecrmanswers.moc"
