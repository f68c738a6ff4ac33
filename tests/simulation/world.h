#pragma once

#include "core/engine/runner.h"
#include "core/services/session.h"
#include "simulation/fakecrm.h"
#include "simulation/setup.h"

#include <QTemporaryDir>

#include <memory>

namespace syncline::simulation {

/// CRMs in memory and a workspace on a real SQLite file, people who use it, and processes that come and die.
class World
{
public:
    World(const Setup &setup, Ghost &ghost);
    ~World();

    struct RunOrder
    {
        enum class Kind { Sync, Preview, CarryOut, Undo };
        Kind kind = Kind::Sync;
        bool full = false;
        bool overrideGuards = true;
        QList<core::LinkKey> places = {}; ///< of a sync that is about these records alone
        QString run;                      ///< the preview that is carried out, or the run that is taken back
        quint32 seed = 1;                 ///< of the interleaving and the network
        int faultPercent = 0;             ///< of requests
        int dieAt = -1;                   ///< number of the process's last effect
        int breakRequest = 0;             ///< number of the request that this happens to
        FakeRemote::Fault breakWith = FakeRemote::Fault::None;
        /// What happens to a request of a CRM, by what is asked: "page", "ids", "write" and so on. May be empty.
        std::function<FakeRemote::Fault(const FakeRemote &remote, std::string_view what)> breaks{};
        bool mayFail = false;    ///< the disk fails it
        Baton::Witness during{}; ///< acts of people while the run goes on
    };
    struct RunEnd
    {
        bool lived = false;
        core::SyncOutcome outcome; ///< if it lived and came to one
        std::optional<Error> error;
        int effects = 0;
        int requests = 0;
        std::string deathAt;
    };
    /// One process from start to end, or to its death.
    RunEnd run(const RunOrder &order);

    /// The workspace as a person has it open beside the runs.
    core::Session &session() { return *m_session; }
    core::Stores &stores() { return m_session->stores(); }
    QString file() const { return m_file; }
    const Setup &setup() const { return m_setup; }
    Setup::Place &place(int index) { return m_setup.places[index]; }
    const std::vector<std::unique_ptr<FakeRemote>> &remotes() const { return m_remotes; }
    FakeRemote &remote(const QString &integration); ///< by id
    /// Carries a changed mapping into the workspace.
    void remap(int index);
    /// Whether the field was ever left out by this integration's mapping.
    bool wasRemapped(const QString &name, const QString &field) const { return m_remapped.contains({name, field}); }
    void passTime(seconds time);
    SimulatedClock &clock() { return m_clock; }
    Ghost &ghost() { return m_ghost; }
    int writes() const;

    static QString integrationId(const QString &name) { return QStringLiteral("id-") + name; }

private:
    void prepare();
    core::ConnectorFactory factory(EffectGate &gate);
    Result<core::SyncOutcome> carryOut(const RunOrder &order, Baton &baton);

    Setup m_setup;
    Ghost &m_ghost;
    SimulatedClock m_clock;
    OpenGate m_open;
    QTemporaryDir m_folder;
    QString m_file;
    QSet<QPair<QString, QString>> m_remapped;
    core::HubSchema m_schema = core::HubSchema::builtIn();
    std::vector<std::unique_ptr<FakeRemote>> m_remotes;
    std::unique_ptr<core::Session> m_session;
};

/// The value of a Result that has to be there: a history whose workspace fails is not worth going on with.
template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().providerMessage));
    return std::move(*result);
}
void must(const Result<void> &result);

} // namespace syncline::simulation
