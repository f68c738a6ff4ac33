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
const QList<Line> firmLines{{u"name"_s, u"name"_s}, {u"industry"_s, u"industry"_s}};

FieldMapping mapped(const Line &line, Direction direction)
{
    FieldMapping field;
    field.hub = line.hub;
    field.remote = line.remote;
    field.direction = direction;
    return field;
}

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
    people.filter = place.filter;
    for (const Line &line : lines) {
        if (place.unmapped.contains(line.remote))
            continue;
        people.fields.append(mapped(line, place.oneWay.value(line.remote, Direction::Both)));
    }
    if (place.quirks.hasFirms && !place.unmapped.contains(u"firm"_s))
        people.fields.append(mapped({u"companies"_s, u"firm"_s}, Direction::Both));
    QList<EntityMapping> all{people};
    if (place.quirks.hasLeads) {
        all.append(people);
        all.last().remote = leadsEntity;
    }
    if (place.quirks.hasFirms) {
        EntityMapping firms;
        firms.hub = u"company"_s;
        firms.remote = firmsEntity;
        firms.conflict = conflict;
        firms.deletes = deletes;
        for (const Line &line : firmLines)
            firms.fields.append(mapped(line, Direction::Both));
        all.append(firms);
    }
    return all;
}

void Setup::relate(Dice &dice)
{
    for (Place &place : places) {
        place.quirks.hasFirms = true;
        place.quirks.dangles = dice.chance(30);
        if (dice.chance(30))
            place.filter = someFilter(dice);
    }
}

QString Setup::someFilter(Dice &dice)
{
    static const QStringList filters{u"department is not blank"_s, u"job_title is not blank"_s,
                                     u"email contains \"1\" or email contains \"2\""_s,
                                     u"not (last_name contains \"x\")"_s};
    return dice.of(filters);
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
        if (place.quirks.hasFirms)
            text += place.quirks.dangles ? u", firms that dangle"_s : u", firms"_s;
        if (!place.filter.isEmpty())
            text += u", filter "_s + place.filter;
        text += u'\n';
    }
    return text;
}

} // namespace syncline::simulation
