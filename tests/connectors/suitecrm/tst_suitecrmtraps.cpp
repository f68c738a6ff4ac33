#include "suitecrmbench.h"

#include "foundation/canonical.h"
#include "foundation/effectgate.h"
#include "sandbox/sandbox.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;

namespace {

const QString newId = u"e0c65626-4abe-40ce-ad86-f1942c22bc82"_s;

QList<RemoteRecord> readAll(Connector &connector, const QStringList &fields, const std::optional<QString> &cursor = {},
                            QString *next = nullptr)
{
    QList<RemoteRecord> all;
    const auto end = connector.read({u"Contacts"_s, fields, cursor, {}},
                                    [&](QList<RemoteRecord> page) -> Result<void> {
                                        all += page;
                                        return {};
                                    },
                                    {});
    if (!end)
        qWarning("%s", qPrintable(end.error().message));
    else if (next)
        *next = end->nextCursor;
    return all;
}

QMap<QString, Value> one(const QString &name, const QString &value)
{
    return {{name, Value::text(value)}};
}

/// The connector over real sockets against a sandbox server.
class OverTheWire
{
public:
    explicit OverTheWire(const QString &secret = u"demo"_s)
    {
        sandbox::SiteOptions options;
        options.provider = u"suitecrm"_s;
        options.crm.records = 25;
        const auto address = m_sandbox.add(options);
        m_sandbox.start();
        ConnectorSettings settings;
        settings.baseUrl = QUrl(address.value_or(QString()));
        settings.secrets = {{u"client_id"_s, u"demo-client"_s}, {u"client_secret"_s, secret}};
        auto made = makeSuiteCrmConnector(settings, *m_network, m_clock);
        if (made)
            m_connector = std::move(*made);
    }
    Connector &connector() { return *m_connector; }
    void configure(const QJsonObject &switches)
    {
        m_sandbox.call(0, [&](sandbox::Site &site) { site.crm().configure(switches); });
    }

private:
    sandbox::Sandbox m_sandbox;
    SystemClock m_clock;
    OpenGate m_gate;
    std::unique_ptr<Network> m_network = makeNetwork(m_clock, m_gate);
    std::unique_ptr<Connector> m_connector;
};

} // namespace

