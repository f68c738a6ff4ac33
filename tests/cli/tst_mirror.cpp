#include "mirrorworld.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// Ada with everything that a contact can have, and a deal with her.
struct Office : MirrorWorld
{
    QString ada, deal;

    explicit Office(const QStringList &options = {}) : MirrorWorld(u"activecampaign"_s, options)
    {
        add(u"lists"_s, {{u"name"_s, u"Friends"_s}, {u"stringid"_s, u"friends"_s}});
        ada = add(u"contacts"_s,
                  {{u"email"_s, u"Ada@Example.org"_s},
                   {u"firstName"_s, u"Ada \"\\\nB"_s},
                   {u"lastName"_s, u"Løvelace\t😀"_s},
                   {u"field_1"_s, u"1815-12-10"_s},         // Birthday
                   {u"field_6"_s, u"||Sailing||Chess||"_s}, // Interests
                   {u"field_8"_s, u"many"_s},               // Visits, a number
                   {u"tags"_s, QJsonArray{u"VIP"_s, u"a, \"b\""_s}},
                   {u"lists"_s, QJsonObject{{u"1"_s, u"1"_s}}}});
        deal = add(u"deals"_s,
                   {{u"title"_s, u"Engine"_s},
                    {u"value"_s, u"1234567"_s},
                    {u"currency"_s, u"eur"_s},
                    {u"stage"_s, 5},
                    {u"status"_s, u"1"_s},
                    {u"contact"_s, ada},
                    {u"owner"_s, 2}});
    }
};

QStringList sqlIn(const QString &page)
{
    QFile file(QStringLiteral(SYNCLINE_SOURCE_DIR) + u"/docs/"_s + page);
    const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    static const QRegularExpression block(u"```sql\\n(.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
    QStringList statements;
    for (const auto &match : block.globalMatch(text))
        statements << match.captured(1);
    return statements;
}

} // namespace

/// The mirror over the real program, the stand-ins and a real PostgreSQL server.
class TestMirror : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRecordArrivesWhole();
    void theQuestionsOfTheGuideAreAnswered();
    void onlyWhatChangedIsReadTheSecondTime();
    void recordsThatAreReferredToCostNoRequest();
    void whatWasDeletedGoesWithTheFullPass();
    void aNewCustomFieldGetsAColumn();
    void oldGenerationsGo();
    void everyProviderIsMirrored_data();
    void everyProviderIsMirrored();
};

void TestMirror::aRecordArrivesWhole()
{
    const Office office;
    const QJsonObject report = office.mirrored();
    QCOMPARE(report["kind"_L1].toString(), u"full"_s);
    QCOMPARE(entityIn(report, u"contacts"_s)["records"_L1].toInt(), 1);
    const PostgresReader reader(office.server);
    QCOMPARE(reader.rows(u"SELECT id, email, first_name, last_name, birthday, visits, array_to_json(interests),"
                         " array_to_json(tags), array_to_json(lists) FROM ac_contacts"_s),
             (QList<QStringList>{{office.ada, u"Ada@Example.org"_s, u"Ada \"\\\nB"_s, u"Løvelace\t😀"_s, u"1815-12-10"_s,
                                  QString(), u"[\"Chess\",\"Sailing\"]"_s, u"[\"VIP\",\"a, \\\"b\\\"\"]"_s,
                                  u"[\"Newsletter\"]"_s}}));
    QCOMPARE(
        reader.rows(u"SELECT title, value, currency, pipeline_name, stage_name, owner_name, status FROM ac_deals"_s),
        (QList<QStringList>{{u"Engine"_s, u"12345.67"_s, u"EUR"_s, u"Renewals"_s, u"Renewals: Agreed"_s,
                             u"Sally Bronsen"_s, u"won"_s}}));
    // The JSON is what the account shows of the record, and what else is known of it.
    const QJsonObject contact = QJsonDocument::fromJson(reader
                                                            .value(u"SELECT json_data -> 0 FROM ac_sync_data"
                                                                   " WHERE data_type = 'contacts'"_s)
                                                            .toUtf8())
                                    .object();
    const QJsonObject sent = office.crm.call("GET", u"/api/3/contacts?limit=1"_s, {})["contacts"_L1][0].toObject();
    QVERIFY(!sent.isEmpty());
    for (auto member = sent.begin(); member != sent.end(); ++member)
        QCOMPARE(contact[member.key()], *member);
    QCOMPARE(contact["customFields"_L1]["Visits"_L1].toString(), u"many"_s);
    QCOMPARE(contact["customFields"_L1]["Birthday"_L1].toString(), u"1815-12-10"_s);
    QCOMPARE(shown(contact["tagNames"_L1]), u"[\"VIP\",\"a, \\\"b\\\"\"]"_s);
    QCOMPARE(shown(contact["listNames"_L1]), u"[\"Newsletter\"]"_s);
    QCOMPARE(reader.value(u"SELECT json_data -> 0 -> 'ownerData' ->> 'title' FROM ac_sync_data"
                          " WHERE data_type = 'deals'"_s),
             u"Sally Bronsen"_s);
}

