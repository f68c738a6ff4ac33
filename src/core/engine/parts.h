#pragma once

#include "core/engine/context.h"

#include <QHash>
#include <QSet>

namespace syncline::core {

/// A closed part of the workspace as the planner wants it: with a hub record come all its links, and every record
/// that shares a match key with one of them. Keeps the rows beside the planner's values.
class Part
{
public:
    Part(Stores &stores, const EntityContext &context, Seconds now);
    /// A part as it was kept when it was planned; the workspace's own rows are not looked at.
    Part(Stores &stores, const EntityContext &context, Seconds now, const ReplayStore::Kept &kept);

    /// Adds the record and everything connected to it; already there: nothing happens.
    Result<void> addHub(const QString &id);
    Result<void> addStranger(const StrangerRow &row);
    bool isEmpty() const { return m_hubs.isEmpty() && m_strangers.isEmpty(); }
    int size() const { return int(m_hubs.size() + m_strangers.size()); }

    /// The planner's view, with the intents of the whole workspace. Does not touch the workspace.
    Snapshot snapshot(const QList<Intent> &intents);

    struct Problem
    {
        QString integration, remoteId, hubId;
        FieldProblem field;
    };
    const QList<Problem> &problems() const { return m_problems; }
    const QMap<QString, HubRow> &hubs() const { return m_hubs; }
    /// By integration name and remote id.
    const LinkRow *link(const QString &name, const QString &remoteId) const;
    const StrangerRow *stranger(const QString &name, const QString &remoteId) const;
    const QMap<QPair<QString, QString>, StrangerRow> &strangers() const { return m_strangers; }
    const QSet<QPair<QString, QString>> &graves() const { return m_graves; } ///< (name, remote id) of buried strangers

private:
    Result<void> addKey(const QString &key);
    Result<void> loadHub(const QString &id);
    Result<void> loadStrangers(const QString &key);
    Result<void> drain();
    void placeLink(const LinkRow &link);

    Stores &m_stores;
    const EntityContext &m_context;
    Seconds m_now;
    QStringList m_hubsToDo;
    QStringList m_keysToDo;
    QSet<QString> m_keys;
    QMap<QString, HubRow> m_hubs;
    QMap<QPair<QString, QString>, LinkRow> m_links;         ///< (name, remote id)
    QMap<QPair<QString, QString>, StrangerRow> m_strangers; ///< (name, remote id)
    QMap<QPair<QString, QString>, QString> m_barred;
    QSet<QPair<QString, QString>> m_graves; ///< (name, remote id)
    QList<Problem> m_problems;
};

/// A stored intent in the planner's terms.
Intent toIntent(const IntentRow &row, const OperationRow &operation, const EntityContext &context);
/// All writes of the entity whose outcome is not known.
Result<QList<Intent>> openIntents(Stores &stores, const EntityContext &context);
/// Those that were open when a part was planned.
QList<Intent> keptIntents(const ReplayStore::Kept &kept, const EntityContext &context);

} // namespace syncline::core
