#include "sandbox/crm.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

constexpr qint64 start = 1'795'500'000; // 2026-11-24T06:00:00Z, midnight in the account's zone

struct Said
{
    int status = 0;
    QJsonObject json;
    QByteArray body;
    QByteArray retryAfter, remaining;
};

class World
{
public:
    explicit World(int records = 0, const QString &rateLimit = u"off"_s)
    {
        m_clock.freeze(start);
        CrmOptions options;
        options.records = records;
        options.rateLimit = rateLimit;
        m_crm = makeActiveCampaign(options, m_clock);
    }
    Crm &crm() { return *m_crm; }
    SandboxClock &clock() { return m_clock; }

    Said send(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {},
              const QByteArray &key = "demo")
    {
        Request asked;
        const qsizetype mark = target.indexOf('?');
        asked.method = method;
        asked.path = "/api/3" + (mark < 0 ? target : target.left(mark));
        asked.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
        if (!body.isEmpty())
            asked.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        if (!key.isEmpty())
            asked.headers.append({"Api-Token", key});
        const Response response = m_crm->handle(asked);
        Said said{response.status, QJsonDocument::fromJson(response.body).object(), response.body, {}, {}};
        for (const auto &[name, value] : response.headers) {
            if (name == "Retry-After")
                said.retryAfter = value;
            if (name == "RateLimit-Remaining")
                said.remaining = value;
        }
        return said;
    }
    QJsonObject get(const QByteArray &target) { return send("GET", target).json; }
    Said addContact(const QString &email, const QJsonObject &more = {})
    {
        QJsonObject contact = more;
        contact.insert(u"email"_s, email);
        return send("POST", "/contacts", {{u"contact"_s, contact}});
    }
    Said addAccount(const QString &name)
    {
        return send("POST", "/accounts", {{u"account"_s, QJsonObject{{u"name"_s, name}}}});
    }

private:
    SandboxClock m_clock;
    std::unique_ptr<Crm> m_crm;
};

QStringList idsOf(const QJsonObject &answer, const QString &key)
{
    QStringList ids;
    for (const QJsonValue &row : answer[key].toArray())
        ids << row["id"_L1].toString();
    return ids;
}

} // namespace

/// The rules of docs/crm/activecampaign.md that the stand-in keeps.
class TestActiveCampaignRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyTheKeyOpensIt();
    void pagesHaveTwentyRowsUnlessAskedAndAHundredAtMost();
    void contactsAreUnsortedUnlessAskedAndCanBeReadBehindAnId();
    void unknownFiltersAreIgnored();
    void contactsAreFilteredByTheirTimes();
    void idsAreTextsAndEmptyThingsHaveManyForms();
    void aTakenAddressIsRefusedWithoutAnId();
    void aPutChangesOnlyWhatItNames();
    void theUpsertChangesTheContactThatHasTheAddress();
    void unknownCustomFieldsAreIgnoredWithoutAWord();
    void includeSideLoadsWhatBelongsToThePage();
    void aContactBelongsToOneAccount();
    void aTagThatExistsIsRefusedInWordsOfTheDatabase();
    void tagsOfAContactGoByTheIdOfTheLink();
    void whoLeftAListIsNotSubscribedAgain();
    void offsetsDriftWhenSomebodyDeletes();
    void missingThingsAreTold();
    void theSixthRequestOfASecondIsRefused();
    void aDeletedContactLeavesNothingBehind();
    void thePeopleAreThoseOfThePool();
};

void TestActiveCampaignRules::onlyTheKeyOpensIt()
{
    World world;
    QCOMPARE(world.get("/users/me")["user"_L1]["id"_L1].toString(), u"1"_s);
    for (const QByteArray &key : {QByteArray(), "other"_ba}) {
        const Said said = world.send("GET", "/users/me", {}, key);
        QCOMPARE(said.status, 403);
        QCOMPARE(said.json["message"_L1].toString(), u"Forbidden"_s);
    }
}

void TestActiveCampaignRules::pagesHaveTwentyRowsUnlessAskedAndAHundredAtMost()
{
    World world;
    for (int i = 0; i < 120; ++i)
        world.addContact(u"p%1@x.test"_s.arg(i));
    QCOMPARE(world.get("/contacts")["contacts"_L1].toArray().size(), 20);
    QCOMPARE(world.get("/contacts?limit=100")["contacts"_L1].toArray().size(), 100);
    QCOMPARE(world.get("/contacts?limit=500")["contacts"_L1].toArray().size(), 100);
    QCOMPARE(world.get("/contacts?limit=100&offset=100")["contacts"_L1].toArray().size(), 20);
    QCOMPARE(world.get("/contacts")["meta"_L1]["total"_L1].toString(), u"120"_s);
}

