#pragma once

#include "core/workspace/database.h"
#include "core/workspace/rows.h"

#include <QPair>

/// Everything that stands in a workspace, by topic. Thin: a function is one named query, decisions are made elsewhere.
/// All belong to the thread of their Database.
namespace syncline::core {

struct LinkKey
{
    QString integration, remoteEntity, remoteId;
};

/// A remote record and the hub record that it stands for; no remote id where it is still to be made.
struct LinkedPair
{
    QString integration, remoteEntity, remoteId, hubId;
};

class IntegrationStore
{
public:
    explicit IntegrationStore(Database &database) : m_db(database) {}
    Result<QList<IntegrationRow>> all();
    Result<std::optional<IntegrationRow>> byName(const QString &name);
    Result<std::optional<IntegrationRow>> removedAccount(const QString &provider, const QString &url);
    Result<void> save(const IntegrationRow &row);
    Result<int> nextPosition();

    struct Described
    {
        QString name;
        QJsonObject document;
        Millis at = 0;
    };
    Result<QList<Described>> described(const QString &integration);
    Result<void> saveDescribed(const QString &integration, const Described &entity);

    struct Mapping
    {
        QString remoteEntity, hubEntity;
        QJsonObject document;
    };
    Result<QList<Mapping>> mappings(const QString &integration);
    Result<void> replaceMappings(const QString &integration, const QList<Mapping> &mappings);

    Result<QMap<QString, QJsonObject>> policies(); ///< by scope
    Result<void> setPolicy(const QString &scope, const QJsonObject &document);
    Result<QString> meta(const QString &key);
    Result<void> setMeta(const QString &key, const QString &value);

private:
    Database &m_db;
};

class RecordStore
{
public:
    explicit RecordStore(Database &database) : m_db(database) {}

    struct Standing
    {
        int revision = 0;
        HubState state = HubState::Live;
    };
    /// What tells whether a hub record is as planned, without its fields.
    Result<std::optional<Standing>> standing(const QString &id);
    Result<std::optional<HubRow>> hub(const QString &id);
    Result<void> insertHub(const HubRow &row);
    Result<void> updateHub(const HubRow &row);
    Result<QStringList> hubsByKey(const QString &entity, const QString &key);
    Result<void> setPending(const QString &id, int pending);
    /// A decision about the record was made: its plans are void, the next run looks at it.
    Result<void> touch(const QString &id);
    /// Records whose operations of this run are all done are settled.
    Result<void> settlePending(const QString &entity, const QString &run);
    Result<int> countPending(const QString &entity, int pending);
    Result<void> setAllPending(const QString &entity);
    Result<QStringList> pendingHubs(const QString &entity, const QString &after, int limit);
    Result<QList<HubRow>> hubPage(const QString &entity, const QString &after, int limit);

    Result<std::optional<LinkRow>> link(const LinkKey &key);
    struct Glance
    {
        QString hubId;
        LinkState state = LinkState::Live;
        qint64 contentHash = 0;
        bool wroteOpen = false, evidence = false;
        int seen = 0; ///< number of the walk that showed it last
    };
    Result<std::optional<Glance>> glance(const LinkKey &key);
    Result<void> linkSeen(const LinkKey &key, int listing);
    Result<QList<LinkRow>> linksOf(const QString &hubId);
    Result<QStringList> hubsByLinkKey(const QString &entity, const QString &key);
    Result<void> saveLink(const LinkRow &row);
    Result<void> removeLink(const LinkKey &key);
    Result<QString> hubOfLink(const LinkKey &key); ///< "" if there is no live link
    Result<QString> remoteOfHub(const QString &integration, const QString &remoteEntity, const QString &hubId);

    /// A relation that cannot be carried over because its other end is not linked in that integration (S-34). Target: a
    /// hub id, or remote entity and id joined by a slash.
    struct Waiting
    {
        QString hubId, integration, target;
    };
    Result<void> addWaiting(const Waiting &relation);
    Result<bool> isWaiting(const QString &hubId);
    Result<void> clearWaiting(const QString &hubId);
    /// Records that refer to one that has got a link just now are looked at once more in the same run.
    Result<void> wakeWaiting(const LinkKey &linked, const QString &hubId);

    Result<int> liveLinks(const QString &entity);
    Result<int> liveLinks(const QString &integration, const QString &remoteEntity);
    using IdAndHub = QPair<QString, QString>;
    Result<QList<IdAndHub>> linksNotListed(const QString &integration, const QString &remoteEntity, int listing);
    Result<QList<IdAndHub>> linksWithEvidence(const QString &integration, const QString &remoteEntity);
    Result<QStringList> witnesses(const QString &integration, const QString &remoteEntity);
    Result<void> addMissing(const LinkKey &key);
    Result<void> setInFeed(const LinkKey &key);
    Result<void> setNotFound(const LinkKey &key);
    Result<void> resetEvidence(const QString &integration);

