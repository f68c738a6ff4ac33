#include "scriptedsite.h"

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;

namespace {

const QString ownId = u"e0c65626-4abe-40ce-ad86-f1942c22bc82"_s;

HttpResponse list(const QJsonArray &records)
{
    return jsonAnswer(200, QJsonDocument(QJsonObject{{u"data"_s, records}}).toJson());
}

/// A SuiteCRM 7.14.6 in the small: contacts, the address records that they share and the links between them, with the
/// traps of sections 8 and 8a.
struct AddressWorld
{
    struct Address
    {
        QString email;
        bool optOut = false;
    };
    QMap<QString, Address> addresses;    ///< by id
    QMap<QString, QStringList> links;    ///< contact -> addresses, the first one shows as email1
    QMap<QString, QJsonObject> contacts; ///< stored attributes
    QStringList log;                     ///< the writes, in order
    bool mended = false;                 ///< takes email1 in a PATCH

    QJsonObject shown(const QString &id) const
    {
        QJsonObject attributes = contacts.value(id);
        const QStringList linked = links.value(id);
        const Address first = linked.isEmpty() ? Address() : addresses.value(linked.first());
        attributes[u"email1"_s] = first.email;
        attributes[u"email_opt_out"_s] = linked.isEmpty() ? u""_s : first.optOut ? u"1"_s : u"0"_s;
        return {{u"type"_s, u"Contact"_s}, {u"id"_s, id}, {u"attributes"_s, attributes}};
    }
    QJsonObject shownAddress(const QString &id) const
    {
        const Address &address = *addresses.constFind(id);
        return {{u"type"_s, u"EmailAddress"_s},
                {u"id"_s, id},
                {u"attributes"_s,
                 QJsonObject{{u"email_address"_s, address.email},
                             {u"opt_out"_s, address.optOut ? u"1"_s : u"0"_s},
                             {u"deleted"_s, u"0"_s}}}};
    }
    void setEmail(const QString &contact, const QString &email, bool optOut)
    {
        for (auto it = addresses.begin(); it != addresses.end(); ++it) {
            if (it->email.compare(email, Qt::CaseInsensitive) != 0)
                continue;
            *it = {email, optOut}; // resets the flag for everybody who has it
            links[contact] = {it.key()};
            return;
        }
        const QString id = u"addr-"_s + email;
        addresses.insert(id, {email, optOut});
        links[contact] = {id};
    }

    Result<HttpResponse> answer(const HttpRequest &request)
    {
        const QString path = QUrl::fromPercentEncoding(request.path).section(u"/V8"_s, 1);
        if (request.method != "GET")
            log << QString::fromLatin1(request.method) + u' ' + path + u' ' + QString::fromUtf8(request.body);
        if (path.startsWith("/module/EmailAddress"_L1))
            return find(queryOf(request));
        if (path.contains("/relationships/"_L1))
            return relation(request, path);
        if (path == "/module"_L1)
            return dataOf(request).value("type"_L1) == "EmailAddress"_L1 ? writeAddress(request)
                                                                         : writeContact(request);
        const QString id = path.section(u'/', 3, 3);
        if (request.method == "GET" && id.isEmpty())
            return listContacts(queryOf(request).value(u"filter[email1][eq]"_s));
        if (!contacts.contains(id))
            return suiteRefusal("Contacts module with id " + id.toLatin1() + " is not found");
        return jsonAnswer(200, QJsonDocument(QJsonObject{{u"data"_s, shown(id)}}).toJson());
    }

private:
    HttpResponse find(const QMap<QString, QString> &query) const
    {
        QJsonArray found;
        for (auto it = addresses.begin(); it != addresses.end(); ++it) {
            if (it->email.toUpper() == query.value(u"filter[email_address_caps][eq]"_s))
                found << shownAddress(it.key());
        }
        return list(found);
    }
    HttpResponse relation(const HttpRequest &request, const QString &path)
    {
        QStringList &linked = links[path.section(u'/', 3, 3)];
        if (request.method == "POST")
            linked << dataOf(request).value("id"_L1).toString();
        if (request.method == "DELETE")
            linked.removeOne(path.section(u'/', 6, 6));
        QJsonArray all;
        for (const QString &id : std::as_const(linked))
            all << shownAddress(id);
        return list(all);
    }
    HttpResponse writeAddress(const HttpRequest &request)
    {
        const QJsonObject attributes = attributesOf(request);
        QString id = dataOf(request).value("id"_L1).toString();
        if (id.isEmpty()) {
            id = u"addr-"_s + attributes.value("email_address"_L1).toString();
            addresses.insert(id, {attributes.value("email_address"_L1).toString(), false});
        }
        addresses[id].optOut = attributes.value("opt_out"_L1).toString() == "1"_L1;
        return jsonAnswer(201, QJsonDocument(QJsonObject{{u"data"_s, shownAddress(id)}}).toJson());
    }
    HttpResponse writeContact(const HttpRequest &request)
    {
        const QString id = dataOf(request).value("id"_L1).toString();
        QJsonObject attributes = attributesOf(request);
        if (request.method == "POST" && contacts.contains(id))
            return suiteRefusal("Bean Contacts with id " + id.toLatin1() + " is already exist");
        const bool takes = request.method == "POST" || links.value(id).isEmpty() || mended;
        if (takes && attributes.contains(u"email1"_s))
            setEmail(id, attributes.value("email1"_L1).toString(),
                     attributes.value("email_opt_out"_L1).toString() == "1"_L1);
        for (auto it = attributes.begin(); it != attributes.end(); ++it)
            contacts[id].insert(it.key(), it.value());
        return jsonAnswer(201, QJsonDocument(QJsonObject{{u"data"_s, shown(id)}}).toJson());
    }
    HttpResponse listContacts(const QString &email) const
    {
        QJsonArray found;
        for (auto it = contacts.begin(); it != contacts.end(); ++it) {
            const QJsonObject record = shown(it.key());
            if (record.value("attributes"_L1)
                    .toObject()
                    .value("email1"_L1)
                    .toString()
                    .compare(email, Qt::CaseInsensitive)
                == 0)
                found << record;
        }
        return list(found);
    }
};

struct World : AddressWorld
{
    World()
    {
        site.handler = [this](const HttpRequest &request) { return answer(request); };
    }
    ScriptedSite site;