void TestActiveCampaignRules::contactsAreUnsortedUnlessAskedAndCanBeReadBehindAnId()
{
    World world;
    for (int i = 0; i < 5; ++i)
        world.addContact(u"p%1@x.test"_s.arg(i));
    QVERIFY(!std::ranges::is_sorted(idsOf(world.get("/contacts"), u"contacts"_s)));
    QCOMPARE(idsOf(world.get("/contacts?orders%5Bid%5D=ASC&id_greater=3"), u"contacts"_s),
             (QStringList{u"4"_s, u"5"_s}));
    QCOMPARE(idsOf(world.get("/contacts?ids[]=2&ids[]=9&ids[]=4&orders[id]=ASC"), u"contacts"_s),
             (QStringList{u"2"_s, u"4"_s}));
}

void TestActiveCampaignRules::unknownFiltersAreIgnored()
{
    World world;
    world.addContact(u"a@x.test"_s);
    QCOMPARE(world.get("/contacts?filters[updated_afterr]=2999-01-01")["contacts"_L1].toArray().size(), 1);
    world.send("POST", "/contactLists",
               {{u"contactList"_s, QJsonObject{{u"list"_s, 1}, {u"contact"_s, 1}, {u"status"_s, 1}}}});
    QCOMPARE(world.get("/contactLists?filters[contact]=99")["contactLists"_L1].toArray().size(), 1);
}

void TestActiveCampaignRules::contactsAreFilteredByTheirTimes()
{
    World world;
    world.addContact(u"old@x.test"_s);
    world.clock().freeze(start + 3600);
    world.addContact(u"new@x.test"_s);
    const auto after = [&](const QByteArray &time) {
        return idsOf(world.get("/contacts?filters[updated_after]=" + time), u"contacts"_s);
    };
    QCOMPARE(after("2026-11-24T07:00:00Z"), QStringList{u"2"_s}); // greater or equal
    QCOMPARE(after("2026-11-24T01:00:00-06:00"), QStringList{u"2"_s});
    QCOMPARE(after("2026-11-24T07:00:01%2B00:00"), QStringList());
    QCOMPARE(idsOf(world.get("/contacts?filters[updated_before]=2026-11-24T07:00:00Z"), u"contacts"_s),
             QStringList{u"1"_s}); // strictly less
    QCOMPARE(idsOf(world.get("/contacts?filters[created_after]=2026-11-24T06:30:00Z"), u"contacts"_s),
             QStringList{u"2"_s});
}

void TestActiveCampaignRules::idsAreTextsAndEmptyThingsHaveManyForms()
{
    World world;
    const QJsonObject made = world.addContact(u"a@x.test"_s).json["contact"_L1].toObject();
    QVERIFY(made["id"_L1].isString());
    QVERIFY(made["links"_L1].isArray());
    QCOMPARE(made["udate"_L1].toString(), u"2026-11-24T00:00:00-06:00"_s);
    const QJsonObject read = world.get("/contacts")["contacts"_L1][0].toObject();
    QCOMPARE(read["bounced_date"_L1].toString(), u"0000-00-00"_s);
    QVERIFY(read["deleted_at"_L1].isNull());
    QVERIFY(read["orgid"_L1].isString());
}

void TestActiveCampaignRules::aTakenAddressIsRefusedWithoutAnId()
{
    World world;
    QCOMPARE(world.addContact(u"ada@x.test"_s).status, 201);
    const Said said = world.addContact(u"ADA@x.test"_s);
    QCOMPARE(said.status, 422);
    const QJsonObject error = said.json["errors"_L1][0].toObject();
    QCOMPARE(error["title"_L1].toString(), u"Email address already exists in the system"_s);
    QCOMPARE(error["code"_L1].toString(), u"duplicate"_s);
    QCOMPARE(error["source"_L1]["pointer"_L1].toString(), u"/data/attributes/email"_s);
    world.addContact(u"bob@x.test"_s);
    QCOMPARE(world.send("PUT", "/contacts/2", {{u"contact"_s, QJsonObject{{u"email"_s, u"ada@x.test"_s}}}}).status,
             422);
    QCOMPARE(world.addContact(u"no address"_s).status, 422);
}