void TestMirror::theQuestionsOfTheGuideAreAnswered()
{
    const Office office({u"--records"_s, u"60"_s});
    office.mirrored();
    const PostgresReader reader(office.server);
    const QStringList questions = sqlIn(u"mirror.md"_s);
    QVERIFY(questions.size() >= 8);
    for (const QString &question : questions)
        QVERIFY2(!reader.rows(question).isEmpty(), qPrintable(question));
    // The typed rows and the JSON tell the same of pipelines, contacts and the log.
    QCOMPARE(
        reader.column(u"SELECT count(*) FROM ac_deals GROUP BY pipeline_name ORDER BY pipeline_name"_s),
        reader.column(u"SELECT count(*) FROM ac_sync_data, jsonb_array_elements(json_data) d WHERE data_type = 'deals'"
                      " GROUP BY d -> 'pipelineData' ->> 'title' ORDER BY d -> 'pipelineData' ->> 'title'"_s));
    const QString contacts = QString::number(office.crm.records(u"contacts"_s).size());
    QCOMPARE(reader.value(u"SELECT count(*) FROM ac_contacts"_s), contacts);
    QCOMPARE(reader.value(u"SELECT contacts_count FROM ac_latest_sync"_s), contacts);
    QCOMPARE(reader.value(u"SELECT success_rate FROM ac_sync_statistics"_s), u"100.00"_s);
    QCOMPARE(reader.value(u"SELECT count(*) FROM ac_contacts c JOIN ac_sync_data d ON d.data_type = 'contacts' AND"
                          " d.chunk = c.chunk WHERE d.json_data -> c.position ->> 'id' = c.id"_s),
             contacts);
}

void TestMirror::onlyWhatChangedIsReadTheSecondTime()
{
    const Office office({u"--records"_s, u"250"_s});
    office.mirrored();
    const PostgresReader reader(office.server);
    office.crm.setClock(3600); // what was made before is old by now
    office.crm.edit(u"contacts"_s, office.ada, {{u"firstName"_s, u"Augusta"_s}});
    const QString bob = office.add(u"contacts"_s, {{u"email"_s, u"bob@example.org"_s}, {u"firstName"_s, u"Bob"_s}});
    office.mirrored();
    office.crm.setClock(7200);
    office.mirrored(); // what was changed just before a mirror is read twice
    office.crm.setClock(10800);
    office.crm.edit(u"contacts"_s, office.ada, {{u"firstName"_s, u"Augusta Ada"_s}});
    const QString eve = office.add(u"contacts"_s, {{u"email"_s, u"eve@example.org"_s}, {u"firstName"_s, u"Eve"_s}});
    office.crm.forgetRequests();
    const QJsonObject report = office.mirrored();
    QCOMPARE(report["kind"_L1].toString(), u"incremental"_s);
    QCOMPARE(entityIn(report, u"contacts"_s)["read"_L1].toInt(), 2);
    QCOMPARE(entityIn(report, u"deals"_s)["read"_L1].toInt(), 0);
    QCOMPARE(reader.column(u"SELECT first_name FROM ac_contacts WHERE id IN ('%1', '%2', '%3') ORDER BY id::int"_s.arg(
                 office.ada, bob, eve)),
             (QStringList{u"Augusta Ada"_s, u"Bob"_s, u"Eve"_s}));
    const QString contacts = QString::number(office.crm.records(u"contacts"_s).size());
    for (const QString &query :
         {u"SELECT count(*) FROM ac_contacts"_s,
          u"SELECT sum(record_count) FROM ac_sync_data WHERE data_type = 'contacts'"_s,
          u"SELECT count(DISTINCT e ->> 'id') FROM ac_sync_data, jsonb_array_elements(json_data) e"
          " WHERE data_type = 'contacts'"_s,
          u"SELECT count(*) FROM ac_contacts c JOIN ac_sync_data d ON d.data_type = 'contacts' AND d.chunk = c.chunk"
          " WHERE d.json_data -> c.position ->> 'firstName' IS NOT DISTINCT FROM coalesce(c.first_name, '')"
          " AND d.json_data -> c.position ->> 'id' = c.id"_s})
        QCOMPARE(reader.value(query), contacts);
}

