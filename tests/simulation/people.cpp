#include "simulation/people.h"

using namespace Qt::StringLiterals;

namespace syncline::simulation {

namespace {

const QStringList texts{u"job"_s, u"dept"_s, u"first"_s, u"last"_s};
constexpr int addresses = 5; ///< few, so that people meet

Value consent(Dice &dice)
{
    static const QList<Value> values{Value::text(u"granted"_s), Value::text(u"refused"_s), Value::null()};
    return dice.of(values);
}

} // namespace

void People::tell(const QString &what)
{
    if (m_world.ghost().tell)
        m_world.ghost().tell(u"  person: "_s + what);
}

QString People::mail(Dice &dice) const
{
    static const QStringList tails{u""_s, u""_s, u""_s, u" "_s};
    return u"p%1@X.test"_s.arg(dice.below(addresses)) + dice.of(tails);
}

QString People::text(Dice &dice)
{
    static const QStringList tails{u""_s, u""_s, u" Ö"_s, u" x "_s, u" Long Text"_s, u"!"_s, u" É"_s};
    return m_world.ghost().newToken() + dice.of(tails);
}

QMap<QString, Value> People::person(Dice &dice)
{
    QMap<QString, Value> fields{{u"email"_s, Value::text(mail(dice))}, {u"consent"_s, consent(dice)}};
    for (const QString &field : texts) {
        if (dice.chance(50))
            fields.insert(field, Value::text(text(dice)));
    }
    if (dice.chance(30))
        fields.insert(u"tags"_s, Value::set({m_world.ghost().newToken()}));
    return fields;
}

void People::populate(Dice &dice)
{
    for (const auto &remote : m_world.remotes()) {
        const int people = dice.below(4);
        for (int i = 0; i < people; ++i)
            createRemote(dice, *remote);
        if (hasFirms())
            populateFirms(dice, *remote);
    }
}

void People::act(quint32 seed)
{
    Dice dice(seed);
    if (hasFirms() && dice.chance(35))
        firmAct(dice);
    else if (dice.chance(72))
        remoteAct(dice);
    else
        hubAct(dice);
}

void People::actOutside(quint32 seed)
{
    Dice dice(seed);
    if (hasFirms() && dice.chance(35))
        firmAct(dice);
    else
        remoteAct(dice);
}

void People::editSomething(quint32 seed)
{
    constexpr int justText = 50;
    Dice dice(seed);
    FakeRemote &remote = *m_world.remotes()[std::size_t(dice.below(int(m_world.remotes().size())))];
    const QStringList alive = remote.people();
    if (!alive.isEmpty())
        editRemote(dice, remote, dice.of(alive), justText);
}

void People::createRemote(Dice &dice, FakeRemote &remote)
{
    const auto fields = person(dice);
    const QString entity = remote.quirks.hasLeads && dice.chance(40) ? leadsEntity : peopleEntity;
    if (remote.isKeyTaken(peopleEntity, fields.value(u"email"_s).text()))
        return;
    const QString id = remote.personCreates(entity, fields);
    tell(u"creates %1 with %2"_s.arg(remote.place(id), fields.value(u"email"_s).text()));
}

void People::remoteAct(Dice &dice)
{
    FakeRemote &remote = *m_world.remotes()[std::size_t(dice.below(int(m_world.remotes().size())))];
    remote.catchUp();
    const QStringList alive = remote.people();
    const int kind = dice.below(100);
    if (alive.isEmpty() || kind < 12)
        createRemote(dice, remote);
    else if (kind < 72)
        editRemote(dice, remote, dice.of(alive), kind);
    else if (kind < 84)
        editTags(dice, remote, dice.of(alive));
    else if (kind < 86)
        restore(dice, remote);
    else if (kind < 88) {
        remote.isBlind = !remote.isBlind;
        m_world.ghost().met(u"act: permission taken or given"_s);
        tell(remote.name + (remote.isBlind ? u" may not be read"_s : u" may be read again"_s));
    } else {
        endRemote(dice, remote, dice.of(alive), kind);
    }
}

void People::editRemote(Dice &dice, FakeRemote &remote, const QString &id, int kind)
{
    QString field = dice.of(texts);
    Value value = Value::text(text(dice));
    if (kind < 16) {
        field = u"email"_s;
        value = Value::text(mail(dice));
        if (remote.isKeyTaken(peopleEntity, value.text(), id))
            return;
        m_world.ghost().met(u"act: address changed"_s);
    } else if (kind < 26) {
        field = u"consent"_s;
        value = consent(dice);
        m_world.ghost().met(u"act: consent changed"_s);
    } else if (kind < 34) {
        value = dice.chance(50) ? Value::null() : Value::text({});
        m_world.ghost().met(u"act: cleared"_s);
    }
    remote.personEdits(id, field, value);
    tell(u"sets %1 of %2 to \"%3\""_s.arg(field, remote.place(id), value.display()));
}

void People::editTags(Dice &dice, FakeRemote &remote, const QString &id)
{
    QStringList tags = remote.records.at(id).fields.value(u"tags"_s).members();
    if (!tags.isEmpty() && dice.chance(40)) {
        tags.removeAt(dice.below(int(tags.size())));
        m_world.ghost().met(u"act: tag removed"_s);
    } else {
        tags << m_world.ghost().newToken();
        m_world.ghost().met(u"act: tag added"_s);
    }
    remote.personEdits(id, u"tags"_s, Value::set(tags));
    tell(u"sets the tags of %1 to %2"_s.arg(remote.place(id), tags.join(u' ')));
}

void People::endRemote(Dice &dice, FakeRemote &remote, const QString &id, int kind)
{
    Ghost &ghost = m_world.ghost();
    const auto record = remote.records.at(id);
    if (kind < 92) {
        remote.personDeletes(id);
        ghost.met(u"act: deleted"_s);
        tell(u"deletes "_s + remote.place(id));
    } else if (kind < 95) {
        QStringList others = remote.alive(record.entity);
        others.removeAll(id);
        if (others.isEmpty())
            return;
        const QString winner = dice.of(others);
        remote.personMerges(id, winner);
        ghost.met(u"act: merged"_s);
        tell(u"merges %1 into %2"_s.arg(remote.place(id), winner));
    } else if (kind < 97) {
        remote.personDeletes(id);
        auto fields = person(dice);
        fields.insert(u"email"_s, record.fields.value(u"email"_s));
        if (remote.isKeyTaken(peopleEntity, fields.value(u"email"_s).text()))
            return;
        const QString made = remote.personCreates(record.entity, fields);
        ghost.met(u"act: deleted and made again"_s);
        tell(u"deletes %1 and makes %2 of it"_s.arg(remote.place(id), made));
    } else if (record.entity == leadsEntity) {
        remote.personConverts(id);
        ghost.met(u"act: lead converted"_s);
        tell(u"converts "_s + remote.place(id));
    }
}

void People::restore(Dice &dice, FakeRemote &remote)
{
    QStringList dead;
    for (const auto &[id, record] : remote.records) {
        if (record.deleted && record.into.isEmpty() && m_world.ghost().didPersonDelete(remote.place(id))
            && !remote.isKeyTaken(record.entity, record.fields.value(keyFieldOf(record.entity)).text(), id))
            dead << id;
    }
    if (dead.isEmpty())
        return;
    const QString id = dice.of(dead);
    remote.personRestores(id);
    m_world.ghost().met(u"act: restored"_s);
    tell(u"restores "_s + remote.place(id));
}

} // namespace syncline::simulation
