#include "app/connectorfactory.h"
#include "core/services/mappingdesk.h"
#include "support/memorysecrets.h"
#include "support/program.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;
using namespace syncline::test;

namespace {

/// A synced workspace over two stand-ins, opened as the window opens it.
struct Desk
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;
    SystemClock clock;
    OpenGate gate;
    support::MemorySecrets secrets;
    std::unique_ptr<connectors::Network> network = connectors::makeNetwork(clock, gate);
    std::unique_ptr<Session> session;

    Desk()
    {
        for (const auto &[first, address] :
             {std::pair(u"Zoë"_s, u"zoe@example.org"_s), std::pair(u"Łukasz"_s, u"lukasz@example.org"_s)}) {
            mautic.create(u"contacts"_s,
                          {{u"firstname"_s, first},
                           {u"lastname"_s, u"Ängström"_s},
                           {u"email"_s, address},
                           {u"phone"_s, u"+47 22 12 34 56"_s}});
        }
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
        workspace.sync();
        workspace.sync();
        const Session::Outside outside{clock,
                                       gate,
                                       app::connectorFactory(*network, secrets, clock),
                                       app::providers(),
                                       &secrets,
                                       app::checkedAddress};
        session = std::move(*Session::open(workspace.file(), false, outside));
    }

    MappingDesk desk() { return MappingDesk(*session); }
    MappingBasis contacts() { return *desk().open(u"crm"_s, u"contact"_s, u"Contacts"_s); }
};

const FieldMapping *lineOf(const EntityMapping &mapping, const QString &hub)
{
    for (const FieldMapping &line : mapping.fields) {
        if (line.hub == hub)
            return &line;
    }
    return nullptr;
}

} // namespace

class TestMappingDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<Desk> m_desk;

