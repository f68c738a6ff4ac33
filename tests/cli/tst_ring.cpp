#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// How a CRM calls its people and their names.
struct Seat
{
    QString provider, entity, email, lastName, firstName;
};

const QList<Seat> seats{{u"mautic"_s, u"contacts"_s, u"email"_s, u"lastname"_s, u"firstname"_s},
                        {u"suitecrm"_s, u"Contacts"_s, u"email1"_s, u"last_name"_s, u"first_name"_s},
                        {u"activecampaign"_s, u"contacts"_s, u"email"_s, u"lastName"_s, u"firstName"_s},
                        {u"hubspot"_s, u"contacts"_s, u"email"_s, u"lastname"_s, u"firstname"_s},
                        {u"salesforce"_s, u"Contact"_s, u"Email"_s, u"LastName"_s, u"FirstName"_s}};

QString addressOf(const Seat &seat)
{
    return seat.provider + u"@example.org"_s;
}

} // namespace

/// All five CRMs at one table: whoever is entered in one reaches the other four, an edit in any of them too, and then
/// nothing is left to do.
class TestRing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aPersonReachesEveryCrm();
    void anEditReachesEveryCrm();
    void thenAllIsSilent();

private:
    QString nameIn(int place, const QString &email) const
    {
        const Seat &seat = seats[place];
        const QJsonObject found = withValue(m_program->standIns()[place].records(seat.entity), seat.email, email);
        return found.value(seat.firstName).toString() + u' ' + found.value(seat.lastName).toString();
    }
    void expectEverywhere(const QString &email, const QString &name) const
    {
        for (int place = 0; place < seats.size(); ++place) {
            const QString found = nameIn(place, email);
            QVERIFY2(found == name, qPrintable(email + u" in "_s + seats[place].provider + u": "_s + found));
        }
    }

    std::unique_ptr<SandboxProgram> m_program;
    Workspace m_workspace;
};

void TestRing::initTestCase()
{
    QStringList providers;
    for (const Seat &seat : seats)
        providers << seat.provider;
    m_program = std::make_unique<SandboxProgram>(providers);
    QCOMPARE(m_program->standIns().size(), seats.size());
    for (int place = 0; place < seats.size(); ++place)
        m_workspace.connect(seats[place].provider, m_program->standIns()[place], {seats[place].entity});
}

void TestRing::aPersonReachesEveryCrm()
{
    for (int place = 0; place < seats.size(); ++place) {
        const Seat &seat = seats[place];
        m_program->standIns()[place].create(
            seat.entity,
            {{seat.email, addressOf(seat)}, {seat.lastName, u"Müller & Söhne"_s}, {seat.firstName, u"Änne"_s}});
    }
    m_workspace.sync();
    for (const Seat &seat : seats)
        expectEverywhere(addressOf(seat), u"Änne Müller & Söhne"_s);
}

/// Each person is edited in another CRM than the one that it comes from.
void TestRing::anEditReachesEveryCrm()
{
    for (int place = 0; place < seats.size(); ++place) {
        const Seat &seat = seats[place];
        const Seat &origin = seats[(place + 2) % seats.size()];
        const StandIn crm = m_program->standIns()[place];
        const QJsonObject person = withValue(crm.records(seat.entity), seat.email, addressOf(origin));
        const QString idKey = person.contains("id"_L1) ? u"id"_s : u"Id"_s;
        crm.edit(seat.entity, person.value(idKey).toVariant().toString(),
                 {{seat.lastName, QString(u"Of "_s + seat.provider)}});
    }
    m_workspace.sync();
    for (int place = 0; place < seats.size(); ++place)
        expectEverywhere(addressOf(seats[(place + 2) % seats.size()]), u"Änne Of "_s + seats[place].provider);
}

void TestRing::thenAllIsSilent()
{
    m_workspace.sync();
    QCOMPARE(shown(m_workspace.planned()), u"[]"_s);
    for (const QJsonValue &row : m_workspace.sync({u"--full"_s})["ledger"_L1].toArray())
        QVERIFY2(row["written"_L1].toInt() == 0, qPrintable(shown(row)));
}

QTEST_GUILESS_MAIN(TestRing)
#include "tst_ring.moc"