void TestMirror::recordsThatAreReferredToCostNoRequest()
{
    const Office office;
    const QString acme = office.add(u"accounts"_s, {{u"name"_s, u"Acme"_s}});
    office.crm.edit(u"contacts"_s, office.ada, {{u"account"_s, acme}});
    const QStringList both{u"--entity"_s, u"contacts"_s, u"--entity"_s, u"deals"_s};
    office.mirrored(both);
    office.crm.setClock(3600);
    office.crm.edit(u"contacts"_s, office.ada, {{u"firstName"_s, u"Augusta"_s}});
    office.crm.forgetRequests();
    QCOMPARE(office.mirrored(both)["kind"_L1].toString(), u"incremental"_s);
    QMap<QString, int> asked;
    for (const QJsonValue &request : office.crm.requests())
        ++asked[request["path"_L1].toString()];
    QCOMPARE(asked.value(u"/api/3/contacts"_s), 1);
    QCOMPARE(asked.value(u"/api/3/deals"_s), 1);
    for (const QString &path : asked.keys())
        QVERIFY2(!path.startsWith("/api/3/accounts"_L1), qPrintable(path));
    QCOMPARE(PostgresReader(office.server).value(u"SELECT account FROM ac_contacts"_s), acme);
    office.mirrored({u"--full"_s});
    QCOMPARE(PostgresReader(office.server)
                 .value(u"SELECT a.name FROM ac_contacts c JOIN ac_accounts a ON a.id = c.account"_s),
             u"Acme"_s);
}

void TestMirror::whatWasDeletedGoesWithTheFullPass()
{
    const Office office;
    const QString bob = office.add(u"contacts"_s, {{u"email"_s, u"bob@example.org"_s}});
    office.mirrored();
    const PostgresReader reader(office.server);
    office.crm.remove(u"contacts"_s, bob);
    const QJsonObject second = office.mirrored();
    QCOMPARE(reader.value(u"SELECT count(*) FROM ac_contacts"_s), u"2"_s);
    const QJsonObject full = office.mirrored({u"--full"_s});
    QCOMPARE(reader.column(u"SELECT id FROM ac_contacts"_s), QStringList{office.ada});
    QVERIFY(full["full_at"_L1].toString() >= second["full_at"_L1].toString());
}

void TestMirror::aNewCustomFieldGetsAColumn()
{
    const Office office;
    office.mirrored();
    const QString field = office.add(u"fields"_s, {{u"title"_s, u"Shoe Größe"_s}, {u"type"_s, u"text"_s}});
    office.crm.edit(u"contacts"_s, office.ada, {{u"field_"_s + field, u"37"_s}});
    office.mirrored();
    const PostgresReader reader(office.server);
    QCOMPARE(reader.value(u"SELECT shoe_gro_e FROM ac_contacts"_s), u"37"_s);
    office.mirrored({u"--full"_s});
    QCOMPARE(reader.value(u"SELECT shoe_gro_e FROM ac_contacts"_s), u"37"_s);
}

void TestMirror::oldGenerationsGo()
{
    const Office office;
    const PostgresReader reader(office.server);
    for (int i = 0; i < 4; ++i)
        office.mirrored({u"--full"_s, u"--keep"_s, u"2"_s});
    QCOMPARE(reader.column(u"SELECT DISTINCT generation FROM ac_contacts_generations ORDER BY 1"_s),
             (QStringList{u"3"_s, u"4"_s}));
    QCOMPARE(reader.value(u"SELECT count(*) FROM ac_sync_data"_s), u"2"_s);
    QCOMPARE(reader.value(u"SELECT total_syncs FROM ac_sync_statistics"_s), u"4"_s);
}

void TestMirror::everyProviderIsMirrored_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("email");
    QTest::newRow("activecampaign") << u"contacts"_s << u"ac_contacts"_s << u"email"_s;
    QTest::newRow("mautic") << u"contacts"_s << u"mautic_contacts"_s << u"email"_s;
    QTest::newRow("suitecrm") << u"Contacts"_s << u"suitecrm_contacts"_s << u"email1"_s;
    QTest::newRow("hubspot") << u"contacts"_s << u"hubspot_contacts"_s << u"email"_s;
}

void TestMirror::everyProviderIsMirrored()
{
    QFETCH(QString, entity);
    QFETCH(QString, table);
    QFETCH(QString, email);
    const MirrorWorld world(QString::fromLatin1(QTest::currentDataTag()), {u"--records"_s, u"10000"_s});
    const QJsonObject report = world.mirrored();
    const PostgresReader reader(world.server);
    const QJsonArray records = world.crm.records(entity);
    QVERIFY(records.size() > 5000);
    QStringList expected;
    for (const QJsonValue &record : records)
        expected << record["id"_L1].toVariant().toString();
    expected.sort();
    QStringList ids = reader.column(u"SELECT id FROM "_s + table);
    ids.sort();
    QCOMPARE(ids, expected);
    QCOMPARE(entityIn(report, entity)["records"_L1].toInteger(), records.size());
    const QString one = expected.at(expected.size() / 2);
    QCOMPARE(reader.value(u"SELECT %1 FROM %2 WHERE id = '%3'"_s.arg(email, table, one)),
             world.crm.record(entity, one)[email].toString());
    const QString documents = table.section(u'_', 0, 0) + u"_sync_data"_s;
    QCOMPARE(reader.value(u"SELECT count(*) FROM %1 c JOIN %2 d ON d.data_type = '%3' AND d.chunk = c.chunk"
                          " WHERE d.json_data -> c.position ->> 'id' = c.id"_s.arg(table, documents, entity)),
             QString::number(records.size()));
}

QTEST_GUILESS_MAIN(TestMirror)
#include "tst_mirror.moc"
