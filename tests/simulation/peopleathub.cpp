#include "simulation/people.h"

#include "core/services/records.h"
#include "core/services/review.h"

/// What people do in the workspace itself, by the services that its window and its command line use.
namespace syncline::simulation {

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QStringList texts{u"job_title"_s, u"department"_s, u"first_name"_s, u"last_name"_s};

} // namespace

void People::hubAct(Dice &dice)
{
    const auto rows = must(m_world.stores().records.hubPage(u"contact"_s, {}, 100));
    const int kind = dice.below(100);
    if (kind < 10 || rows.isEmpty())
        createHub(dice);
    else if (kind < 45)
        editHub(dice, dice.of(rows));
    else if (kind < 49)
        deleteHub(dice.of(rows));
    else if (kind < 72)
        answer(dice);
    else if (kind < 84)
        decideDelete(dice);
    else if (kind < 92)
        decideDuplicate(dice);
    else
        changeSetup(dice);
}

void People::setHub(const HubRow &row, const QString &field, const QString &text)
{
    const QString key = HubSchema::builtIn().mergeKey(u"contact"_s, field);
    Value before = row.fields.value(key).value;
    if (before.isGroup())
        before = before.part(field);
    if (!Records(m_world.session()).set(row.id, {{field, text}}))
        return; // refused: a value that the hub does not take
    m_world.ghost().saw(before);
    m_world.ghost().typed(Value::text(text), u"hub/%1.%2"_s.arg(row.id, field));
    tell(u"sets %1 of hub %2 to \"%3\""_s.arg(field, row.id, text));
}

void People::editHub(Dice &dice, const HubRow &row)
{
    Ghost &ghost = m_world.ghost();
    if (dice.chance(15)) {
        setHub(row, u"consent_email"_s, dice.chance(50) ? u"granted"_s : u"refused"_s);
        ghost.met(u"act: consent set in the hub"_s);
    } else if (dice.chance(12)) {
        setHub(row, u"email"_s, mail(dice).trimmed());
        ghost.met(u"act: address set in the hub"_s);
    } else if (dice.chance(12)) {
        setHub(row, dice.of(texts), {});
        ghost.met(u"act: cleared in the hub"_s);
    } else {
        setHub(row, dice.of(texts), text(dice));
        ghost.met(u"act: edited in the hub"_s);
    }
}

void People::createHub(Dice &dice)
{
    const QMap<QString, QString> fields{{u"email"_s, mail(dice).trimmed()}, {dice.of(texts), text(dice)}};
    const QString id = must(Records(m_world.session()).create(u"contact"_s, fields));
    for (auto it = fields.begin(); it != fields.end(); ++it)
        m_world.ghost().typed(Value::text(*it), u"hub/%1.%2"_s.arg(id, it.key()));
    m_world.ghost().met(u"act: created in the hub"_s);
    tell(u"creates hub %1 with %2"_s.arg(id, fields.value(u"email"_s)));
}

void People::deleteHub(const HubRow &row)
{
    must(Records(m_world.session()).remove(row.id));
    const auto asked = must(m_world.stores().records.hub(row.id));
    for (const SightRow &seen : asked->deleteAsked.value_or(Sight{}))
        m_world.ghost().saw(Ghost::tokensIn(seen.value));
    m_world.ghost().personDeleted(u"hub/"_s + row.id);
    m_world.ghost().met(u"act: deleted in the hub"_s);
    tell(u"deletes hub "_s + row.id);
}

void People::answer(Dice &dice)
{
    Review review(m_world.session());
    const auto cases = must(review.conflicts());
    if (cases.isEmpty())
        return;
    const ConflictCase conflict = dice.of(cases);
    ConflictAnswer answer{dice.of(conflict.sides).system, {}, false};
    if (dice.chance(15))
        answer = {{}, {}, true};
    if (!review.resolve(conflict.id, answer)) {
        m_world.ghost().met(u"act: conflict answered too late"_s);
        return;
    }
    for (const auto &side : conflict.sides)
        m_world.ghost().saw(side.value);
    if (answer.keepApart)
        m_world.ghost().keptApart(conflict.record, conflict.key);
    m_world.ghost().met(answer.keepApart ? u"act: sides kept apart"_s : u"act: conflict answered"_s);
    tell(u"answers %1 of hub %2 with %3"_s.arg(conflict.field, conflict.record,
                                               answer.keepApart ? u"each its own"_s : answer.take));
}

/// A person lets a delete go only where somebody really deleted; the rest is kept.
void People::decideDelete(Dice &dice)
{
    Review review(m_world.session());
    const auto waiting = must(review.deletes());
    if (waiting.isEmpty())
        return;
    const HeldDelete held = dice.of(waiting);
    Ghost &ghost = m_world.ghost();
    bool isReal = ghost.didPersonDelete(u"hub/"_s + held.record);
    for (const LinkRow &link : must(m_world.stores().records.linksOf(held.record)))
        isReal = isReal || ghost.didPersonDelete(m_world.remote(link.integration).place(link.remoteId));
    if (!isReal) {
        must(review.keepDeleted(held.id));
        ghost.met(u"act: delete kept"_s);
        return;
    }
    if (!review.releaseDelete(held.id))
        return;
    for (const SightRow &seen : held.sight)
        ghost.saw(Ghost::tokensIn(seen.value));
    ghost.met(u"act: delete released"_s);
    tell(u"releases the delete of hub "_s + held.record);
}

void People::decideDuplicate(Dice &dice)
{
    Review review(m_world.session());
    const auto waiting = must(review.duplicates());
    if (waiting.isEmpty())
        return;
    const HeldRecord held = dice.of(waiting);
    const auto rows = must(m_world.stores().records.hubPage(held.entity, {}, 100));
    if (rows.isEmpty() || dice.chance(50)) {
        if (review.apart(held.id))
            m_world.ghost().met(u"act: duplicate kept apart"_s);
    } else if (review.link(held.id, dice.of(rows).id)) {
        m_world.ghost().met(u"act: duplicate linked"_s);
        tell(u"links duplicate %1"_s.arg(held.remoteId));
    }
}

void People::changeSetup(Dice &dice)
{
    const int index = dice.below(int(m_world.remotes().size()));
    if (hasFirms() && dice.chance(60))
        return changeFilter(dice, index);
    Setup::Place &place = m_world.place(index);
    const QString field = hasFirms() && dice.chance(50) ? u"firm"_s : u"dept"_s;
    if (place.unmapped.isEmpty())
        place.unmapped << field;
    else
        place.unmapped.clear();
    m_world.remap(index);
    m_world.ghost().met(u"act: mapping changed"_s);
    tell(u"maps %1 of %2 %3"_s.arg(field, place.name, place.unmapped.isEmpty() ? u"again"_s : u"no more"_s));
}

void People::changeFilter(Dice &dice, int index)
{
    Setup::Place &place = m_world.place(index);
    place.filter = place.filter.isEmpty() ? Setup::someFilter(dice) : QString();
    m_world.remap(index);
    m_world.ghost().met(u"act: filter changed"_s);
    tell(u"sets the filter of %1 to \"%2\""_s.arg(place.name, place.filter));
}

} // namespace syncline::simulation
