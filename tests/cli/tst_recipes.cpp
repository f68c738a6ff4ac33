#include "support/program.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// The example that a recipe shows for an event, with some values of the test's own.
QJsonObject example(const Workspace &workspace, const QString &recipe, const QString &kind, const QJsonObject &own = {})
{
    QJsonObject body =
        workspace.must({u"recipe"_s, u"show"_s, recipe}).object()["events"_L1][kind]["example"_L1].toObject();
    for (auto it = own.begin(); it != own.end(); ++it)
        body.insert(it.key(), *it);
    return body;
}

Ran send(const Workspace &workspace, const QString &kind, const QJsonObject &body, const QStringList &more = {})
{
    return workspace.run(QStringList{u"event"_s, u"send"_s, kind} + more, QJsonDocument(body).toJson());
}

} // namespace

/// Business events at work: the built-in recipes against stand-ins.
class TestRecipes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aConfirmedBadgeReachesActiveCampaign();
    void aRepairFromBookingToFollowUp();
    void anEventIsCarriedOutOnce();
    void whatDoesNotFitChangesNothing();
};

void TestRecipes::aConfirmedBadgeReachesActiveCampaign()
{
    const SandboxProgram program({u"activecampaign"_s});
    const StandIn crm = program.standIns().value(0);
    Workspace workspace;
    workspace.connect(u"campaign"_s, crm, {u"contacts"_s});
    workspace.must({u"recipe"_s, u"apply"_s, u"badge-maker"_s});
    workspace.sync();
    const Ran sent = send(workspace, u"badge_confirmed"_s, example(workspace, u"badge-maker"_s, u"badge_confirmed"_s));
    QVERIFY2(sent.exitCode == 0, qPrintable(sent.errors));
    QCOMPARE(sent.object()["crms"_L1][0]["outcome"_L1].toString(), u"done"_s);
    const QJsonObject contact = withValue(crm.records(u"contacts"_s), u"email"_s, u"test@example.com"_s);
    QCOMPARE(contact.value("firstName"_L1).toString(), u"Test"_s);
    const QJsonObject here =
        workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().last()["fields"_L1].toObject();
    QCOMPARE(here.value("preferred_name"_L1).toString(), u"Test Badge"_s);
    QCOMPARE(here.value("social_discord"_L1).toString(), u"testuser#1234"_s);
    QCOMPARE(shown(here.value("dietary_restrictions"_L1)), u"[\"Gluten-Free\",\"Vegetarian\"]"_s);
    QCOMPARE(shown(here.value("tags"_L1)), u"[\"event:default\"]"_s);
    QVERIFY(workspace.planned().isEmpty());
}

/// B3: booking, payment, completion, follow-up after fourteen days, review.
void TestRecipes::aRepairFromBookingToFollowUp()
{
    const SandboxProgram program({u"suitecrm"_s});
    const StandIn crm = program.standIns().value(0);
    Workspace workspace;
    workspace.connect(u"crm"_s, crm);
    workspace.must({u"recipe"_s, u"apply"_s, u"revivatech"_s, u"--set"_s, u"vip_threshold=500"_s});
    workspace.sync();
    const auto must = [&](const QString &kind, const QJsonObject &own = {}) {
        const Ran sent = send(workspace, kind, example(workspace, u"revivatech"_s, kind, own));
        if (sent.exitCode != 0)
            QFAIL(qPrintable(kind + sent.errors + QString::fromUtf8(sent.output)));
    };
    must(u"booking_created"_s);
    const QJsonObject person = withValue(crm.records(u"Contacts"_s), u"last_name"_s, u"Doe"_s);
    QVERIFY2(!person.isEmpty(), qPrintable(shown(crm.records(u"Contacts"_s))));
    QVERIFY(!withValue(crm.records(u"Opportunities"_s), u"name"_s, u"iPhone 14 Pro: booking-123"_s).isEmpty());
    must(u"payment_received"_s);
    must(u"payment_received"_s, {{u"id"_s, u"payment-78"_s}, {u"amount"_s, 900.51}});
    must(u"repair_updated"_s);
    must(u"repair_completed"_s, {{u"completionDate"_s, u"2026-03-04T16:00:00Z"_s}});
    must(u"review_submitted"_s, {{u"rating"_s, 2}});
    QJsonObject contact;
    for (const QJsonValue &record : workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array()) {
        if (record["fields"_L1]["email"_L1].toString() == "john.doe@example.com"_L1)
            contact = record["fields"_L1].toObject();
    }
    QCOMPARE(contact.value("x_total_spent"_L1).toString(), u"1200.5"_s);
    QCOMPARE(contact.value("x_loyalty_points"_L1).toString(), u"24"_s);
    QCOMPARE(contact.value("x_booking_count"_L1).toString(), u"1"_s);
    QCOMPARE(shown(contact.value("tags"_L1)), u"[\"VIP\",\"unhappy\"]"_s);
    const QJsonObject deal =
        workspace.must({u"records"_s, u"list"_s, u"deal"_s}).array().last()["fields"_L1].toObject();
    QCOMPARE(deal.value("stage"_L1).toString(), u"closed_won"_s);
    QCOMPARE(deal.value("x_warranty_until"_L1).toString(), u"2027-03-04T16:00:00Z"_s);
    // Its time was fourteen days after the completion: long ago.
    const QJsonObject before = workspace.must({u"event"_s, u"follow-ups"_s}).object();
    QCOMPARE(before["follow_ups"_L1].toArray().size(), 1);
    QCOMPARE(before["follow_ups"_L1][0]["due_at"_L1].toString(), u"2026-03-18T16:00:00Z"_s);
    workspace.run({u"event"_s, u"follow-ups"_s, u"--run-due"_s});
    QVERIFY(workspace.must({u"event"_s, u"follow-ups"_s}).object()["follow_ups"_L1].toArray().isEmpty());
    QStringList subjects;
    for (const QJsonValue &activity : workspace.must({u"records"_s, u"list"_s, u"activity"_s}).array())
        subjects << activity["fields"_L1]["subject"_L1].toString();
    subjects.sort();
    const QStringList expected{u"Follow up: iPhone 14 Pro: booking-123"_s, u"Repair repair-123: completed"_s,
                               u"Repair repair-123: diagnosed"_s};
    QCOMPARE(subjects, expected);
}

