#pragma once

#include "simulation/world.h"

namespace syncline::simulation {

/// What people do: in the CRMs, in the workspace, and with the set-up. One act follows from one seed.
class People
{
public:
    explicit People(World &world) : m_world(world) {}

    void act(quint32 seed);
    /// In a CRM only: the workspace's own connection is busy.
    void actOutside(quint32 seed);
    /// A text of a record in a CRM, and nothing else.
    void editSomething(quint32 seed);
    /// At the beginning not everybody is everywhere.
    void populate(Dice &dice);

private:
    void remoteAct(Dice &dice);
    void editRemote(Dice &dice, FakeRemote &remote, const QString &id, int kind);
    void createRemote(Dice &dice, FakeRemote &remote);
    void editTags(Dice &dice, FakeRemote &remote, const QString &id);
    void endRemote(Dice &dice, FakeRemote &remote, const QString &id, int kind);
    void restore(Dice &dice, FakeRemote &remote);
    bool hasFirms() const { return m_world.setup().places.first().quirks.hasFirms; }
    void firmAct(Dice &dice);
    void populateFirms(Dice &dice, FakeRemote &remote);
    void createFirm(Dice &dice, FakeRemote &remote);
    void editFirm(Dice &dice, FakeRemote &remote, const QString &firm, int kind);
    void belong(Dice &dice, FakeRemote &remote, const QString &firm);
    void hubAct(Dice &dice);
    void editHub(Dice &dice, const core::HubRow &row);
    void setHub(const core::HubRow &row, const QString &field, const QString &text);
    void createHub(Dice &dice);
    void deleteHub(const core::HubRow &row);
    void answer(Dice &dice);
    void decideDelete(Dice &dice);
    void decideDuplicate(Dice &dice);
    void changeSetup(Dice &dice);
    void changeFilter(Dice &dice, int index);

    QString mail(Dice &dice) const;
    QString text(Dice &dice);
    QMap<QString, Value> person(Dice &dice);
    void tell(const QString &what);

    World &m_world;
};

} // namespace syncline::simulation
