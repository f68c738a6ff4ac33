#include "simulation/setup.h"

#include "simulation/fakeremote.h"

using namespace Qt::StringLiterals;

namespace syncline::simulation {

using namespace core;

namespace {

struct Line
{
    QString hub, remote;
};
const QList<Line> lines{{u"email"_s, u"email"_s},          {u"job_title"_s, u"job"_s},  {u"department"_s, u"dept"_s},
                        {u"first_name"_s, u"first"_s},     {u"last_name"_s, u"last"_s}, {u"tags"_s, u"tags"_s},
                        {u"consent_email"_s, u"consent"_s}};

} // namespace

Setup Setup::random(Dice &dice)
{
    static const QList<ConflictPolicy> conflicts{ConflictPolicy::Manual,        ConflictPolicy::Manual,
                                                 ConflictPolicy::LastWriteWins, ConflictPolicy::FieldMerge,
                                                 ConflictPolicy::PrimaryWins,   ConflictPolicy::SecondaryWins};
    static const QList<DeletePolicy> deletions{DeletePolicy::Ask,    DeletePolicy::Ask,    DeletePolicy::Propagate,
                                               DeletePolicy::Ignore, DeletePolicy::Unlink, DeletePolicy::Archive};
    static const QStringList names{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    static const QList<int> sizes{2, 2, 2, 3, 3, 4};
    Setup setup;
    const int size = dice.of(sizes);
    for (int i = 0; i < size; ++i) {
        Place place{names[i], Quirks::random(dice), {}, {}};
        if (dice.chance(15))
            place.unmapped << u"dept"_s;
        for (const QString &field : {u"job"_s, u"dept"_s}) {
            if (dice.chance(7))
                place.oneWay.insert(field, dice.chance(50) ? Direction::Push : Direction::Pull);
        }
        setup.places << place;
    }
    setup.conflict = dice.of(conflicts);
    setup.deletes = dice.of(deletions);
    if (dice.chance(70))
        setup.primary = setup.places[dice.below(size)].name;
    return setup;
}

QList<EntityMapping> Setup::mappingOf(const Place &place) const
{
    EntityMapping people;
    people.hub = u"contact"_s;
    people.remote = peopleEntity;
    people.conflict = conflict;
    people.deletes = deletes;
    for (const Line &line : lines) {
        if (place.unmapped.contains(line.remote))
            continue;
        FieldMapping field;
        field.hub = line.hub;
        field.remote = line.remote;
        field.direction = place.oneWay.value(line.remote, Direction::Both);
        people.fields.append(field);
    }
    if (!place.quirks.hasLeads)
        return {people};
    EntityMapping leads = people;
    leads.remote = leadsEntity;
    return {people, leads};
}

QString Setup::describe() const
{
    QString text = u"conflicts: %1, deletes: %2, primary: %3\n"_s.arg(
        conflictPolicyName(conflict), deletePolicyName(deletes), primary.isEmpty() ? u"none"_s : primary);
    for (const Place &place : places) {
        text += u"%1: %2"_s.arg(place.name, place.quirks.describe());
        for (const QString &field : place.unmapped)
            text += u", without "_s + field;
        for (auto it = place.oneWay.begin(); it != place.oneWay.end(); ++it)
            text += u", %1 %2 only"_s.arg(it.key(), directionName(*it));
        text += u'\n';
    }
    return text;
}

} // namespace syncline::simulation