void TestRecipes::anEventIsCarriedOutOnce()
{
    Workspace workspace;
    workspace.must({u"init"_s, u"--recipe"_s, u"revivatech"_s});
    const QJsonObject payment = example(workspace, u"revivatech"_s, u"payment_received"_s);
    const QStringList once{u"--id"_s, u"77"_s};
    const Ran first = send(workspace, u"payment_received"_s, payment, once);
    QCOMPARE(first.object()["was_before"_L1].toBool(), false);
    const Ran again = send(workspace, u"payment_received"_s, payment, once);
    QCOMPARE(again.object()["was_before"_L1].toBool(), true);
    QCOMPARE(again.object()["records"_L1], first.object()["records"_L1]);
    const QJsonArray contacts = workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array();
    QCOMPARE(contacts.size(), 1);
    QCOMPARE(contacts[0]["fields"_L1]["x_total_spent"_L1].toString(), u"299.99"_s);
}

void TestRecipes::whatDoesNotFitChangesNothing()
{
    Workspace workspace;
    workspace.must({u"init"_s});
    QCOMPARE(send(workspace, u"payment_received"_s, {}).exitCode, 1);
    workspace.must({u"recipe"_s, u"apply"_s, u"revivatech"_s});
    const Ran missing = send(workspace, u"payment_received"_s, {{u"id"_s, u"1"_s}});
    QCOMPARE(missing.exitCode, 2);
    QVERIFY2(missing.error().contains(u"customerEmail"_s), qPrintable(missing.error()));
    // The booking's contact is made before its deal fails: neither stays.
    QByteArray odd = QJsonDocument(workspace.must({u"recipe"_s, u"show"_s, u"revivatech"_s}).object()).toJson();
    QVERIFY(odd.contains("\"otherwise\": \"new\","));
    odd.replace("\"otherwise\": \"new\",", "");
    QFile file(workspace.folder() + u"/odd.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(odd) > 0);
    file.close();
    workspace.must({u"recipe"_s, u"apply"_s, file.fileName()});
    const QJsonObject booking = example(workspace, u"revivatech"_s, u"booking_created"_s, {{u"status"_s, u"lost"_s}});
    QCOMPARE(send(workspace, u"booking_created"_s, booking).exitCode, 2);
    QVERIFY(workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().isEmpty());
    QCOMPARE(workspace.run({u"recipe"_s, u"apply"_s, u"revivatech"_s, u"--set"_s, u"rate=1"_s}).exitCode, 2);
    workspace.must({u"recipe"_s, u"remove"_s, u"revivatech"_s});
    QCOMPARE(send(workspace, u"payment_received"_s, {{u"id"_s, u"1"_s}}).exitCode, 1);
}

QTEST_GUILESS_MAIN(TestRecipes)
#include "tst_recipes.moc"
