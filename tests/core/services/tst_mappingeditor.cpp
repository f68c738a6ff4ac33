#include "core/services/mappingeditor.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

namespace {

connectors::RemoteField remoteField(const QString &name, const QString &label, FieldType type,
                                    const QList<connectors::Option> &options = {})
{
    connectors::RemoteField field;
    field.name = name;
    field.label = label;
    field.type = type;
    field.options = options;
    return field;
}

FieldMapping line(const QString &hub, const QString &remote, Direction direction = Direction::Both)
{
    FieldMapping mapping;
    mapping.hub = hub;
    mapping.remote = remote;
    mapping.direction = direction;
    return mapping;
}

/// Contacts of a SuiteCRM, three lines of them mapped.
std::shared_ptr<MappingBasis> contacts()
{
    auto basis = std::make_shared<MappingBasis>();
    basis->integration = u"crm"_s;
    basis->provider = u"suitecrm"_s;
    basis->schema = HubSchema::builtIn();
    basis->remote.name = u"Contacts"_s;
    basis->remote.label = u"Contacts"_s;
    basis->remote.hubEntity = u"contact"_s;
    auto lastName = remoteField(u"last_name"_s, u"Last Name"_s, FieldType::Text);
    lastName.required = true;
    auto modified = remoteField(u"date_modified"_s, u"Modified"_s, FieldType::DateTime);
    modified.readOnly = true;
    basis->remote.fields = {
        remoteField(u"department"_s, u"Department"_s, FieldType::Text),
        remoteField(u"email1"_s, u"Email"_s, FieldType::Email),
        remoteField(u"first_name"_s, u"First Name"_s, FieldType::Text),
        lastName,
        remoteField(u"phone_work"_s, u"Office Phone"_s, FieldType::Phone),
        remoteField(u"birthdate"_s, u"Birthdate"_s, FieldType::Date),
        remoteField(u"interests_c"_s, u"Interests"_s, FieldType::Set),
        remoteField(u"status_c"_s, u"Lead Status"_s, FieldType::Enumeration,
                    {{u"New"_s, u"New"_s}, {u"Dead"_s, u"Dead"_s}}),
        modified,
    };
    basis->saved.hub = u"contact"_s;
    basis->saved.remote = u"Contacts"_s;
    basis->saved.fields = {line(u"last_name"_s, u"last_name"_s), line(u"email"_s, u"email1"_s),
                           line(u"first_name"_s, u"first_name"_s)};
    basis->isSaved = true;
    basis->suggestions = suggest(*basis->schema.entity(u"contact"_s), basis->remote).suggestions;
    return basis;
}

MappingEditor editor(const std::shared_ptr<MappingBasis> &basis = contacts())
{
    return {basis, basis->saved};
}

QStringList keys(const QList<MappingField> &fields)
{
    QStringList keys;
    for (const MappingField &field : fields)
        keys.append(field.key);
    return keys;
}

} // namespace

class TestMappingEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void usedFieldsStandBesideTheirPartners()
    {
        const QStringList hub = keys(editor().fields(MappingSide::Hub));
        const QStringList remote = keys(editor().fields(MappingSide::Remote));
        QCOMPARE(hub.mid(0, 3), (QStringList{u"email"_s, u"first_name"_s, u"last_name"_s}));
        QCOMPARE(remote.mid(0, 3), (QStringList{u"email1"_s, u"first_name"_s, u"last_name"_s}));
        QCOMPARE(remote.size(), contacts()->remote.fields.size());
    }

    void sameKindFitsAsItIs()
    {
        const Fit fit = editor().fit(u"birth_date"_s, u"birthdate"_s);
        QCOMPARE(fit.kind, Fit::Kind::Fits);
        QCOMPARE(fit.line.direction, Direction::Both);
    }

    void severalValuesIntoOneTextIsAChoice()
    {
        const Fit fit = editor().fit(u"tags"_s, u"department"_s);
        QCOMPARE(fit.kind, Fit::Kind::Choice);
        QCOMPARE(fit.reason, u"Tags holds several values; Department takes one text."_s);
        QCOMPARE(fit.choices.size(), 2);
        QVERIFY(fit.choices.at(0).line.transform.inverse()); // joined can be split again
        QCOMPARE(fit.choices.at(0).line.direction, Direction::Both);
        QCOMPARE(fit.choices.at(1).line.direction, Direction::Push); // the first one alone leads nowhere back
        for (const Fit::Choice &choice : fit.choices)
            QVERIFY2(!hasProblems(editor().issuesOf(choice.line)), qPrintable(choice.label));
    }

    void whatCannotBeJoinedSaysWhy()
    {
        const Fit fit = editor().fit(u"consent_email"_s, u"birthdate"_s);
        QCOMPARE(fit.kind, Fit::Kind::Never);
        QCOMPARE(fit.reason, u"Consent to e-mail holds a consent; Birthdate takes a date."_s);
    }

    void readOnlyFieldsAreOnlyPulled()
    {
        const Fit fit = editor().fit(u"notes"_s, u"date_modified"_s);
        QVERIFY(fit.kind != Fit::Kind::Never);
        for (const Fit::Choice &choice : fit.choices)
            QCOMPARE(choice.line.direction, Direction::Pull);
    }

    void secondLineIntoOneFieldGoesOneWay()
    {
        QCOMPARE(editor().fit(u"preferred_name"_s, u"first_name"_s).line.direction, Direction::Pull);
        QCOMPARE(editor().fit(u"first_name"_s, u"department"_s).line.direction, Direction::Push);
    }

    void directionTurnsThroughWhatIsPossible()
    {
        const auto basis = contacts();
        MappingEditor edited = editor(basis);
        const PairId email{u"email"_s, u"email1"_s};
        QList<Direction> seen;
        for (int click = 0; click < 3; ++click) {
            edited = {basis, edited.withDirection(email, edited.nextDirection(email))};
            seen.append(edited.pair(email)->direction);
        }
        QCOMPARE(seen, (QList<Direction>{Direction::Push, Direction::Pull, Direction::Both}));
        edited = {basis, edited.withLine(line(u"notes"_s, u"date_modified"_s, Direction::Pull))};
        QCOMPARE(edited.nextDirection({u"notes"_s, u"date_modified"_s}), Direction::Pull);
    }

    void turnedToPullAndBackTheLineIsAsItWas()
    {
        const auto basis = contacts();
        FieldMapping stage = line(u"lifecycle_stage"_s, u"status_c"_s);
        stage.transform.type = TransformType::Lookup;
        stage.transform.table = {{u"Lead"_s, u"New"_s}, {u"Churned"_s, u"Dead"_s}};
        MappingEditor edited{basis, editor(basis).withLine(stage)};
        const PairId id{stage.hub, stage.remote};
        edited = {basis, edited.withDirection(id, Direction::Pull)};
        QCOMPARE(edited.pair(id)->transform.table.value(u"New"_s), u"Lead"_s); // it now reads the CRM's values
        edited = {basis, edited.withDirection(id, Direction::Both)};
        QCOMPARE(*edited.pair(id), stage);
    }

    void changesAreCountedAgainstWhatIsSaved()
    {
        const auto basis = contacts();
        QCOMPARE(editor(basis).changes(), 0);
        QVERIFY(!editor(basis).canSave());
        MappingEditor edited{basis, editor(basis).without({u"email"_s, u"email1"_s})};
        edited = {basis, edited.withLine(line(u"phone"_s, u"phone_work"_s))};
        EntityMapping mapping = edited.withDirection({u"first_name"_s, u"first_name"_s}, Direction::Pull);
        mapping.deletes = DeletePolicy::Archive;
        edited = {basis, mapping};
        QCOMPARE(edited.changes(), 4);
        QVERIFY(edited.canSave());
    }

    void suggestionsLeaveWhatIsUsedOrDismissed()
    {
        const auto basis = contacts();
        const auto open = editor(basis).suggestions();
        QStringList hubs;
        for (const MappingSuggestion &one : open) {
            hubs.append(one.pair.hub);
            QVERIFY(one.percent >= 75 && one.percent <= 99);
        }
        QVERIFY(hubs.contains(u"phone"_s));
        QVERIFY(!hubs.contains(u"email"_s));
        const PairId phone{u"phone"_s, u"phone_work"_s};
        const MappingEditor dismissing(basis, basis->saved, {pairKey(phone)});
        QCOMPARE(dismissing.suggestions().size(), open.size() - 1);
    }

    void problemsComeWithACureThatMends()
    {
        const auto basis = contacts();
        MappingEditor edited{basis, editor(basis).withLine(line(u"notes"_s, u"date_modified"_s, Direction::Push))};
        QVERIFY(!edited.canSave());
        const auto problems = edited.problems();
        QCOMPARE(problems.first().severity, Severity::Problem);
        QCOMPARE(problems.first().text, u"“Modified” can only be read."_s);
        QCOMPARE(problems.first().cure, u"Only pull"_s);
        edited = {basis, *problems.first().cured};
        QVERIFY(edited.canSave());
    }

    void twoLinesIntoOneFieldAreToldAndCured()
    {
        const auto basis = contacts();
        const MappingEditor edited{basis, editor(basis).withLine(line(u"preferred_name"_s, u"first_name"_s))};
        const auto problems = edited.problems();
        QVERIFY(problems.first().cured);
        QVERIFY(!hasProblems(check(*problems.first().cured, basis->schema, basis->remote)));
    }

    void missingMatchKeyOffersItsSuggestion()
    {
        const auto basis = contacts();
        const MappingEditor edited{basis, editor(basis).without({u"email"_s, u"email1"_s})};
        const auto problems = edited.problems();
        const auto match = std::find_if(problems.begin(), problems.end(),
                                        [](const MappingProblem &problem) { return problem.pair.hub == "email"_L1; });
        QVERIFY(match != problems.end());
        QCOMPARE(match->cure, u"Connect with Email"_s);
        QVERIFY(match->cured);
    }

    void factsBecomeProblemsInWords()
    {
        MappingFacts facts;
        facts.blank.insert({u"last_name"_s, u"last_name"_s}, 14);
        const auto problems = editor().problems(facts);
        const auto blank = std::find_if(problems.begin(), problems.end(),
                                        [](const MappingProblem &problem) { return problem.place == "default"_L1; });
        QVERIFY(blank != problems.end());
        QCOMPARE(blank->subject, u"Last Name"_s);
        QVERIFY(blank->text.contains(u"14"_s));
        QCOMPARE(blank->cure, u"Set a default"_s);
    }

    void aValueWithoutAnEntryIsNamed()
    {
        MappingFacts facts;
        facts.withoutEntry[{u"last_name"_s, u"last_name"_s}].insert(u"Partner “old”"_s, 3);
        const auto problems = editor().problems(facts);
        const auto lacking = std::find_if(problems.begin(), problems.end(),
                                          [](const MappingProblem &problem) { return problem.place == "table"_L1; });
        QVERIFY(lacking != problems.end());
        QCOMPARE(lacking->value, u"Partner “old”"_s); // whatever the language of the sentence
        QVERIFY(lacking->text.contains(lacking->value));
    }

    void lookupIsFilledWhereNamesAreAlike()
    {
        const Transform lookup = editor().lookupFor(u"lifecycle_stage"_s, u"status_c"_s);
        QCOMPARE(lookup.type, TransformType::Lookup);
        QCOMPARE(lookup.table.value(u"New"_s), u"New"_s);
    }
};

QTEST_GUILESS_MAIN(TestMappingEditor)
#include "tst_mappingeditor.moc"