/// The traps of docs/crm/suitecrm.md that contacts, companies and addresses meet, against the sandbox that has them.
class TestSuiteCrmTraps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyRecordsWithOneTimeAreAllReadOnce()
    {
        SuiteCrmBench bench;
        for (int i = 0; i < 35; ++i)
            bench.add({{u"last_name"_s, u"N%1"_s.arg(i)}, {u"date_modified"_s, u"2026-10-01 12:00:00"_s}});
        QSet<QString> ids;
        const auto all = readAll(bench.connector(), {u"last_name"_s});
        for (const RemoteRecord &record : all)
            ids.insert(record.id);
        QCOMPARE(all.size(), 35);
        QCOMPARE(ids.size(), 35);
    }

    void timesAreUtcWhateverPhpsZoneSays()
    {
        SuiteCrmBench bench;
        const QString id = bench.add({{u"last_name"_s, u"x"_s}, {u"date_modified"_s, u"2026-06-01 12:30:00"_s}});
        bench.configure({{u"php_zone"_s, u"Europe/Berlin"_s}});
        QCOMPARE(*bench.look(id).record.modifiedAt, std::chrono::seconds(1780317000));
        QCOMPARE(bench.look(id).record.fields.value(u"date_modified"_s), Value::text(u"2026-06-01T12:30:00Z"_s));
    }

    void aChangeBetweenTwoReadsIsNotMissed()
    {
        SuiteCrmBench bench;
        bench.clock().freeze(1790000030);
        const QString id = bench.add({{u"last_name"_s, u"x"_s}});
        for (int i = 0; i < 5; ++i)
            bench.add({{u"last_name"_s, u"old"_s}, {u"date_modified"_s, u"2026-01-01 00:00:00"_s}});
        QString cursor;
        QCOMPARE(readAll(bench.connector(), {u"title"_s}, {}, &cursor).size(), 6);
        bench.edit("update", id, {{u"title"_s, u"CEO"_s}}); // in the very second of the walk
        bench.clock().freeze(1790000600);
        const auto changed = readAll(bench.connector(), {u"title"_s}, cursor);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().fields.value(u"title"_s), Value::text(u"CEO"_s));
    }

    void anAmountIsRightForAUserWithADecimalComma()
    {
        SuiteCrmBench bench;
        bench.configure({{u"user_decimal_comma"_s, true}});
        const QString id = bench.add({{u"last_name"_s, u"x"_s}});
        QCOMPARE(bench.write(WriteKind::Update, id, one(u"jjwg_maps_lat_c"_s, u"12.34"_s)).status,
                 WriteOutcome::Status::Done);
        QVERIFY(same(FieldType::Decimal, bench.look(id).record.fields.value(u"jjwg_maps_lat_c"_s),
                     Value::text(u"12.34"_s)));
    }

    void aChangedAddressArrives_data()
    {
        QTest::addColumn<bool>("mended");
        QTest::newRow("7.14.6") << false;
        QTest::newRow("newer") << true;
    }
    void aChangedAddressArrives()
    {
        QFETCH(bool, mended);
        SuiteCrmBench bench;
        bench.configure({{u"email_update_fixed"_s, mended}});
        const QString id = bench.add({{u"last_name"_s, u"x"_s},
                                      {u"email1"_s, u"old@example.com"_s},
                                      {u"date_modified"_s, u"2026-01-01 00:00:00"_s}});
        const auto outcome = bench.write(WriteKind::Update, id, one(u"email1"_s, u"new@example.com"_s));
        QVERIFY2(outcome.status == WriteOutcome::Status::Done,
                 qPrintable(outcome.error.message + outcome.error.providerMessage));
        QCOMPARE(outcome.record.fields.value(u"email1"_s), Value::text(u"new@example.com"_s));
        QCOMPARE(bench.stored(id).value("email1"_L1).toString(), u"new@example.com"_s);
        QVERIFY(outcome.record.modifiedAt->count() > 1780000000); // other readers see that something changed
        QVERIFY(bench.connector().readByKey(u"Contacts"_s, u"email1"_s, {u"old@example.com"_s}, {}, {})->isEmpty());
        QCOMPARE(bench.connector().readByKey(u"Contacts"_s, u"email1"_s, {u"NEW@example.com"_s}, {}, {})->size(), 1);
    }

    void aFirstAddressAndATakenAwayOneArrive()
    {
        SuiteCrmBench bench;
        const QString id = bench.add({{u"last_name"_s, u"x"_s}});
        bench.write(WriteKind::Update, id, one(u"email1"_s, u"first@example.com"_s));
        QCOMPARE(bench.stored(id).value("email1"_L1).toString(), u"first@example.com"_s);
        bench.write(WriteKind::Update, id, one(u"email1"_s, {}));
        QCOMPARE(bench.stored(id).value("email1"_L1).toString(), QString());
    }

    void anAddressAndOtherFieldsChangeTogether()
    {
        SuiteCrmBench bench;
        const QString id = bench.add({{u"last_name"_s, u"x"_s}, {u"email1"_s, u"old@example.com"_s}});
        const auto outcome = bench.write(WriteKind::Update, id,
                                         {{u"email1"_s, Value::text(u"new@example.com"_s)},
                                          {u"title"_s, Value::text(u"CEO"_s)},
                                          {u"email_opt_out"_s, Value::text(u"refused"_s)}});
        QCOMPARE(outcome.status, WriteOutcome::Status::Done);
        QCOMPARE(outcome.record.fields.value(u"title"_s), Value::text(u"CEO"_s));
        QCOMPARE(outcome.record.fields.value(u"email1"_s), Value::text(u"new@example.com"_s));
        QCOMPARE(outcome.record.fields.value(u"email_opt_out"_s), Value::text(u"refused"_s));
    }

    void aCreateDoesNotResubscribeAnybody()
    {
        SuiteCrmBench bench;
        const QString id = bench.add(
            {{u"name"_s, u"Inc"_s}, {u"email1"_s, u"jane@example.com"_s}, {u"email_opt_out"_s, true}}, u"Accounts"_s);
        const auto outcome = bench.write(
            WriteKind::Create, newId,
            {{u"last_name"_s, Value::text(u"Doe"_s)}, {u"email1"_s, Value::text(u"Jane@Example.com"_s)}});
        QVERIFY2(outcome.status == WriteOutcome::Status::Done,
                 qPrintable(outcome.error.message + outcome.error.providerMessage));
        const LookUp account = bench.look(id, {}, u"Accounts"_s);
        QCOMPARE(account.record.fields.value(u"email_opt_out"_s), Value::text(u"refused"_s));
        QCOMPARE(bench.look(newId).record.fields.value(u"email_opt_out"_s), Value::text(u"refused"_s));
    }

    void anAddressChangeNeverLoosens()
    {
        SuiteCrmBench bench;
        const QString refuser = bench.add(
            {{u"last_name"_s, u"a"_s}, {u"email1"_s, u"shared@example.com"_s}, {u"email_opt_out"_s, true}});
        const QString id = bench.add({{u"last_name"_s, u"b"_s}, {u"email1"_s, u"old@example.com"_s}});
        QCOMPARE(bench.write(WriteKind::Update, id, one(u"email1"_s, u"shared@example.com"_s)).status,
                 WriteOutcome::Status::Done);
        QCOMPARE(bench.look(refuser).record.fields.value(u"email_opt_out"_s), Value::text(u"refused"_s));
    }

    void anOptOutArrivesAlthoughThePatchOfAContactIgnoresIt()
    {
        SuiteCrmBench bench;
        const QString id = bench.add({{u"last_name"_s, u"x"_s}, {u"email1"_s, u"a@example.com"_s}});
        const auto outcome = bench.write(WriteKind::Update, id, one(u"email_opt_out"_s, u"refused"_s));
        QCOMPARE(outcome.status, WriteOutcome::Status::Done);
        QCOMPARE(outcome.record.fields.value(u"email_opt_out"_s), Value::text(u"refused"_s));
        QVERIFY(outcome.ignoredFields.isEmpty());
    }

    void aCreatedRecordIsReallyThere()
    {
        SuiteCrmBench bench;
        const auto outcome = bench.write(WriteKind::Create, newId, one(u"last_name"_s, u"Doe"_s));
        QCOMPARE(outcome.remoteId, newId);
        QCOMPARE(bench.look(newId).presence, Presence::Found);
        QCOMPARE(bench.look(newId).record.ours, std::optional(true));
        const auto again = bench.write(WriteKind::Create, newId, one(u"last_name"_s, u"Doe"_s));
        QCOMPARE(again.status, WriteOutcome::Status::Done);
        QCOMPARE(readAll(bench.connector(), {}).size(), 1);
    }

    void textsArriveAsPredicted_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"O'Brien & Sons"_s, u"C++ <vector>"_s, u"Jane <jane@example.com>"_s, u"a<b"_s, u"a < b > c"_s, u"<3"_s,
              u"R&amp;D &lt;b&gt;"_s, u"<!-- c -->"_s, u"</p>"_s, u"  blanks  "_s, u"two\r\nlines"_s,
              u"\"q\" \\ 100% \t"_s, u"Ünïcödé שלום 😀"_s, u"&#60;i&#62;"_s, u"&#039;"_s})
            QTest::addRow("%s", qPrintable(text)) << text;
    }
    void textsArriveAsPredicted()
    {
        QFETCH(QString, text);
        SuiteCrmBench bench;
        const QString id = bench.add({{u"last_name"_s, u"x"_s}});
        for (const QString &name : {u"title"_s, u"description"_s}) {
            const auto encoded = bench.connector().encode(u"Contacts"_s, bench.field(name), Value::text(text),
                                                          WriteKind::Update);
            QVERIFY(encoded);
            const auto outcome = bench.write(WriteKind::Update, id, one(name, text));
            QCOMPARE(outcome.record.fields.value(name), encoded->predicted);
            QCOMPARE(bench.look(id).record.fields.value(name), encoded->predicted);
            const auto reread = bench.connector().encode(u"Contacts"_s, bench.field(name), encoded->predicted,
                                                         WriteKind::Update);
            QCOMPARE(reread->predicted, encoded->predicted); // what SuiteCRM shows may be written back
        }
    }

    void valuesOfEveryTypeArriveAndCanBeCleared()
    {
        SuiteCrmBench bench;
        const QString id = bench.add({{u"last_name"_s, u"x"_s}});
        const QMap<QString, Value> values{{u"birthdate"_s, Value::text(u"1980-02-29"_s)},
                                          {u"do_not_call"_s, Value::text(u"true"_s)},
                                          {u"lawful_basis"_s, Value::set({u"consent"_s, u"contract"_s})},
                                          {u"salutation"_s, Value::text(u"Dr."_s)},
                                          {u"phone_work"_s, Value::text(u"+49 30 123456"_s)},
                                          {u"jjwg_maps_lat_c"_s, Value::text(u"52.5"_s)}};
        const auto written = bench.write(WriteKind::Update, id, values);
        QCOMPARE(written.status, WriteOutcome::Status::Done);
        QMap<QString, Value> blanks;
        for (auto it = values.begin(); it != values.end(); ++it) {
            QVERIFY2(same(bench.field(it.key()).type, bench.look(id).record.fields.value(it.key()), *it),
                     qPrintable(it.key()));
            if (it.key() != "jjwg_maps_lat_c"_L1)
                blanks.insert(it.key(), Value::null());
        }
        QCOMPARE(bench.write(WriteKind::Update, id, blanks).status, WriteOutcome::Status::Done);
        const auto cleared = bench.look(id).record.fields;
        for (auto it = blanks.begin(); it != blanks.end(); ++it)
            QVERIFY2(cleared.value(it.key()).isBlank() || cleared.value(it.key()) == Value::text(u"false"_s),
                     qPrintable(it.key()));
    }

    void deletionsAreToldAlthoughTheyCannotBeListed()
    {
        SuiteCrmBench bench;
        QStringList gone;
        for (int i = 0; i < 4; ++i)
            gone << bench.add({{u"last_name"_s, u"x"_s}});
        const QString kept = gone.takeLast();
        const auto start = bench.connector().deletedSince(u"Contacts"_s, {}, {});
        QVERIFY(start);
        for (const QString &id : gone)
            bench.edit("delete", id);
        const auto feed = bench.connector().deletedSince(u"Contacts"_s, start->nextCursor, {});
        QVERIFY(feed);
        QStringList told;
        for (const DeletedRecord &record : feed->records)
            told << record.id;
        QCOMPARE(told, gone);
        QCOMPARE(bench.look(gone.first()).presence, Presence::NotFound);
        QCOMPARE(bench.look(kept).presence, Presence::Found);
    }

    void deletingTwiceIsNotFound()
    {
        SuiteCrmBench bench;
        const QString id = bench.add({{u"last_name"_s, u"x"_s}});
        QCOMPARE(bench.write(WriteKind::Delete, id).status, WriteOutcome::Status::Done);
        QCOMPARE(bench.write(WriteKind::Delete, id).status, WriteOutcome::Status::NotFound);
        QCOMPARE(bench.write(WriteKind::Update, id, one(u"title"_s, u"x"_s)).status, WriteOutcome::Status::NotFound);
    }

    void whatARoleForbidsIsNotTakenForGone()
    {
        SuiteCrmBench bench;
        const QString id = bench.add({{u"last_name"_s, u"x"_s}});
        QVERIFY(bench.connector().describe({}));
        bench.configure({{u"deny"_s, QJsonArray{u"Contacts"_s}}});
        QCOMPARE(bench.look(id).presence, Presence::Forbidden);
        QCOMPARE(bench.write(WriteKind::Update, id, one(u"title"_s, u"x"_s)).status, WriteOutcome::Status::Forbidden);
        const auto end = bench.connector().read({u"Contacts"_s, {}, {}, {}},
                                                [](QList<RemoteRecord>) { return Result<void>(); }, {});
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Permission);
    }

    void whatIsCreatedHasAnOwnerWhereARoleHidesWhatNobodyOwns_data()
    {
        QTest::addColumn<bool>("isBound");
        QTest::addColumn<QString>("owner");
        QTest::newRow("administrator") << false << QString();
        QTest::newRow("bound by a role") << true << u"1"_s;
    }
    void whatIsCreatedHasAnOwnerWhereARoleHidesWhatNobodyOwns()
    {
        QFETCH(bool, isBound);
        QFETCH(QString, owner);
        SuiteCrmBench bench;
        bench.configure({{u"owner_only"_s, isBound}});
        const QString id = u"10000000-0000-4000-8000-000000000001"_s;
        QVERIFY(
            bench.connector().readByIds(u"Contacts"_s, {id}, {}, {})); // who it is becomes known with the first read
        auto fields = bench.connector().createdWith(u"Contacts"_s);
        QCOMPARE(fields.value(u"assigned_user_id"_s).text(), owner);
        fields.insert(u"last_name"_s, Value::text(u"x"_s));
        QCOMPARE(bench.write(WriteKind::Create, id, fields).status, WriteOutcome::Status::Done);
        QCOMPARE(bench.stored(id)["assigned_user_id"_L1].toString(), owner);
        QCOMPARE(bench.look(id).presence, Presence::Found);
    }

    void theConnectionIsTestedOverTheWire()
    {
        OverTheWire wire;
        const TestReport report = wire.connector().test({});
        QVERIFY2(report.ok, qPrintable(report.steps.last().message + report.steps.last().remedy));
        QCOMPARE(report.version, u"7.14.6"_s);
        QVERIFY(!report.fingerprint.isEmpty());
        QCOMPARE(wire.connector().test({}).fingerprint, report.fingerprint);
    }

    void aTokenThatRunsOutIsRenewedOverTheWire()
    {
        OverTheWire wire;
        QCOMPARE(readAll(wire.connector(), {u"email1"_s}).size(), 25);
        wire.configure({{u"expire_tokens"_s, true}});
        QCOMPARE(readAll(wire.connector(), {u"email1"_s}).size(), 25);
    }

    void aWrongSecretIsASignInErrorOverTheWire()
    {
        OverTheWire wire(u"wrong"_s);
        const TestReport report = wire.connector().test({});
        QVERIFY(!report.ok);
        QCOMPARE(report.steps.last().step, u"sign_in"_s);
        QCOMPARE(wire.connector().describe({}).error().kind, ErrorKind::Authentication);
    }

    void recordsAreWrittenOverTheWire()
    {
        OverTheWire wire;
        const auto made = wire.connector()
                              .write(u"Contacts"_s,
                                     {{WriteKind::Create,
                                       newId,
                                       {{u"last_name"_s, Value::text(u"Doe"_s)},
                                        {u"email1"_s, Value::text(u"doe@wire.example"_s)}},
                                       {}}},
                                     {})
                              .first();
        QCOMPARE(made.status, WriteOutcome::Status::Done);
        const auto moved = wire.connector()
                               .write(u"Contacts"_s,
                                      {{WriteKind::Update, newId, one(u"email1"_s, u"new@wire.example"_s), {}}}, {})
                               .first();
        QCOMPARE(moved.record.fields.value(u"email1"_s), Value::text(u"new@wire.example"_s));
        QCOMPARE(wire.connector().write(u"Contacts"_s, {{WriteKind::Delete, newId, {}, {}}}, {}).first().status,
                 WriteOutcome::Status::Done);
    }
};

QTEST_GUILESS_MAIN(TestSuiteCrmTraps)
#include "tst_suitecrmtraps.moc"