    void add(const QString &id, const QString &email, bool optOut = false)
    {
        contacts.insert(id, {{u"assistant"_s, u"Kim"_s}});
        if (!email.isEmpty())
            setEmail(id, email, optOut);
    }
    QList<WriteOutcome> write(const QList<WriteOperation> &operations)
    {
        return site.connector().write(u"Contacts"_s, operations, {});
    }
    WriteOutcome write(WriteKind kind, const QString &id, const QMap<QString, Value> &fields)
    {
        return write({{kind, id, fields, {}}}).first();
    }
    QString email(const QString &id) const
    {
        return shown(id).value("attributes"_L1).toObject().value("email1"_L1).toString();
    }
    bool optedOut(const QString &address) const { return addresses.value(u"addr-"_s + address).optOut; }
};

QMap<QString, Value> fields(const QString &name, const QString &value)
{
    return {{name, value.isNull() ? Value::null() : Value::text(value)}};
}

} // namespace

class TestSuiteCrmWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewContactDoesNotResubscribeWhoSharesTheAddress()
    {
        World world;
        world.addresses.insert(u"addr-jane@example.com"_s, {u"jane@example.com"_s, true}); // nobody has it just now
        const auto outcome = world.write(
            WriteKind::Create, ownId,
            {{u"last_name"_s, Value::text(u"Doe"_s)}, {u"email1"_s, Value::text(u"Jane@example.com"_s)}});
        QCOMPARE(outcome.status, WriteOutcome::Status::Done);
        QVERIFY(world.optedOut(u"jane@example.com"_s));
        QCOMPARE(outcome.record.fields.value(u"email_opt_out"_s), Value::text(u"refused"_s));
    }

    void theIdStandsBesideTheTypeAndNeverInsideTheAttributes()
    {
        World world;
        QCOMPARE(world.write(WriteKind::Create, ownId.toUpper(), fields(u"last_name"_s, u"Doe"_s)).remoteId, ownId);
        const HttpRequest post = world.site.sent.last();
        QCOMPARE(dataOf(post).value("id"_L1).toString(), ownId);
        QVERIFY(!attributesOf(post).contains(u"id"_s));
        QCOMPARE(post.contentType, QByteArray("application/vnd.api+json"));
        QCOMPARE(post.repeat, Repeat::Once);
    }

    void aContactThatHasTheAddressIsNamedInsteadOfDoubled()
    {
        World world;
        world.add(u"old"_s, u"jane@example.com"_s);
        const auto outcome = world.write(WriteKind::Create, ownId, {{u"email1"_s, Value::text(u"JANE@example.com"_s)}});
        QCOMPARE(outcome.status, WriteOutcome::Status::Refused);
        QCOMPARE(outcome.error.kind, ErrorKind::Conflict);
        QCOMPARE(outcome.remoteId, u"old"_s);
        QVERIFY(world.log.isEmpty());
    }

    void twoCreatesWithOneAddressAreNeverSentTogether()
    {
        World world;
        const QString other = u"e0c65626-4abe-40ce-ad86-f1942c22bc83"_s;
        const auto outcomes = world.write(
            {{WriteKind::Create, ownId, {{u"email1"_s, Value::text(u"a@example.com"_s)}}, {}},
             {WriteKind::Create, other, {{u"email1"_s, Value::text(u"A@example.com"_s)}}, {}}});
        QCOMPARE(outcomes[0].status, WriteOutcome::Status::Done);
        QCOMPARE(outcomes[1].error.kind, ErrorKind::Conflict);
        QCOMPARE(outcomes[1].remoteId, ownId);
    }

    void aCreateThatArrivedBeforeIsDone()
    {
        World world;
        world.add(ownId, u"jane@example.com"_s);
        const auto outcome = world.write(WriteKind::Create, ownId, {{u"email1"_s, Value::text(u"jane@example.com"_s)}});
        QCOMPARE(outcome.status, WriteOutcome::Status::Done);
        QCOMPARE(outcome.record.id, ownId);
    }

    void theIdOfADeletedRecordStaysBlocked()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &request) {
            return suiteRecording(request.method == "POST" ? u"contact_create_with_id_of_deleted"_s
                                                           : u"contact_read_deleted"_s);
        };
        const auto outcome = site.connector()
                                 .write(u"Contacts"_s, {{WriteKind::Create, ownId, fields(u"last_name"_s, u"x"_s), {}}},
                                        {})
                                 .first();
        QCOMPARE(outcome.status, WriteOutcome::Status::Refused);
        QCOMPARE(outcome.error.kind, ErrorKind::Validation);
    }

    void withoutAViewOfTheOptOutNothingIsCreated()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &) { return suiteRefusal("[SuiteCRM] [AccessDeniedException] "); };
        const auto outcome = site.connector()
                                 .write(u"Contacts"_s,
                                        {{WriteKind::Create, ownId, fields(u"email1"_s, u"a@b.example"_s), {}}}, {})
                                 .first();
        QCOMPARE(outcome.status, WriteOutcome::Status::Forbidden);
        QCOMPARE(site.sent.size(), 1);
    }

    void anUpdateSendsOnlyWhatChangedAndClearsWithEmptyText()
    {
        World world;
        world.add(u"a"_s, {});
        QCOMPARE(world.write(WriteKind::Update, u"a"_s, fields(u"title"_s, QString())).status,
                 WriteOutcome::Status::Done);
        QCOMPARE(world.site.sent.size(), 1);
        QCOMPARE(world.site.sent.last().method, QByteArray("PATCH"));
        QCOMPARE(attributesOf(world.site.sent.last()), (QJsonObject{{u"title"_s, u""_s}}));
    }

    void aChangedAddressArrivesAlthoughThePatchIsIgnored()
    {
        World world;
        world.add(u"a"_s, u"old@example.com"_s);
        const auto outcome = world.write(WriteKind::Update, u"a"_s, fields(u"email1"_s, u"new@example.com"_s));
        QCOMPARE(outcome.status, WriteOutcome::Status::Done);
        QCOMPARE(world.email(u"a"_s), u"new@example.com"_s);
        QCOMPARE(world.links.value(u"a"_s).size(), 1);
        QCOMPARE(outcome.record.fields.value(u"email1"_s), Value::text(u"new@example.com"_s));
        const QString created = world.log.filter(u"email_address_caps"_s).join(u' ');
        QVERIFY(created.contains(u"NEW@EXAMPLE.COM"_s));
        // Links alone do not move date_modified; still no field is sent but the one that was planned.
        for (const QString &write : world.log.filter(u" /module "_s).filter(u"PATCH"_s))
            QVERIFY2(!write.contains(u"assistant"_s), qPrintable(write));
    }

    void aMendedServerNeedsNoRelinking()
    {
        World world;
        world.mended = true;
        world.add(u"a"_s, u"old@example.com"_s);
        QCOMPARE(world.write(WriteKind::Update, u"a"_s, fields(u"email1"_s, u"new@example.com"_s)).status,
                 WriteOutcome::Status::Done);
        QCOMPARE(world.email(u"a"_s), u"new@example.com"_s);
        QCOMPARE(world.log.size(), 1);
    }

    void aPersonWhoOptedOutStaysSoUnderANewAddress_data()
    {
        QTest::addColumn<bool>("mended");
        QTest::newRow("7.14.6") << false;
        QTest::newRow("newer") << true;
    }
    void aPersonWhoOptedOutStaysSoUnderANewAddress()
    {
        QFETCH(bool, mended);
        World world;
        world.mended = mended;
        world.add(u"a"_s, u"old@example.com"_s, true);
        QCOMPARE(world.write(WriteKind::Update, u"a"_s, fields(u"email1"_s, u"new@example.com"_s)).status,
                 WriteOutcome::Status::Done);
        QVERIFY(world.optedOut(u"new@example.com"_s));
    }

    void aTakenOverAddressKeepsItsOptOut_data() { aPersonWhoOptedOutStaysSoUnderANewAddress_data(); }
    void aTakenOverAddressKeepsItsOptOut()
    {
        QFETCH(bool, mended);
        World world;
        world.mended = mended;
        world.add(u"a"_s, u"old@example.com"_s);
        world.add(u"b"_s, u"shared@example.com"_s, true);
        QCOMPARE(world.write(WriteKind::Update, u"a"_s, fields(u"email1"_s, u"shared@example.com"_s)).status,
                 WriteOutcome::Status::Done);
        QCOMPARE(world.email(u"a"_s), u"shared@example.com"_s);
        QVERIFY(world.optedOut(u"shared@example.com"_s));
        QCOMPARE(world.addresses.size(), 2); // no second record of the same address
    }

    void aFirstAddressKeepsTheOptOutThatItHad()
    {
        World world;
        world.add(u"a"_s, {});
        world.add(u"b"_s, u"shared@example.com"_s, true);
        QCOMPARE(world.write(WriteKind::Update, u"a"_s, fields(u"email1"_s, u"shared@example.com"_s)).status,
                 WriteOutcome::Status::Done);
        QCOMPARE(world.email(u"a"_s), u"shared@example.com"_s);
        QVERIFY(world.optedOut(u"shared@example.com"_s));
    }

    void anAddressCanBeTakenAway()
    {
        World world;
        world.add(u"a"_s, u"old@example.com"_s);
        QCOMPARE(world.write(WriteKind::Update, u"a"_s, fields(u"email1"_s, QString())).status,
                 WriteOutcome::Status::Done);
        QCOMPARE(world.email(u"a"_s), QString());
        QVERIFY(world.addresses.contains(u"addr-old@example.com"_s)); // others may have it
    }

    void anOptOutIsWrittenToTheAddressRecord_data()
    {
        QTest::addColumn<QString>("consent");
        QTest::addColumn<bool>("optOut");
        QTest::newRow("refused") << u"refused"_s << true;
        QTest::newRow("taken back by a person") << QString() << false;
    }
    void anOptOutIsWrittenToTheAddressRecord()
    {
        QFETCH(QString, consent);
        QFETCH(bool, optOut);
        World world;
        world.add(u"a"_s, u"a@example.com"_s, !optOut);
        const auto outcome = world.write(WriteKind::Update, u"a"_s, fields(u"email_opt_out"_s, consent));
        QCOMPARE(outcome.status, WriteOutcome::Status::Done);
        QCOMPARE(world.optedOut(u"a@example.com"_s), optOut);
        QVERIFY(outcome.ignoredFields.isEmpty());
        QCOMPARE(world.log.size(), 1);
    }

    void anOptOutWithoutAnAddressHasNoPlaceAndSaysSo()
    {
        World world;
        world.add(u"a"_s, {});
        const auto outcome = world.write(WriteKind::Update, u"a"_s, fields(u"email_opt_out"_s, u"refused"_s));
        QCOMPARE(outcome.status, WriteOutcome::Status::Done);
        QCOMPARE(outcome.ignoredFields, QStringList{u"email_opt_out"_s});
    }

    void anAddressChangeThatBreaksOffIsUnknownAndLosesNoAddress_data()
    {
        QTest::addColumn<int>("step");
        for (int step = 1; step <= 5; ++step)
            QTest::addRow("the write number %d", step) << step;
    }
    void anAddressChangeThatBreaksOffIsUnknownAndLosesNoAddress()
    {
        QFETCH(int, step);
        World world;
        world.add(u"a"_s, u"old@example.com"_s);
        int writes = 0;
        world.site.handler = [&](const HttpRequest &request) -> Result<HttpResponse> {
            if (request.method != "GET" && ++writes == step)
                return failure(Error{ErrorKind::Network, u"cut"_s, {}, {}, {}, true});
            return world.answer(request);
        };
        const auto outcome = world.write(WriteKind::Update, u"a"_s, fields(u"email1"_s, u"new@example.com"_s));
        QVERIFY(!world.email(u"a"_s).isEmpty());
        if (step < 5) // the last one only moves date_modified
            QCOMPARE(outcome.status, WriteOutcome::Status::Unknown);
    }

    void aLostAnswerIsUnknownAndNotSentAgain_data()
    {
        QTest::addColumn<WriteKind>("kind");
        QTest::newRow("create") << WriteKind::Create;
        QTest::newRow("update") << WriteKind::Update;
        QTest::newRow("delete") << WriteKind::Delete;
    }
    void aLostAnswerIsUnknownAndNotSentAgain()
    {
        QFETCH(WriteKind, kind);
        ScriptedSite site;
        site.handler = [](const HttpRequest &) -> Result<HttpResponse> {
            return failure(Error{ErrorKind::Network, u"cut"_s, {}, {}, {}, true});
        };
        const WriteOperation operation{
            kind, ownId, kind == WriteKind::Delete ? QMap<QString, Value>() : fields(u"title"_s, u"x"_s), {}};
        QCOMPARE(site.connector().write(u"Contacts"_s, {operation}, {}).first().status, WriteOutcome::Status::Unknown);
        QCOMPARE(site.sent.size(), 1);
        QCOMPARE(site.sent.first().repeat, Repeat::Once);
    }

    void a500IsUnknown()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &) { return HttpResponse{500, {}, {}, {}}; };
        const auto outcome = site.connector()
                                 .write(u"Contacts"_s, {{WriteKind::Create, ownId, fields(u"title"_s, u"x"_s), {}}}, {})
                                 .first();
        QCOMPARE(outcome.status, WriteOutcome::Status::Unknown);
    }

    void whatWasNotSentIsNotSent()
    {
        World world;
        std::stop_source stop;
        QVERIFY(world.site.connector().describe({}));
        stop.request_stop();
        const auto outcomes = world.site.connector().write(u"Contacts"_s,
                                                           {{WriteKind::Create, ownId, fields(u"title"_s, u"x"_s), {}},
                                                            {WriteKind::Update, ownId, fields(u"title"_s, u"x"_s), {}},
                                                            {WriteKind::Delete, ownId, {}, {}}},
                                                           stop.get_token());
        for (const WriteOutcome &outcome : outcomes)
            QCOMPARE(outcome.status, WriteOutcome::Status::NotSent);
        QVERIFY(world.log.isEmpty());
    }

    void anAmountGoesOutAsANumberWithItsOwnDigits()
    {
        World world;
        world.add(u"a"_s, {});
        world.write(WriteKind::Update, u"a"_s, fields(u"jjwg_maps_lat_c"_s, u"52.52000001"_s));
        QVERIFY(world.site.sent.last().body.contains(R"("jjwg_maps_lat_c":52.52000001})"));
    }

    void aValueThatWouldBeDestroyedRefusesItsFieldByName()
    {
        World world;
        world.add(u"a"_s, {});
        const auto outcome = world.write(WriteKind::Update, u"a"_s, {{u"title"_s, Value::text(QString(101, u'x'))}});
        QCOMPARE(outcome.status, WriteOutcome::Status::Refused);
        QCOMPARE(outcome.error.fields, QStringList{u"title"_s});
        QVERIFY(world.site.sent.isEmpty());
    }

    void companiesMayShareAnAddress()
    {
        World world;
        world.addresses.insert(u"addr-info@example.com"_s, {u"info@example.com"_s, true});
        const auto outcome = world.site.connector()
                                 .write(u"Accounts"_s,
                                        {{WriteKind::Create,
                                          ownId,
                                          {{u"name"_s, Value::text(u"X"_s)},
                                           {u"email1"_s, Value::text(u"info@example.com"_s)}},
                                          {}}},
                                        {})
                                 .first();
        QCOMPARE(outcome.status, WriteOutcome::Status::Done);
        QVERIFY(world.optedOut(u"info@example.com"_s));
    }
};

QTEST_GUILESS_MAIN(TestSuiteCrmWriting)
#include "tst_suitecrmwriting.moc"
