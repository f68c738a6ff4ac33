#pragma once

#include "simulation/world.h"

#include <QSqlDatabase>

namespace syncline::simulation {

/// What must hold after every run, looked up in the workspace's file itself and in the CRMs. What does not is told to the
/// ghost.
class Invariants
{
public:
    explicit Invariants(World &world);
    ~Invariants();

    /// `wasUndo`: people took a run back, which may delete what it made.
    void checkRun(const QString &run, bool wasUndo);
    /// Whether people acted while the run went on.
    void setChangedMeanwhile(bool isChanged) { m_changedMeanwhile = isChanged; }
    /// What a process did before it died.
    QString hubOfDeleted(const QString &remote, const QString &id);
    void checkDeletions(bool wasUndo);
    /// After the last run, when everything is known.
    void checkEnd(bool wasUndone);
    /// Everything a run planned or did that is more than noticing an agreement.
    int visibleOperations(const QString &run);
    /// Whether something was taken back that people may have seen.
    void sawOperations(const QString &run);
    /// Everything that stands, for who reads a history.
    void tellState();

private:
    void checkLedger(const QString &run);
    void checkOperations(const QString &run, bool wasUndo);
    void checkOrder(const QString &run);
    void checkConsent(bool wasUndo);
    void checkCreates();
    void checkEdits();
    void checkTwins();
    void checkAgreement();
    void checkLink(const core::HubRow &hub, const core::LinkRow &link, const QSet<QString> &disputed);
    /// A record that left the filter by an edit of its own is outside as well.
    bool isInside(const Setup::Place &place, const core::HubRow &hub, const QMap<QString, Value> &there);
    bool hasPersonLost(const std::optional<core::HubRow> &hub);
    void checkFilters(const QString &run);
    void checkFirm(const core::HubRow &hub);
    bool isListingDoubted(const FakeRemote &remote, const QString &integration);
    void checkBelonging(const core::HubRow &hub, const core::LinkRow &link, const QSet<QString> &disputed);
    QString linkedFirm(const QString &integration, const QString &hub);
    QString hubOfFirm(const QString &integration, const QString &id);
    void coverAudited();
    QSet<int> standing();
    QSqlQuery query(const QString &text, const QVariantList &values = {});

    World &m_world;
    Ghost &m_ghost;
    QString m_connection;
    qint64 m_auditSeen = 0, m_auditTold = 0;
    bool m_changedMeanwhile = false;
    bool m_isUndone = false; ///< something was taken back; its last requests may arrive later
};

} // namespace syncline::simulation