void TestActiveCampaignRules::aPutChangesOnlyWhatItNames()
{
    World world;
    world.addContact(u"ada@x.test"_s, {{u"firstName"_s, u"Ada"_s}, {u"phone"_s, u"1"_s}});
    world.clock().freeze(start + 60);
    QCOMPARE(world.send("PUT", "/contacts/1", {{u"contact"_s, QJsonObject{{u"phone"_s, u"2"_s}}}}).status, 200);
    const QJsonObject read = world.get("/contacts/1")["contact"_L1].toObject();
    QCOMPARE(read["firstName"_L1].toString(), u"Ada"_s);
    QCOMPARE(read["phone"_L1].toString(), u"2"_s);
    QCOMPARE(read["udate"_L1].toString(), u"2026-11-24T00:01:00-06:00"_s);
}

void TestActiveCampaignRules::theUpsertChangesTheContactThatHasTheAddress()
{
    World world;
    world.addContact(u"ada@x.test"_s, {{u"firstName"_s, u"Ada"_s}});
    const QJsonObject contact{{u"email"_s, u"ada@x.test"_s}, {u"lastName"_s, u"Voss"_s}};
    QCOMPARE(world.send("POST", "/contact/sync", {{u"contact"_s, contact}}).status, 200);
    const QJsonObject read = world.get("/contacts/1")["contact"_L1].toObject();
    QCOMPARE(read["firstName"_L1].toString(), u"Ada"_s);
    QCOMPARE(read["lastName"_L1].toString(), u"Voss"_s);
}

void TestActiveCampaignRules::unknownCustomFieldsAreIgnoredWithoutAWord()
{
    World world;
    const QJsonArray values{QJsonObject{{u"field"_s, u"99"_s}, {u"value"_s, u"x"_s}},
                            QJsonObject{{u"field"_s, u"3"_s}, {u"value"_s, u"Bonn"_s}}};
    const Said said = world.addContact(u"ada@x.test"_s, {{u"fieldValues"_s, values}});
    QCOMPARE(said.status, 201);
    QCOMPARE(said.json["fieldValues"_L1].toArray().size(), 1);
    QCOMPARE(world.get("/fieldValues?filters[fieldid]=3")["fieldValues"_L1][0]["value"_L1].toString(), u"Bonn"_s);
}

void TestActiveCampaignRules::includeSideLoadsWhatBelongsToThePage()
{
    World world(40);
    const QJsonObject plain = world.get("/contacts?limit=5");
    QVERIFY(!plain.contains("fieldValues"_L1));
    const QJsonObject loaded = world.get("/contacts?limit=5&include=fieldValues,contactTags,nonsense");
    QVERIFY(loaded.contains("contactTags"_L1));
    QVERIFY(!loaded.contains("nonsense"_L1));
    const QStringList contacts = idsOf(loaded, u"contacts"_s);
    QVERIFY(!loaded["fieldValues"_L1].toArray().isEmpty());
    for (const QJsonValue &row : loaded["fieldValues"_L1].toArray())
        QVERIFY(contacts.contains(row["contact"_L1].toString()));
}

void TestActiveCampaignRules::aContactBelongsToOneAccount()
{
    World world;
    world.addContact(u"ada@x.test"_s);
    QCOMPARE(world.addAccount(u"Acme"_s).status, 201);
    world.addAccount(u"Other"_s);
    const auto link = [&](int account) {
        const QJsonObject row{{u"contact"_s, 1}, {u"account"_s, account}, {u"jobTitle"_s, u"Buyer"_s}};
        return world.send("POST", "/accountContacts", {{u"accountContact"_s, row}}).status;
    };
    QCOMPARE(link(1), 201);
    QCOMPARE(link(2), 422);
    QCOMPARE(world.addAccount(u"ACME"_s).status, 422);
    QCOMPARE(world.addAccount(QString()).json["errors"_L1][0]["code"_L1].toString(), u"field_missing"_s);
}

void TestActiveCampaignRules::aTagThatExistsIsRefusedInWordsOfTheDatabase()
{
    World world;
    const QJsonObject tag{{u"tag"_s, QJsonObject{{u"tag"_s, u"VIP"_s}, {u"tagType"_s, u"contact"_s}}}};
    QCOMPARE(world.send("POST", "/tags", tag).status, 201);
    const Said again = world.send("POST", "/tags", tag);
    QCOMPARE(again.status, 400);
    QCOMPARE(again.json["error"_L1].toString(), u"Duplicate entry 'contact-VIP' for key 'typetag'"_s);
}