private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void placesNameWhatIsMapped()
    {
        const auto places = m_desk->desk().places();
        QVERIFY(places.has_value());
        QStringList shown;
        for (const MappingPlace &place : *places)
            shown.append(place.integration + u':' + place.remote + u'>' + place.hub);
        QVERIFY2(shown.contains(u"crm:Contacts>contact"_s), qPrintable(shown.join(u' ')));
        QVERIFY(shown.contains(u"marketing:contacts>contact"_s));
    }

    void openGivesTheSavedLinesAndEveryField()
    {
        const MappingBasis basis = m_desk->contacts();
        QVERIFY(basis.isSaved);
        QVERIFY(lineOf(basis.saved, u"email"_s));
        QVERIFY(basis.remote.fields.size() > 20);
        QVERIFY(!hasProblems(check(basis.saved, basis.schema, basis.remote)));
    }

    void samplesShowBothSidesOfRealPeople()
    {
        const MappingBasis basis = m_desk->contacts();
        const auto samples = m_desk->desk().samples(basis, {}, 10);
        QVERIFY(samples.has_value());
        QCOMPARE(samples->size(), 2);
        QVERIFY(samples->first().name.contains(u"Ängström"_s));
        QCOMPARE(samples->first().remote.value(u"last_name"_s).text(), u"Ängström"_s);
        const auto full = m_desk->desk().samplesInFull(basis, *samples, 10, {});
        QVERIFY2(full.has_value(), full ? "" : qPrintable(full.error().message));
        QVERIFY(full->first().remote.size() > samples->first().remote.size());
        QCOMPARE(full->first().name, samples->first().name);
    }

    void beforeAnySyncTheCrmsOwnRecordsAreShown()
    {
        MappingBasis basis = m_desk->contacts();
        const auto full = m_desk->desk().samplesInFull(basis, {}, 1, {});
        QVERIFY2(full.has_value(), full ? "" : qPrintable(full.error().message));
        QCOMPARE(full->size(), 1);
        QVERIFY(full->first().name.contains(u"Ängström"_s));
    }

    void previewShowsWhatATableDoes()
    {
        const MappingBasis basis = m_desk->contacts();
        auto samples = *m_desk->desk().samples(basis, {}, 10);
        FieldMapping line = *lineOf(basis.saved, u"first_name"_s);
        line.transform.type = TransformType::Lookup;
        line.transform.table = {{u"Zoë"_s, u"Zoe"_s}};
        const auto rows = m_desk->desk().preview(basis, line, Direction::Push, samples);
        QVERIFY(rows.has_value());
        for (const MappingPreviewRow &row : *rows) {
            const bool isKnown = row.from == u"Zoë"_s;
            QCOMPARE(row.state, isKnown ? MappingPreviewRow::State::Fits : MappingPreviewRow::State::Doubtful);
            QCOMPARE(row.to, isKnown ? u"Zoe"_s : u"stays Łukasz"_s);
        }
        line.direction = Direction::Both;
        const auto back = m_desk->desk().preview(basis, line, Direction::Pull, samples);
        QCOMPARE(back->size(), 2);
    }

    void previewRunsFunctions()
    {
        const MappingBasis basis = m_desk->contacts();
        const auto samples = *m_desk->desk().samples(basis, {}, 10);
        FieldMapping line = *lineOf(basis.saved, u"first_name"_s);
        line.direction = Direction::Push;
        line.transform = {};
        line.transform.type = TransformType::Function;
        line.transform.expression = u"value.toUpperCase() + ' ' + record.last_name"_s;
        const auto rows = m_desk->desk().preview(basis, line, Direction::Push, samples);
        QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().message));
        QStringList shown;
        for (const MappingPreviewRow &row : *rows)
            shown.append(row.to);
        shown.sort();
        QCOMPARE(shown, (QStringList{u"ZOË Ängström"_s, u"ŁUKASZ Ängström"_s}));
    }

    void previewNamesTheRecordsThatAreReferredTo()
    {
        const StandIn &suite = m_desk->suite;
        const QString account = suite.create(u"Accounts"_s, {{u"name"_s, u"Fjordkraft"_s}})[u"id"_s].toString();
        const QJsonObject zoe = withValue(suite.records(u"Contacts"_s), u"first_name"_s, u"Zoë"_s);
        suite.edit(u"Contacts"_s, zoe[u"id"_s].toString(), {{u"account_id"_s, account}});
        m_desk->workspace.sync();

        const MappingBasis basis = m_desk->contacts();
        const auto samples = *m_desk->desk().samples(basis, {}, 10);
        const FieldMapping *line = lineOf(basis.saved, u"companies"_s);
        QVERIFY(line);
        for (const Direction way : {Direction::Pull, Direction::Push}) {
            const auto rows = m_desk->desk().preview(basis, *line, way, samples);
            QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().message));
            const auto zoes = std::ranges::find(*rows, u"Fjordkraft"_s, &MappingPreviewRow::from);
            QVERIFY(zoes != rows->end());
            QCOMPARE(zoes->to, u"Fjordkraft"_s);
            QCOMPARE(zoes->state, MappingPreviewRow::State::Fits);
        }
    }

    void surveyCountsWhatTakesPartAndWhatIsSent()
    {
        const MappingBasis basis = m_desk->contacts();
        EntityMapping draft = basis.saved;
        draft.filter = u"first_name = \"Zoë\""_s;
        auto survey = m_desk->desk().survey(basis, draft, {});
        QVERIFY(survey.has_value());
        QCOMPARE(survey->records, 2);
        QCOMPARE(survey->takePart, 1);
        QCOMPARE(survey->sentAgain, 0); // nothing new is written
        draft = basis.saved;
        FieldMapping line;
        line.hub = u"email"_s;
        line.remote = u"assistant"_s;
        line.direction = Direction::Push;
        draft.fields.append(line);
        survey = m_desk->desk().survey(basis, draft, {});
        QCOMPARE(survey->sentAgain, 2);
        QVERIFY(survey->requests >= 2);
        QCOMPARE(survey->examples.size(), 2);
    }

    void brokenFilterIsRefusedWithItsPlace()
    {
        const MappingBasis basis = m_desk->contacts();
        EntityMapping draft = basis.saved;
        draft.filter = u"first_name ="_s;
        const auto survey = m_desk->desk().survey(basis, draft, {});
        QVERIFY(!survey);
        QCOMPARE(survey.error().kind, ErrorKind::Usage);
    }

    void savedDraftIsWhatTheNextSyncUses()
    {
        MappingBasis basis = m_desk->contacts();
        EntityMapping draft = basis.saved;
        FieldMapping line;
        line.hub = u"last_name"_s;
        line.remote = u"assistant"_s;
        line.direction = Direction::Push;
        draft.fields.append(line);
        draft.conflict = ConflictPolicy::LastWriteWins;
        const auto saved = m_desk->desk().save(basis, draft, {});
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
        basis = m_desk->contacts();
        QCOMPARE(basis.saved, draft);
        QVERIFY(m_desk->desk().open(u"crm"_s, u"company"_s, u"Accounts"_s)->isSaved); // the other entities stay
        // Another integration's mapping of the same entity follows the workspace's policy.
        const auto other = m_desk->desk().open(u"marketing"_s, u"contact"_s, u"contacts"_s);
        QCOMPARE(other->saved.conflict, ConflictPolicy::LastWriteWins);
        EntityMapping theirs = other->saved;
        theirs.filter = u"email is not blank"_s;
        QVERIFY(m_desk->desk().save(*other, theirs, {}).has_value());
        m_desk->workspace.sync();
        const QJsonArray people = m_desk->suite.records(u"Contacts"_s);
        QCOMPARE(people.size(), 2);
        QCOMPARE(people.first()[u"assistant"_s].toString(), u"Ängström"_s);
    }

    void draftWithAProblemIsNotSaved()
    {
        const MappingBasis basis = m_desk->contacts();
        EntityMapping draft = basis.saved;
        draft.conflict = ConflictPolicy::FieldMerge;
        FieldMapping line;
        line.hub = u"nonsense"_s;
        line.remote = u"assistant"_s;
        draft.fields.append(line);
        QVERIFY(!m_desk->desk().save(basis, draft, {}));
        QCOMPARE(m_desk->contacts().saved, basis.saved);
    }
};

QTEST_GUILESS_MAIN(TestMappingDesk)
#include "tst_mappingdesk.moc"