    struct StrangerGlance
    {
        qint64 contentHash = 0;
        QString leftOut;
        Millis firstSeen = 0;
    };
    Result<std::optional<StrangerGlance>> strangerGlance(const LinkKey &key);
    Result<std::optional<StrangerRow>> stranger(const LinkKey &key);
    Result<void> strangerSeen(const LinkKey &key, int listing);
    Result<void> saveStranger(const StrangerRow &row);
    Result<void> removeStranger(const LinkKey &key);
    Result<QList<LinkKey>> strangersByKey(const QString &entity, const QString &key);
    Result<QList<StrangerRow>> strangerPage(const QString &entity, const LinkKey &after, int limit);
    Result<QStringList> strangersNotListed(const QString &integration, const QString &remoteEntity, int listing);

    Result<void> bury(const LinkKey &key, const QString &reason, Millis at);
    Result<bool> isBuried(const LinkKey &key);
    Result<void> exhume(const LinkKey &key);
    Result<void> bar(const QString &integration, const QString &hubId, const QString &matchKey);
    Result<QMap<QString, QString>> barred(const QString &hubId); ///< integration -> key
    Result<CursorRow> cursor(const QString &integration, const QString &remoteEntity);
    Result<void> saveCursor(const QString &integration, const QString &remoteEntity, const CursorRow &row);
    Result<void> forgetCursors(const QString &integration);

private:
    Database &m_db;
};

class RunStore
{
public:
    explicit RunStore(Database &database) : m_db(database) {}
    Result<void> insert(const RunRow &row);
    Result<void> update(const RunRow &row);
    Result<std::optional<RunRow>> get(const QString &id);
    Result<QList<RunRow>> latest(int limit);
    Result<QList<RunRow>> open();
    Result<int> countFinished(); ///< syncs that came to their end and wrote

    Result<void> addOperation(const OperationRow &row);
    Result<void> saveOutcome(const OperationRow &row); ///< outcome, detail, remote id, document
    Result<void> markOutcome(const QString &run, int seq, const QString &outcome, const QString &detail);
    Result<std::optional<OperationRow>> operation(const QString &run, int seq);
    Result<QList<OperationRow>> operations(const QString &run, int afterSeq, int limit);
    Result<QList<OperationRow>> planned(const QString &run, Phase phase, int afterSeq, int limit);
    Result<QList<OperationRow>> planned(const QString &run, Phase phase, const QString &integration,
                                        const QString &remoteEntity, int afterSeq, int limit);
    struct Target
    {
        Phase phase = Phase::Remote;
        QString entity, integration, remoteEntity;
    };
    Result<QList<Target>> targets(const QString &run);
    /// The hub record moved by this run's own local transaction: its other operations stay valid.
    Result<void> carryRevision(const QString &run, const QString &hubId, int revision);
    /// What is still planned of the local operations of the entity from one number to another is done.
    Result<void> markLocal(const QString &run, const QString &entity, int first, int last);
    Result<void> voidRecord(const QString &run, const QString &hubId, const QString &detail);
    Result<void> skipIntegration(const QString &run, const QString &integration, const QString &detail);
    Result<int> countMoved(const QString &run);
    Result<QList<OperationRow>> ofHub(const QString &hubId);
    Result<int> lastSeq(const QString &run);
    /// The record that a run plans to link to a hub record, "" for one that it makes; nothing where it plans neither.
    Result<std::optional<QString>> plannedRemote(const QString &run, const QString &integration,
                                                 const QString &remoteEntity, const QString &hubId);
    struct Count
    {
        QString integration, entity, kind, outcome;
        int count = 0;
    };
    Result<QList<Count>> operationCounts(const QString &run);

    Result<void> addIntent(const IntentRow &row);
    Result<QList<IntentRow>> intents();
    Result<void> removeIntent(const QString &run, int seq);
    Result<int> intentsOfHub(const QString &hubId);
    Result<void> setUnknown(const QString &run, int seq, Millis since);

