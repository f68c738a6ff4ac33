#pragma once

#include "core/workspace/store.h"

namespace syncline::core {

/// What the plans of the latest runs were made from (docs/adr/0009): the rows of each part as they stood when it was
/// planned, copied from table to table without being read. Belongs to the thread of its Database.
class ReplayStore
{
public:
    explicit ReplayStore(Database &database) : m_db(database) {}

    struct PartRow
    {
        qint64 part = 0;
        QString entity;
        Seconds at = 0;
        int records = 0;
        QString setup; ///< hash of what was set up; "" where the run was too large to be kept whole
    };
    Result<void> keepSetup(const QString &hash, const QJsonObject &document);
    Result<qint64> keepPart(const QString &run, const PartRow &part);
    Result<void> keepHubs(qint64 part, const QStringList &ids); ///< with their links and the creates that were refused
    struct StrangerKey
    {
        LinkKey key;
        bool buried = false;
    };
    Result<void> keepStrangers(qint64 part, const QList<StrangerKey> &strangers);
    Result<void> keepReferences(qint64 part,
                                const QList<LinkedPair> &references); ///< which the part's records refer to
    Result<void> keepIntents(qint64 part, const QString &entity);
    /// Whole runs, so that no more than these many rows are left, and none from before this time.
    Result<void> forgetOld(int records, Seconds before);

    Result<QList<PartRow>> parts(const QString &run); ///< in the order in which they were planned
    Result<QJsonObject> setup(const QString &hash);
    struct Kept
    {
        QList<HubRow> hubs;
        QList<LinkRow> links;
        struct Stranger
        {
            StrangerRow row;
            bool buried = false;
        };
        QList<Stranger> strangers;
        struct Barred
        {
            QString integration, hubId, matchKey;
        };
        QList<Barred> barred;
        struct Open
        {
            IntentRow intent;
            OperationRow operation;
        };
        QList<Open> intents;
        QList<LinkedPair> references;
    };
    Result<Kept> part(qint64 part);

private:
    Database &m_db;
};

} // namespace syncline::core
