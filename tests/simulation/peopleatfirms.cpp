#include "simulation/people.h"

/// What people do with firms in the CRMs, and with who belongs to them.
namespace syncline::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr int names = 3; ///< few, so that firms meet

QString nameOf(Dice &dice)
{
    return u"Firm %1"_s.arg(dice.below(names));
}

} // namespace

void People::populateFirms(Dice &dice, FakeRemote &remote)
{
    const int firms = dice.below(3);
    for (int i = 0; i < firms; ++i) {
        createFirm(dice, remote);
        const QStringList there = remote.alive(firmsEntity);
        if (!there.isEmpty() && dice.chance(70))
            belong(dice, remote, dice.of(there));
    }
}

void People::firmAct(Dice &dice)
{
    FakeRemote &remote = *m_world.remotes()[std::size_t(dice.below(int(m_world.remotes().size())))];
    remote.catchUp();
    const QStringList firms = remote.alive(firmsEntity);
    const int kind = dice.below(100);
    if (firms.isEmpty() || kind < 18)
        createFirm(dice, remote);
    else if (kind < 40 || kind >= 88)
        editFirm(dice, remote, dice.of(firms), kind);
    else
        belong(dice, remote, kind < 76 ? dice.of(firms) : QString());
}

void People::createFirm(Dice &dice, FakeRemote &remote)
{
    const QString name = nameOf(dice);
    if (remote.isKeyTaken(firmsEntity, name))
        return;
    QMap<QString, Value> fields{{u"name"_s, Value::text(name)}};
    if (dice.chance(60))
        fields.insert(u"industry"_s, Value::text(text(dice)));
    const QString id = remote.personCreates(firmsEntity, fields);
    m_world.ghost().met(u"act: firm created"_s);
    tell(u"creates %1, %2"_s.arg(remote.place(id), name));
}

void People::editFirm(Dice &dice, FakeRemote &remote, const QString &firm, int kind)
{
    Ghost &ghost = m_world.ghost();
    QStringList others = remote.alive(firmsEntity);
    others.removeAll(firm);
    if (kind < 32) {
        const Value value = Value::text(text(dice));
        remote.personEdits(firm, u"industry"_s, value);
        tell(u"sets industry of %1 to \"%2\""_s.arg(remote.place(firm), value.display()));
    } else if (kind < 40) {
        const QString name = nameOf(dice);
        if (remote.isKeyTaken(firmsEntity, name, firm))
            return;
        remote.personEdits(firm, u"name"_s, Value::text(name));
        ghost.met(u"act: firm renamed"_s);
        tell(u"renames %1 to %2"_s.arg(remote.place(firm), name));
    } else if (kind < 94 || others.isEmpty()) {
        remote.personDeletes(firm);
        ghost.met(u"act: firm deleted"_s);
        tell(u"deletes "_s + remote.place(firm));
    } else {
        const QString winner = dice.of(others);
        remote.personMerges(firm, winner);
        ghost.met(u"act: firms merged"_s);
        tell(u"merges %1 into %2"_s.arg(remote.place(firm), winner));
    }
}

/// Somebody belongs to the firm from now on, or to none.
void People::belong(Dice &dice, FakeRemote &remote, const QString &firm)
{
    const QStringList people = remote.people();
    if (people.isEmpty())
        return;
    const QString id = dice.of(people);
    remote.personEdits(id, u"firm"_s, firm.isEmpty() ? Value::null() : Value::text(firm));
    m_world.ghost().met(firm.isEmpty() ? u"act: belongs to no firm"_s : u"act: belongs to a firm"_s);
    tell(u"%1 belongs to \"%2\""_s.arg(remote.place(id), firm));
}

} // namespace syncline::simulation
