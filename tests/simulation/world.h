#pragma once

#include "core/engine/runner.h"
#include "core/services/session.h"
#include "simulation/fakecrm.h"

#include <QTemporaryDir>

namespace syncline::simulation {

/// Two CRMs in memory, a workspace on a real SQLite file, people who edit, and processes that die. Everything follows
/// from one seed.
class World
{
public:
    World(std::uint32_t seed, core::ConflictPolicy policy);

    void populate(int people);
    /// A person changes something somewhere; the text is new and unique.
    void edit();
    /// One process from start to end, or to its death at the effect of this number. Returns whether it lived.
    bool run(int dieAt = -1);
    int effectsOfLastRun() const { return m_effects; }
    void heal(); ///< the network loses nothing any more
    void passTime(std::chrono::seconds time) { m_clock.advance(time); }

    int writes() const { return m_remotes[0].writes + m_remotes[1].writes; }
    /// What must hold at the end; "" if it does.
    QString violation();

private:
    struct Typed
    {
        int side = 0;
        QString id, field, text;
    };
    void prepare();
    core::ConnectorFactory factory(EffectGate &gate);
    QString duplicates() const;
    QString differences(core::Stores &stores) const;
    QString lostEdits(core::Stores &stores) const;
    QString openLedgers(core::Stores &stores) const;
    int pick(int count) { return int(std::uniform_int_distribution<>(0, count - 1)(m_random)); }

    std::mt19937 m_random;
    SimulatedClock m_clock;
    core::ConflictPolicy m_policy;
    QTemporaryDir m_folder;
    QString m_file;
    FakeRemote m_remotes[2];
    core::HubSchema m_schema = core::HubSchema::builtIn();
    QMap<QString, Typed> m_typed; ///< by place; without what somebody typed over
    int m_tokens = 0;
    int m_effects = 0;
};

} // namespace syncline::simulation
