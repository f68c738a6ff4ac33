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

    /// The planner's view, with the intents of the whole workspace; `context` carries the part's references. Does not
    /// touch the workspace.
    Snapshot snapshot(const QList<Intent> &intents, const EntityContext &context);

    struct Problem
    {
        QString integration, remoteEntity, remoteId, hubId;
        FieldProblem field;
    };
    const QList<Problem> &problems() const { return m_problems; }
    const QMap<QString, HubRow> &hubs() const { return m_hubs; }
    /// By the planner's name of the integration and remote id.
    const LinkRow *link(const QString &name, const QString &remoteId) const;
    const StrangerRow *stranger(const QString &name, const QString &remoteId) const;
    const QMap<QPair<QString, QString>, LinkRow> &links() const { return m_links; }
    const QMap<QPair<QString, QString>, StrangerRow> &strangers() const { return m_strangers; }
    const QSet<QPair<QString, QString>> &graves() const { return m_graves; } ///< (name, remote id) of buried strangers

    /// Which record stands for which, of those that the part's records refer to.
    bool knowsReferences() const { return m_references.has_value(); }
    const QList<LinkedPair> references() const { return m_references.value_or(QList<LinkedPair>()); }
    void setReferences(QList<LinkedPair> references) { m_references = std::move(references); }

private:
    Result<void> addKey(const QString &key);
    Result<void> loadHub(const QString &id);
    QString nameOfUnmapped(const LinkRow &link) const;
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
    QMap<QPair<QString, QString>, LinkRow> m_links;         ///< (planner's name, remote id)
    QMap<QPair<QString, QString>, StrangerRow> m_strangers; ///< (planner's name, remote id)
    QMap<QPair<QString, QString>, QString> m_barred;
    QSet<QPair<QString, QString>> m_graves; ///< (name, remote id)
    QList<Problem> m_problems;
    std::optional<QList<LinkedPair>> m_references;
};

/// A stored intent in the planner's terms.
Intent toIntent(const IntentRow &row, const OperationRow &operation, const EntityContext &context);
/// All writes of the entity whose outcome is not known.
Result<QList<Intent>> openIntents(Stores &stores, const EntityContext &context);
/// Those that were open when a part was planned.
QList<Intent> keptIntents(const ReplayStore::Kept &kept, const EntityContext &context);

} // namespace syncline::core