    Result<void> putLedger(const QString &run, const LedgerEntry &entry);
    Result<void> worsenLedger(const QString &run, const LedgerEntry &entry);
    Result<std::optional<Status>> ledger(const QString &run, const QString &integration, const QString &entity,
                                         const QString &record);
    Result<bool> hasLedger(const QString &run, const QString &entity);
    Result<void> removeLedger(const QString &run, const QString &integration, const QString &entity,
                              const QString &record);
    Result<QList<QPair<LedgerEntry, int>>> ledgerCounts(const QString &run); ///< entry without record, count
    Result<QList<LedgerEntry>> ledgerRows(const QString &run, Status atLeast, int limit);
    Result<void> addError(const QString &run, const QJsonObject &document);
    Result<QJsonArray> errors(const QString &run);
    /// What became of the operations that a run undid.
    Result<void> addUndone(const QString &run, const QJsonObject &document);
    Result<QJsonArray> undone(const QString &run);
    Result<QList<QPair<int, QJsonObject>>> undoneRows(const QString &run);
    Result<void> saveUndone(const QString &run, int seq, const QJsonObject &document);

private:
    Database &m_db;
};

class ReviewStore
{
public:
    explicit ReviewStore(Database &database) : m_db(database) {}
    Result<void> put(const ReviewItem &item);
    Result<QList<ReviewItem>> ofKind(const QString &kind);
    Result<std::optional<ReviewItem>> get(const QString &id);
    Result<void> clearHub(const QString &hubId);
    Result<int> countOfHub(const QString &hubId);
    Result<void> clearRemote(const QString &integration, const QString &remoteId, const QString &entity);
    Result<void> remove(const QString &id);
    Result<QMap<QString, int>> counts(); ///< by kind
    Result<QList<ReviewItem>> ofHub(const QString &hubId);

    Result<void> addDecision(const DecisionRow &row);
    Result<QList<DecisionRow>> decisions(qint64 before, int limit); ///< newest first
    Result<std::optional<DecisionRow>> decision(qint64 id);
    Result<QList<DecisionRow>> decisionsOfBatch(const QString &batch); ///< newest first, without those taken back
    Result<void> setTakenBack(qint64 id);
    Result<int> decisionsSince(Millis at);

    Result<void> audit(const AuditEntry &entry);
    Result<QList<AuditEntry>> auditOf(const QString &hubId);
    Result<void> log(const LogEntry &entry);
    Result<QList<LogEntry>> logAfter(qint64 id, int limit);
    Result<qint64> lastLog();

private:
    Database &m_db;
};

/// The windows into long tables that a person scrolls: lists laid out in the connection's own temporary tables, and pages
/// of operations. Nothing here waits for a run or makes one wait.
class ViewStore
{
public:
    explicit ViewStore(Database &database) : m_db(database) {}

    Result<void> create();
    struct Stale
    {
        QString id;
        QMap<QString, HubField> fields;
        Millis updatedAt = 0;
    };
    Result<QList<Stale>> stale(const QString &entity, const QString &after, int limit);
    struct Shown
    {
        QString entity, id, name, email, company; ///< as compared when sorted
        Millis updatedAt = 0;
        QString text; ///< what is searched
    };
    Result<void> put(const Shown &row);
    Result<void> forgetGone(const QString &entity);
    struct Filter
    {
        QString entity;
        QStringList words; ///< three
        QString integration;
        int state = 0, order = 0; ///< places in core::RecordQuery's enums
        bool descending = false;
    };
    Result<int> fill(const Filter &filter);
    /// Appends what has no texts to sort and search by yet, in the order of ids; the number of all.
    Result<int> fillRest(const QString &entity);
    struct Line
    {
        QString id;
        QMap<QString, HubField> fields;
        int pending = 0;
        Millis updatedAt = 0;
        QStringList waiting;      ///< "kind:code" of its review items
        QStringList integrations; ///< ids
    };
    Result<QList<Line>> lines(int first, int count);
    Result<std::optional<int>> indexOf(const QString &id);
    Result<QMap<QString, int>> countByEntity();

    struct RunHead
    {
        QString id;
        Millis startedAt = 0;
        QString kind;
    };
    Result<QList<RunHead>> runsSince(Millis at); ///< newest first, without dry runs
    struct OperationFilter
    {
        QString run, integration, kind, hubId, text;
        bool failedOnly = false;
    };
    Result<void> findHubs(const QStringList &words); ///< three; for the filter's text
    Result<int> countOperations(const OperationFilter &filter);
    Result<QList<OperationRow>> operations(const OperationFilter &filter, int first, int count); ///< newest first
    Result<QList<OperationRow>> operationsDownFrom(const QString &run, int seq, int count);
    /// Errors of a run that no operation of its own tells of.
    Result<int> countErrors(const QString &run, const QString &integrationName, const QString &text);
    Result<QList<QPair<int, QJsonObject>>> errors(const QString &run, const QString &integrationName,
                                                  const QString &text, int first, int count);

private:
    Database &m_db;
};

} // namespace syncline::core