void TestActiveCampaignRules::tagsOfAContactGoByTheIdOfTheLink()
{
    World world;
    for (const QString &name : {u"one"_s, u"two"_s})
        world.send("POST", "/tags", {{u"tag"_s, QJsonObject{{u"tag"_s, name}}}});
    world.addContact(u"ada@x.test"_s);
    const QJsonObject link{{u"contactTag"_s, QJsonObject{{u"contact"_s, u"1"_s}, {u"tag"_s, u"2"_s}}}};
    QCOMPARE(world.send("POST", "/contactTags", link).json["contactTag"_L1]["id"_L1].toString(), u"1"_s);
    QCOMPARE(world.send("DELETE", "/contactTags/2").status, 404); // the tag's id
    QCOMPARE(world.send("DELETE", "/contactTags/1").status, 200);
    QVERIFY(world.get("/contacts/1/contactTags")["contactTags"_L1].toArray().isEmpty());
}

void TestActiveCampaignRules::whoLeftAListIsNotSubscribedAgain()
{
    World world;
    world.addContact(u"ada@x.test"_s);
    const auto set = [&](int status) {
        const QJsonObject row{{u"list"_s, 1}, {u"contact"_s, 1}, {u"status"_s, status}};
        return world.send("POST", "/contactLists", {{u"contactList"_s, row}}).status;
    };
    QCOMPARE(set(1), 201);
    QCOMPARE(set(2), 200);
    QCOMPARE(set(1), 422);
}

void TestActiveCampaignRules::offsetsDriftWhenSomebodyDeletes()
{
    World world;
    for (int i = 0; i < 6; ++i)
        world.addAccount(u"Account %1"_s.arg(i));
    const QStringList first = idsOf(world.get("/accounts?limit=3"), u"accounts"_s);
    world.send("DELETE", "/accounts/" + first.first().toLatin1());
    const QStringList second = idsOf(world.get("/accounts?limit=3&offset=3&orders[id]=ASC"), u"accounts"_s);
    QCOMPARE(second.size(), 2); // the fourth account is on neither page
}

void TestActiveCampaignRules::missingThingsAreTold()
{
    World world;
    QCOMPARE(world.send("GET", "/contacts/7").status, 404);
    QCOMPARE(world.get("/contacts/7")["message"_L1].toString(), u"No Result found for Subscriber with id 7"_s);
    QCOMPARE(world.send("DELETE", "/contacts/7").json["message"_L1].toString(),
             u"No result found for contact with id 7"_s);
    QCOMPARE(world.get("/accounts/7")["errors"_L1][0]["title"_L1].toString(), u"Not Found"_s);
    QCOMPARE(world.send("POST", "/fieldOption/bulk", {{u"fieldOptions"_s, QJsonArray()}}).status, 422);
}

void TestActiveCampaignRules::theSixthRequestOfASecondIsRefused()
{
    World world(0, u"real"_s);
    for (int i = 0; i < 5; ++i) {
        const Said said = world.send("GET", "/users/me");
        QCOMPARE(said.status, 200);
        QCOMPARE(said.remaining, QByteArray::number(4 - i));
    }
    const Said said = world.send("GET", "/users/me");
    QCOMPARE(said.status, 429);
    QCOMPARE(said.retryAfter, "1"_ba);
}

void TestActiveCampaignRules::aDeletedContactLeavesNothingBehind()
{
    World world(20);
    const QString id = idsOf(world.get("/contacts?limit=1"), u"contacts"_s).first();
    QCOMPARE(world.send("DELETE", "/contacts/" + id.toLatin1()).body.trimmed(), "{}"_ba);
    for (const QByteArray &part : {"fieldValues"_ba, "contactTags"_ba, "accountContacts"_ba}) {
        for (const QJsonValue &row : world.get('/' + part + "?limit=100")[QString::fromLatin1(part)].toArray())
            QVERIFY(row["contact"_L1].toString() != id);
    }
}

void TestActiveCampaignRules::thePeopleAreThoseOfThePool()
{
    World world(300);
    const QJsonArray contacts = world.crm().records(u"contacts"_s);
    QVERIFY(contacts.size() > 280
            && contacts.size() < 300); // no address, no contact; the same address, the same contact
    QVERIFY(world.crm().records(u"accounts"_s).size() > 50);
    const auto has = [&](auto predicate) { return std::ranges::any_of(contacts, predicate); };
    QVERIFY(has([](const QJsonValue &row) { return row["field_10"_L1].toString().size() > 4000; }));
    QVERIFY(
        has([](const QJsonValue &row) { return row["email"_L1].toString() != row["email"_L1].toString().toLower(); }));
    QVERIFY(has([](const QJsonValue &row) { return row["phone"_L1].toString().isEmpty(); }));
    QVERIFY(has([](const QJsonValue &row) { return !row["jobTitle"_L1].toString().isEmpty(); }));
}

QTEST_GUILESS_MAIN(TestActiveCampaignRules)
#include "tst_activecampaignrules.moc"
