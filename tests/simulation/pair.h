#pragma once

#include "simulation/player.h"

namespace syncline::simulation {

/// Two CRMs, "a" and "b", that both have one person after a sync, for histories that are told step by step.
class Pair
{
public:
    explicit Pair(const Quirks &inB) : Pair(setupWith(inB)) {}
    explicit Pair(const Setup &setup) : m_player(setup, Dice(7), m_ghost)
    {
        person(0, QStringLiteral("p1@x.test"));
        sync();
        sync();
    }

    static Setup setupWith(const Quirks &inB)
    {
        Setup setup;
        setup.places = {{QStringLiteral("a"), {}, {}, {}}, {QStringLiteral("b"), inB, {}, {}}};
        setup.conflict = core::ConflictPolicy::LastWriteWins;
        setup.deletes = core::DeletePolicy::Propagate;
        return setup;
    }

    Player &player() { return m_player; }
    World &world() { return m_player.world(); }
    FakeRemote &remote(int index) { return *world().remotes()[std::size_t(index)]; }
    QString idIn(int index) { return remote(index).alive(peopleEntity).value(0); }
    QString hub() { return must(world().stores().records.hubPage(QStringLiteral("contact"), {}, 10)).first().id; }
    QString person(int index, const QString &email, const QString &entity = peopleEntity)
    {
        return remote(index).personCreates(entity,
                                           {{QStringLiteral("email"), Value::text(email)},
                                            {QStringLiteral("job"), Value::text(m_ghost.newToken())},
                                            {QStringLiteral("dept"), Value::text(m_ghost.newToken())}});
    }
    void edit(int index, const QString &field)
    {
        remote(index).personEdits(idIn(index), field, Value::text(m_ghost.newToken()));
    }
    QString text(int index, const QString &field) { return text(index, idIn(index), field); }
    QString text(int index, const QString &id, const QString &field)
    {
        return remote(index).records.at(id).fields[field].text();
    }

    /// Reads everything, and waits afterwards until nothing is late.
    void sync(World::RunOrder order = {})
    {
        order.full = true;
        run(order);
        world().passTime(std::chrono::seconds(100));
    }
    World::RunEnd run(const World::RunOrder &order = {}) { return m_player.runAndCheck(order); }

    QString conflicts()
    {
        QStringList causes;
        for (const auto &item : must(world().stores().review.ofHub(hub())))
            causes << item.document.value(QStringLiteral("cause")).toString();
        return causes.join(QStringLiteral(", "));
    }
    QString violations() const { return m_ghost.violations().join(QStringLiteral("; ")); }
    Ghost &ghost() { return m_ghost; }

private:
    Summary m_summary;
    Ghost m_ghost{m_summary};
    Player m_player;
};

} // namespace syncline::simulation
